package dev.escapement.samples.retail.shop;

/**
 * A gift card issued by the shop.
 *
 * @param id the id, unique among the owner's payment methods
 * @param balance the balance, rounded to cents
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
