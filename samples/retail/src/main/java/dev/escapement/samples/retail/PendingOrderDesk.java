package dev.escapement.samples.retail;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.samples.retail.shop.Address;
import dev.escapement.samples.retail.shop.AddressChange;
import dev.escapement.samples.retail.shop.CalculationException;
import dev.escapement.samples.retail.shop.Calculator;
import dev.escapement.samples.retail.shop.Catalogue;
import dev.escapement.samples.retail.shop.ItemChange;
import dev.escapement.samples.retail.shop.Order;
import dev.escapement.samples.retail.shop.OrderCancellation;
import dev.escapement.samples.retail.shop.PaymentChange;
import dev.escapement.samples.retail.shop.Product;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.samples.retail.shop.ShopException;
import dev.escapement.samples.retail.shop.Variant;
import dev.escapement.samples.retail.tool.Calculate;
import dev.escapement.samples.retail.tool.CancelPendingOrder;
import dev.escapement.samples.retail.tool.GetItemDetails;
import dev.escapement.samples.retail.tool.GetOrderDetails;
import dev.escapement.samples.retail.tool.GetProductDetails;
import dev.escapement.samples.retail.tool.ModifyPendingOrderAddress;
import dev.escapement.samples.retail.tool.ModifyPendingOrderItems;
import dev.escapement.samples.retail.tool.ModifyPendingOrderPayment;

/** A sub-agent of {@link FrontDesk} that cancels and changes pending orders. Its result is the text of its report. */
@Agent(onText = OnText.FINISH)
public final class PendingOrderDesk {

    private final Shop shop;
    private final Catalogue catalogue;
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
        this.shop = shop;
        this.catalogue = new Catalogue(shop);
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

    @Step(effect = Effect.READ)
    Order order(GetOrderDetails call) throws ShopException {
        return shop.order(call.orderId());
    }

    @Step(effect = Effect.READ)
    Product product(GetProductDetails call) throws ShopException {
        return shop.product(call.productId());
    }

    @Step(effect = Effect.READ)
    Variant item(GetItemDetails call) throws ShopException {
        return catalogue.variant(call.itemId());
    }

    @Step(effect = Effect.READ)
    String calculate(Calculate call) throws CalculationException {
        return Calculator.evaluate(call.expression());
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
