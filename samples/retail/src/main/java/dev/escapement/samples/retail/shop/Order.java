package dev.escapement.samples.retail.shop;

import dev.escapement.Codec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's order, including later changes.
 *
 * @param orderId the number of the order
 * @param userId the account of the customer
 * @param address the delivery address
 * @param items the items
 * @param status the status
 * @param fulfillments the parcels
 * @param paymentHistory payments and refunds, oldest first
 * @param cancelReason the reason of the cancellation; null if the order was not cancelled
 * @param exchangeItems the items to exchange, sorted; null without an exchange
 * @param exchangeNewItems the replacement variants, sorted; null without an exchange
 * @param exchangePaymentMethodId the payment method of the exchange; null without an exchange
 * @param exchangePriceDifference the price of the exchange, negative for a refund; null without an exchange
 * @param returnItems the items to return, sorted; null without a return
 * @param returnPaymentMethodId the payment method that receives the refund; null without a return
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
     * Returns the first item of this order with a given number.
     *
     * @param itemId the number
     * @return the item
     * @throws ShopException if the order does not contain the item
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
