package dev.escapement.samples.retail.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentChangeTest {

    private final Shop shop = ShopFixture.sample();
    private final PaymentChange paymentChange = new PaymentChange(shop);

    @Test
    void chargesTheNewMethodAndRefundsTheOldOne() throws ShopException {
        Order order = paymentChange.move("#S1001", "credit_card_501");
        assertEquals(
                List.of(
                        PaymentRecord.payment(88.3, "gift_card_502"),
                        PaymentRecord.payment(88.3, "credit_card_501"),
                        PaymentRecord.refund(88.3, "gift_card_502")),
                order.paymentHistory());
        assertEquals(OrderStatus.PENDING, order.status());
        assertEquals(100.8, ShopFixture.balance(shop, "nora_lind_11", "gift_card_502"));
        assertEquals(order, shop.order("#S1001"));
    }

    @Test
    void takesTheAmountOffAGiftCard() throws ShopException {
        fill("gift_card_602", 200);
        paymentChange.move("#S1003", "gift_card_602");
        assertEquals(74.85, ShopFixture.balance(shop, "otis_varga_12", "gift_card_602"));
    }

    @Test
    void takesTheLastCentOffAGiftCard() throws ShopException {
        fill("gift_card_602", 125.15);
        paymentChange.move("#S1003", "gift_card_602");
        assertEquals(0.0, ShopFixture.balance(shop, "otis_varga_12", "gift_card_602"));
    }

    @Test
    void refusesAGiftCardWithTooLittleOnIt() {
        assertRefused("Insufficient gift card balance to pay for the order", "#S1003", "gift_card_602");
    }

    @Test
    void refusesTheMethodThatPaysAlready() {
        assertRefused("The new payment method should be different from the current one", "#S1003", "paypal_601");
    }

    @Test
    void refusesAnOrderWithoutExactlyOnePayment() throws ShopException {
        paymentChange.move("#S1003", "credit_card_603");
        assertRefused("There should be exactly one payment for a pending order", "#S1003", "paypal_601");
    }

    @Test
    void refusesAnOrderWhoseOnlyEntryIsARefund() throws ShopException {
        Order order = shop.order("#S1003");
        shop.put(new Order(
                order.orderId(),
                order.userId(),
                order.address(),
                order.items(),
                order.status(),
                order.fulfillments(),
                List.of(PaymentRecord.refund(1, "paypal_601")),
                null,
                null,
                null,
                null,
                null,
                null,
                null));
        assertRefused("There should be exactly one payment for a pending order", "#S1003", "credit_card_603");
    }

    @Test
    void refusesWhatDoesNotExistOrIsTooLate() {
        assertRefused("Order not found", "#S9", "none");
        assertRefused("Non-pending order cannot be modified", "#S1004", "none");
        assertRefused("Payment method not found", "#S1003", "credit_card_501");
    }

    private void assertRefused(String message, String orderId, String methodId) {
        ShopFixture.assertRefused(shop, message, () -> paymentChange.move(orderId, methodId));
    }

    private void fill(String giftCardId, double balance) throws ShopException {
        User otis = shop.user("otis_varga_12");
        shop.put(otis.credited(giftCardId, balance - ShopFixture.balance(shop, otis.userId(), giftCardId)));
    }
}
