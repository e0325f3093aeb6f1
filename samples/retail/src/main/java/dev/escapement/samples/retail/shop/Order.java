package dev.escapement.samples.retail.shop;

import dev.escapement.Codec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer bought in one go, and what became of it.
 *
 * @param orderId the number of the order
 * @param userId who bought
 * @param address where it goes
 * @param items what is in it
 * @param status how far it has come
 * @param fulfillments its parcels
 * @param paymentHistory the money that moved, oldest first
 * @param cancelReason why it was called off; null if it was not
 * @param exchangeItems the items to be exchanged, sorted; null if none are
 * @param exchangeNewItems what is wanted in their place, sorted; null if nothing is
 * @param exchangePaymentMethodId what settles the exchange; null without one
 * @param exchangePriceDifference what the exchange costs, negative for what comes back; null without one
 * @param returnItems the items to be given back, sorted; null if none are
 * @param returnPaymentMethodId where the money for them goes; null if none are
 */
@Codec
public record Order(
        String orderId,
        String userId,
        Address address,
        List<OrderItem> items,
        OrderStatus status,
        List<Fulfillment> fulfillments,
        List<PaymentRecord> paymentHistory,
        @Nullable String cancelReason,
        @Nullable List<String> exchangeItems,
        @Nullable List<String> exchangeNewItems,
        @Nullable String exchangePaymentMethodId,
        @Nullable Double exchangePriceDifference,
        @Nullable List<String> returnItems,
        @Nullable String returnPaymentMethodId) {
    public Order {
        items = List.copyOf(items);
        fulfillments = List.copyOf(fulfillments);
        paymentHistory = List.copyOf(paymentHistory);
        exchangeItems = exchangeItems == null ? null : List.copyOf(exchangeItems);
        exchangeNewItems = exchangeNewItems == null ? null : List.copyOf(exchangeNewItems);
        returnItems = returnItems == null ? null : List.copyOf(returnItems);
    }

    /**
     * The first item of a number.
     *
     * @param itemId the number
     * @return the item
     * @throws ShopException if the order has none
     */
    public OrderItem item(String itemId) throws ShopException {
        for (OrderItem item : items) {
            if (item.itemId().equals(itemId)) {
                return item;
            }
        }
        throw new ShopException("Item " + itemId + " not found");
    }

    OrderBuilder toBuilder() {
        return new OrderBuilder(this);
    }
}
