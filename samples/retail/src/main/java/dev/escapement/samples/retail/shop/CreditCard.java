package dev.escapement.samples.retail.shop;

/**
 * A credit card.
 *
 * @param id names it among its owner's payment methods
 * @param brand who issued it
 * @param lastFour the last four digits of its number
 */
public record CreditCard(String id, String brand, String lastFour) implements PaymentMethod {}
