package dev.escapement.samples.retail.shop;

/**
 * A credit card.
 *
 * @param id the id, unique among the owner's payment methods
 * @param brand the issuer
 * @param lastFour the last four digits of its number
 */
public record CreditCard(String id, String brand, String lastFour) implements PaymentMethod {}
