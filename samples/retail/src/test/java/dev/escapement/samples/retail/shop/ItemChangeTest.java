package dev.escapement.samples.retail.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemChangeTest {

    private final Shop shop = ShopFixture.sample();
    private final ItemChange itemChange = new ItemChange(shop);

    @Test
    void chargesTheDifferenceToAGiftCard() throws ShopException {
        Order order = itemChange.change("#S1003", List.of("3201"), List.of("3202"), "gift_card_602");
        assertEquals(OrderStatus.PENDING_ITEM_MODIFIED, order.status());
        assertEquals(PaymentRecord.payment(15.5, "gift_card_602"), last(order));
        assertEquals(44.5, ShopFixture.balance(shop, "otis_varga_12", "gift_card_602"));
        assertEquals(List.of("3202", "3102"), itemIds(order));
        assertEquals(order, shop.order("#S1003"));
    }

    @Test
    void refundsTheDifferenceWithoutRoundingIt() throws ShopException {
        Order order = itemChange.change("#S1003", List.of("3102"), List.of("3101"), "paypal_601");
        assertEquals(PaymentRecord.refund(45.15 - 38.4, "paypal_601"), last(order));
    }

    @Test
    void countsAnEqualPriceAsARefundOfNothing() throws ShopException {
        Order order = itemChange.change("#S1003", List.of(), List.of(), "paypal_601");
        assertEquals(PaymentRecord.refund(0, "paypal_601"), last(order));
        assertEquals(OrderStatus.PENDING_ITEM_MODIFIED, order.status());
    }

    @Test
    void itemsTakeThePriceOfTheLastReplacement() throws ShopException {
        Order order = itemChange.change("#S1003", List.of("3201", "3102"), List.of("3202", "3101"), "paypal_601");
        Map<String, String> options = Map.of("capacity", "1 l", "metal", "steel");
        assertEquals(
                List.of(
                        new OrderItem("Wool Blanket", "2003", "3202", 38.4, options),
                        new OrderItem("Tea Kettle", "2002", "3101", 38.4, options)),
                order.items());
        assertEquals(PaymentRecord.payment(95.5 - 80.0 + (38.4 - 45.15), "paypal_601"), last(order));
    }

    @Test
    void replacesTheFirstItemOfANumberOneAfterTheOther() throws ShopException {
        hold("#S1001", "3001", "3002");
        Order order = itemChange.change("#S1001", List.of("3001", "3002"), List.of("3002", "3001"), "credit_card_501");
        assertEquals(List.of("3001", "3002"), itemIds(order));
    }

    @Test
    void replacesAnItemThatIsHeldTwiceTwice() throws ShopException {
        hold("#S1001", "3001", "3001");
        Order order = itemChange.change("#S1001", List.of("3001", "3001"), List.of("3002", "3002"), "credit_card_501");
        assertEquals(List.of("3002", "3002"), itemIds(order));
        assertEquals(9.2, last(order).amount(), 1e-9);
    }

    @Test
    void worksOncePerOrder() throws ShopException {
        itemChange.change("#S1003", List.of("3102"), List.of("3101"), "paypal_601");
        assertRefused("Non-pending order cannot be modified", "#S1003", List.of("3101"), List.of("3102"), "paypal_601");
    }

    @Test
    void refusesInTheOrderOfItsChecks() {
        assertRefused("Order not found", "#S9", List.of("x"), List.of(), "none");
        assertRefused("Non-pending order cannot be modified", "#S1002", List.of("x"), List.of(), "none");
        assertRefused("x not found", "#S1001", List.of("x"), List.of(), "none");
        assertRefused("3001 not found", "#S1001", List.of("3001", "3001"), List.of(), "none");
        assertRefused("The number of items to be exchanged should match", "#S1001", List.of("3001"), List.of(), "none");
        assertRefused(
                "The new item id should be different from the old item id",
                "#S1001",
                List.of("3001"),
                List.of("3001"),
                "none");
        assertRefused("Variant not found", "#S1001", List.of("3001"), List.of("3101"), "none");
        assertRefused("New item 3003 not found or available", "#S1001", List.of("3001"), List.of("3003"), "none");
        assertRefused("Payment method not found", "#S1001", List.of("3001"), List.of("3002"), "paypal_601");
    }

    @Test
    void refusesAGiftCardWithTooLittleOnIt() {
        assertRefused(
                "Insufficient gift card balance to pay for the new item",
                "#S1001",
                List.of("3101"),
                List.of("3103"),
                "gift_card_502");
    }

    @Test
    void refusesAnItemWhoseProductIsGone() throws ShopException {
        Order order = shop.order("#S1001");
        OrderItem lamp = order.items().get(0);
        OrderItem orphan = new OrderItem(lamp.name(), "2009", lamp.itemId(), lamp.price(), lamp.options());
        shop.put(order.toBuilder().items(List.of(orphan)).build());
        assertRefused("Product not found", "#S1001", List.of("3001"), List.of("3002"), "gift_card_502");
    }

    private void assertRefused(String message, String order, List<String> from, List<String> to, String method) {
        ShopFixture.assertRefused(shop, message, () -> itemChange.change(order, from, to, method));
    }

    /** Fills an order with lamps. */
    private void hold(String orderId, String... itemIds) throws ShopException {
        List<OrderItem> items = new ArrayList<>();
        for (String itemId : itemIds) {
            Variant variant = shop.variant("2001", itemId);
            items.add(new OrderItem("Desk Lamp", "2001", itemId, variant.price(), variant.options()));
        }
        shop.put(shop.order(orderId).toBuilder().items(items).build());
    }

    private static List<String> itemIds(Order order) {
        return order.items().stream().map(OrderItem::itemId).toList();
    }

    private static PaymentRecord last(Order order) {
        return order.paymentHistory().get(order.paymentHistory().size() - 1);
    }
}
