package dev.escapement.samples.retail.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderCancellationTest {

    private final Shop shop = ShopFixture.sample();
    private final OrderCancellation cancellation = new OrderCancellation(shop);

    @Test
    void refundsAGiftCardAtOnce() throws ShopException {
        Order order = cancellation.cancel("#S1001", "no longer needed");
        assertEquals(OrderStatus.CANCELLED, order.status());
        assertEquals("no longer needed", order.cancelReason());
        assertEquals(order, shop.order("#S1001"));
        assertEquals(100.8, ShopFixture.balance(shop, "nora_lind_11", "gift_card_502"));
    }

    @Test
    void notesARefundForEveryPaymentAfterAllOfThem() throws ShopException {
        Order before = shop.order("#S1003");
        PaymentRecord first = PaymentRecord.payment(125.15, "paypal_601");
        PaymentRecord second = PaymentRecord.payment(0.1, "gift_card_602");
        shop.put(before.toBuilder().addPayments(List.of(second)).build());

        assertEquals(
                List.of(
                        first,
                        second,
                        PaymentRecord.refund(125.15, "paypal_601"),
                        PaymentRecord.refund(0.1, "gift_card_602")),
                cancellation.cancel("#S1003", "ordered by mistake").paymentHistory());
        assertEquals(60.1, ShopFixture.balance(shop, "otis_varga_12", "gift_card_602"));
    }

    @Test
    void refusesWhatIsNotPending() {
        String message = "Non-pending order cannot be cancelled";
        ShopFixture.assertRefused(shop, message, () -> cancellation.cancel("#S1002", "whim"));
        ShopFixture.assertRefused(shop, message, () -> cancellation.cancel("#S1004", "no longer needed"));
        ShopFixture.assertRefused(shop, "Order not found", () -> cancellation.cancel("#S9", "whim"));
    }

    @Test
    void refusesAnOrderWhoseItemsWereChanged() throws ShopException {
        new ItemChange(shop).change("#S1003", List.of("3102"), List.of("3101"), "paypal_601");
        ShopFixture.assertRefused(
                shop, "Non-pending order cannot be cancelled", () -> cancellation.cancel("#S1003", "no longer needed"));
    }

    @Test
    void refusesOtherReasons() {
        ShopFixture.assertRefused(shop, "Invalid reason", () -> cancellation.cancel("#S1001", "No longer needed"));
        ShopFixture.assertRefused(shop, "Invalid reason", () -> cancellation.cancel("#S1001", ""));
    }

    @Test
    void missingPaymentMethodRefundsNothing() throws ShopException {
        shop.put(shop.order("#S1001").toBuilder()
                .addPayments(List.of(PaymentRecord.payment(1, "gift_card_0")))
                .build());
        ShopFixture.assertRefused(
                shop, "Payment method not found", () -> cancellation.cancel("#S1001", "no longer needed"));
    }

    @Test
    void refusesAnOrderOfNobody() {
        Shop orphaned = ShopFixture.without("nora_lind_11");
        ShopFixture.assertRefused(
                orphaned, "User not found", () -> new OrderCancellation(orphaned).cancel("#S1001", "no longer needed"));
    }
}
