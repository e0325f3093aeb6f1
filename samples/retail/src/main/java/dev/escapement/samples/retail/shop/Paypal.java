package dev.escapement.samples.retail.shop;

/**
 * A PayPal account.
 *
 * @param id names it among its owner's payment methods
 */
public record Paypal(String id) implements PaymentMethod {}
