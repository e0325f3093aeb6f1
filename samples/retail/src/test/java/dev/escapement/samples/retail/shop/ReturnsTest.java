package dev.escapement.samples.retail.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnsTest {

    private final Shop shop = ShopFixture.sample();
    private final Returns returns = new Returns(shop);

    @Test
    void notesTheRequestSortedAndMovesNoMoney() throws ShopException {
        Order before = shop.order("#S1002");
        Order order = returns.request("#S1002", List.of("3201", "3001", "3001"), "credit_card_501");
        assertEquals(OrderStatus.RETURN_REQUESTED, order.status());
        assertEquals(List.of("3001", "3001", "3201"), order.returnItems());
        assertEquals("credit_card_501", order.returnPaymentMethodId());
        assertEquals(before.paymentHistory(), order.paymentHistory());
        assertEquals(order, shop.order("#S1002"));
    }

    @Test
    void paysToAnyGiftCardOfTheCustomer() throws ShopException {
        Order order = returns.request("#S1002", List.of("3201"), "gift_card_502");
        assertEquals("gift_card_502", order.returnPaymentMethodId());
        assertEquals(12.5, ShopFixture.balance(shop, "nora_lind_11", "gift_card_502"));
    }

    @Test
    void paysToNoCardThatDidNotPay() throws ShopException {
        shop.put(shop.order("#S1003").toBuilder().status(OrderStatus.DELIVERED).build());
        assertRefused(
                "Payment method should be the original payment method", "#S1003", List.of("x"), "credit_card_603");
    }

    @Test
    void refusesInTheOrderOfItsChecks() {
        assertRefused("Order not found", "#S9", List.of("x"), "none");
        assertRefused("Non-delivered order cannot be returned", "#S1004", List.of("x"), "none");
        assertRefused("Payment method not found", "#S1002", List.of("x"), "paypal_601");
        assertRefused("Some item not found", "#S1002", List.of("3201", "3201"), "credit_card_501");
    }

    @Test
    void refusesAnOrderOfNobody() {
        Shop orphaned = ShopFixture.without("nora_lind_11");
        ShopFixture.assertRefused(
                orphaned,
                "User not found",
                () -> new Returns(orphaned).request("#S1002", List.of("3201"), "credit_card_501"));
    }

    private void assertRefused(String message, String orderId, List<String> itemIds, String methodId) {
        ShopFixture.assertRefused(shop, message, () -> returns.request(orderId, itemIds, methodId));
    }
}
