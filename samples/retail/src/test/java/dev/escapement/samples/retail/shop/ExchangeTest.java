package dev.escapement.samples.retail.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private final Shop shop = ShopFixture.sample();
    private final Exchange exchange = new Exchange(shop);

    @Test
    void notesTheRequestSortedAndMovesNoMoney() throws ShopException {
        Order before = shop.order("#S1002");
        Order order = exchange.request("#S1002", List.of("3201", "3001"), List.of("3202", "3002"), "credit_card_501");
        assertEquals(OrderStatus.EXCHANGE_REQUESTED, order.status());
        assertEquals(List.of("3001", "3201"), order.exchangeItems());
        assertEquals(List.of("3002", "3202"), order.exchangeNewItems());
        assertEquals("credit_card_501", order.exchangePaymentMethodId());
        assertEquals(20.1, order.exchangePriceDifference());
        assertEquals(before.items(), order.items());
        assertEquals(before.paymentHistory(), order.paymentHistory());
        assertEquals(order, shop.order("#S1002"));
    }

    @Test
    void checksTheBalanceOfAGiftCardAndLeavesItAlone() throws ShopException {
        assertRefused(
                "Insufficient gift card balance to pay for the price difference",
                "#S1002",
                List.of("3201"),
                List.of("3202"),
                "gift_card_502");
        exchange.request("#S1002", List.of("3001", "3001"), List.of("3002", "3002"), "gift_card_502");
        assertEquals(12.5, ShopFixture.balance(shop, "nora_lind_11", "gift_card_502"));
    }

    @Test
    void acceptsTheSameItemAgain() throws ShopException {
        Order order = exchange.request("#S1002", List.of("3001"), List.of("3001"), "gift_card_502");
        assertEquals(0.0, order.exchangePriceDifference());
    }

    @Test
    void refusesInTheOrderOfItsChecks() {
        assertRefused("Order not found", "#S9", List.of("x"), List.of(), "none");
        assertRefused("Non-delivered order cannot be exchanged", "#S1001", List.of("x"), List.of(), "none");
        assertRefused("Number of x not found.", "#S1002", List.of("x"), List.of(), "none");
        assertRefused("Number of 3201 not found.", "#S1002", List.of("3001", "3201", "3201"), List.of(), "none");
        assertRefused(
                "The number of items to be exchanged should match.", "#S1002", List.of("3001"), List.of(), "none");
        assertRefused("Variant not found", "#S1002", List.of("3001"), List.of("3201"), "none");
        assertRefused("New item 3003 not found or available", "#S1002", List.of("3001"), List.of("3003"), "none");
        assertRefused("Payment method not found", "#S1002", List.of("3001"), List.of("3002"), "none");
    }

    @Test
    void takesOneRequestPerOrder() throws ShopException {
        exchange.request("#S1002", List.of("3001"), List.of("3002"), "credit_card_501");
        assertRefused(
                "Non-delivered order cannot be exchanged",
                "#S1002",
                List.of("3201"),
                List.of("3202"),
                "credit_card_501");
    }

    private void assertRefused(String message, String order, List<String> from, List<String> to, String method) {
        ShopFixture.assertRefused(shop, message, () -> exchange.request(order, from, to, method));
    }
}
