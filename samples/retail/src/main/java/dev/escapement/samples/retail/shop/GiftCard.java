package dev.escapement.samples.retail.shop;

/**
 * A gift card of the shop, which keeps its balance.
 *
 * @param id names it among its owner's payment methods
 * @param balance what is left on it, in whole cents
 */
public record GiftCard(String id, double balance) implements PaymentMethod {

    @Override
    public boolean covers(double amount) {
        return balance >= amount;
    }

    @Override
    public GiftCard credited(double amount) {
        return new GiftCard(id, Money.round2(balance + amount));
    }
}
