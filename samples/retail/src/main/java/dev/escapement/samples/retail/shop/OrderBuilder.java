package dev.escapement.samples.retail.shop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A builder of changed copies of an order. */
final class OrderBuilder {

    private final Order before;
    private Address address;
    private List<OrderItem> items;
    private OrderStatus status;
    private final List<PaymentRecord> paymentHistory;
    private @Nullable String cancelReason;
    private @Nullable List<String> exchangeItems;
    private @Nullable List<String> exchangeNewItems;
    private @Nullable String exchangePaymentMethodId;
    private @Nullable Double exchangePriceDifference;
    private @Nullable List<String> returnItems;
    private @Nullable String returnPaymentMethodId;

    OrderBuilder(Order before) {
        this.before = before;
        this.address = before.address();
        this.items = before.items();
        this.status = before.status();
        this.paymentHistory = new ArrayList<>(before.paymentHistory());
        this.cancelReason = before.cancelReason();
        this.exchangeItems = before.exchangeItems();
        this.exchangeNewItems = before.exchangeNewItems();
        this.exchangePaymentMethodId = before.exchangePaymentMethodId();
        this.exchangePriceDifference = before.exchangePriceDifference();
        this.returnItems = before.returnItems();
        this.returnPaymentMethodId = before.returnPaymentMethodId();
    }

    OrderBuilder address(Address to) {
        address = to;
        return this;
    }

    OrderBuilder items(List<OrderItem> changed) {
        items = changed;
        return this;
    }

    OrderBuilder status(OrderStatus reached) {
        status = reached;
        return this;
    }

    OrderBuilder addPayments(List<PaymentRecord> more) {
        paymentHistory.addAll(more);
        return this;
    }

    OrderBuilder cancelReason(String reason) {
        cancelReason = reason;
        return this;
    }

    OrderBuilder exchange(List<String> from, List<String> to, String paymentMethodId, double priceDifference) {
        exchangeItems = from.stream().sorted().toList();
        exchangeNewItems = to.stream().sorted().toList();
        exchangePaymentMethodId = paymentMethodId;
        exchangePriceDifference = priceDifference;
        return this;
    }

    OrderBuilder returns(List<String> itemIds, String paymentMethodId) {
        returnItems = itemIds.stream().sorted().toList();
        returnPaymentMethodId = paymentMethodId;
        return this;
    }

    Order build() {
        return new Order(
                before.orderId(),
                before.userId(),
                address,
                items,
                status,
                before.fulfillments(),
                paymentHistory,
                cancelReason,
                exchangeItems,
                exchangeNewItems,
                exchangePaymentMethodId,
                exchangePriceDifference,
                returnItems,
                returnPaymentMethodId);
    }
}
