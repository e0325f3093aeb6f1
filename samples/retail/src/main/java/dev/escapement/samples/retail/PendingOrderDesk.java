package dev.escapement.samples.retail;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.samples.retail.shop.Address;
import dev.escapement.samples.retail.shop.AddressChange;
import dev.escapement.samples.retail.shop.ItemChange;
import dev.escapement.samples.retail.shop.Order;
import dev.escapement.samples.retail.shop.OrderCancellation;
import dev.escapement.samples.retail.shop.PaymentChange;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.samples.retail.shop.ShopException;
import dev.escapement.samples.retail.tool.CancelPendingOrder;
import dev.escapement.samples.retail.tool.ModifyPendingOrderAddress;
import dev.escapement.samples.retail.tool.ModifyPendingOrderItems;
import dev.escapement.samples.retail.tool.ModifyPendingOrderPayment;

/** A sub-agent of {@link FrontDesk} that cancels and changes pending orders. Its result is the text of its report. */
@Agent(onText = OnText.FINISH, toolkits = OrderLookup.class)
public final class PendingOrderDesk {

    private final AddressChange addressChange;
    private final OrderCancellation cancellation;
    private final ItemChange itemChange;
    private final PaymentChange paymentChange;

    /**
     * Creates an agent for a shop.
     *
     * @param shop the shop
     */
    public PendingOrderDesk(Shop shop) {
        this.addressChange = new AddressChange(shop);
        this.cancellation = new OrderCancellation(shop);
        this.itemChange = new ItemChange(shop);
        this.paymentChange = new PaymentChange(shop);
    }

    @Prompt
    String prompt() {
        return """
                You work on the pending orders of a customer of a shop, as requested. The customer has agreed to the \
                request. Orders in any other state stay as they are. Call one tool at a time. At the end, report in \
                one paragraph what you did, and what you could not do and why.

                - Cancel an order only for the reason "no longer needed" or "ordered by mistake".
                - The items of one order are changed in one request.
                - A new item is another variant of the same product, in stock.
                - A gift card covers at most its balance.
                """;
    }

    @Step(effect = Effect.WRITE)
    Order cancel(CancelPendingOrder call) throws ShopException {
        return cancellation.cancel(call.orderId(), call.reason());
    }

    @Step(effect = Effect.WRITE)
    Order sendElsewhere(ModifyPendingOrderAddress call) throws ShopException {
        Address to =
                new Address(call.address1(), call.address2(), call.city(), call.country(), call.state(), call.zip());
        return addressChange.ofOrder(call.orderId(), to);
    }

    @Step(effect = Effect.WRITE)
    Order changeItems(ModifyPendingOrderItems call) throws ShopException {
        return itemChange.change(call.orderId(), call.itemIds(), call.newItemIds(), call.paymentMethodId());
    }

    @Step(effect = Effect.WRITE)
    Order payOtherwise(ModifyPendingOrderPayment call) throws ShopException {
        return paymentChange.move(call.orderId(), call.paymentMethodId());
    }
}
