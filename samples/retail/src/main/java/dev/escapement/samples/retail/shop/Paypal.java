package dev.escapement.samples.retail.shop;

/**
 * A PayPal account.
 *
 * @param id the id, unique among the owner's payment methods
 */
public record Paypal(String id) implements PaymentMethod {}
