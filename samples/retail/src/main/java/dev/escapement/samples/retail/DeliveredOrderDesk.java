package dev.escapement.samples.retail;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.samples.retail.shop.Exchange;
import dev.escapement.samples.retail.shop.Order;
import dev.escapement.samples.retail.shop.Returns;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.samples.retail.shop.ShopException;
import dev.escapement.samples.retail.tool.ExchangeDeliveredOrderItems;
import dev.escapement.samples.retail.tool.ReturnDeliveredOrderItems;

/**
 * A sub-agent of {@link FrontDesk} that takes requests to return and to exchange items of delivered orders. Its result is
 * the text of its report.
 */
@Agent(onText = OnText.FINISH, toolkits = OrderLookup.class)
public final class DeliveredOrderDesk {

    private final Exchange exchange;
    private final Returns returns;

    /**
     * Creates an agent for a shop.
     *
     * @param shop the shop
     */
    public DeliveredOrderDesk(Shop shop) {
        this.exchange = new Exchange(shop);
        this.returns = new Returns(shop);
    }

    @Prompt
    String prompt() {
        return """
                You take requests to return or exchange items of the delivered orders of a customer of a shop. The \
                customer has agreed to the request. Orders in any other state stay as they are. Call one tool at a \
                time. At the end, report in one paragraph what you did, and what you could not do and why.

                - The items of one order are exchanged or returned in one request.
                - A new item is another variant of the same product, in stock.
                - A gift card covers at most its balance.
                - Refund a return to the original payment method, or to a gift card of the customer.
                - Refunds reach gift cards immediately, and cards and accounts within a week.
                """;
    }

    @Step(effect = Effect.WRITE)
    Order requestExchange(ExchangeDeliveredOrderItems call) throws ShopException {
        return exchange.request(call.orderId(), call.itemIds(), call.newItemIds(), call.paymentMethodId());
    }

    @Step(effect = Effect.WRITE)
    Order requestReturn(ReturnDeliveredOrderItems call) throws ShopException {
        return returns.request(call.orderId(), call.itemIds(), call.paymentMethodId());
    }
}
