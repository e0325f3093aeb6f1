package dev.escapement.samples.retail;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.samples.retail.shop.Address;
import dev.escapement.samples.retail.shop.AddressChange;
import dev.escapement.samples.retail.shop.CalculationException;
import dev.escapement.samples.retail.shop.Calculator;
import dev.escapement.samples.retail.shop.Catalogue;
import dev.escapement.samples.retail.shop.Exchange;
import dev.escapement.samples.retail.shop.ItemChange;
import dev.escapement.samples.retail.shop.Order;
import dev.escapement.samples.retail.shop.OrderCancellation;
import dev.escapement.samples.retail.shop.PaymentChange;
import dev.escapement.samples.retail.shop.Product;
import dev.escapement.samples.retail.shop.Returns;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.samples.retail.shop.ShopException;
import dev.escapement.samples.retail.shop.User;
import dev.escapement.samples.retail.shop.UserDirectory;
import dev.escapement.samples.retail.shop.Variant;
import dev.escapement.samples.retail.tool.Calculate;
import dev.escapement.samples.retail.tool.CancelPendingOrder;
import dev.escapement.samples.retail.tool.ExchangeDeliveredOrderItems;
import dev.escapement.samples.retail.tool.FindUserIdByEmail;
import dev.escapement.samples.retail.tool.FindUserIdByNameZip;
import dev.escapement.samples.retail.tool.GetItemDetails;
import dev.escapement.samples.retail.tool.GetOrderDetails;
import dev.escapement.samples.retail.tool.GetProductDetails;
import dev.escapement.samples.retail.tool.GetUserDetails;
import dev.escapement.samples.retail.tool.ListAllProductTypes;
import dev.escapement.samples.retail.tool.ModifyPendingOrderAddress;
import dev.escapement.samples.retail.tool.ModifyPendingOrderItems;
import dev.escapement.samples.retail.tool.ModifyPendingOrderPayment;
import dev.escapement.samples.retail.tool.ModifyUserAddress;
import dev.escapement.samples.retail.tool.ReturnDeliveredOrderItems;
import dev.escapement.samples.retail.tool.TransferToHumanAgents;
import java.util.Map;

/**
 * An agent that acts as the service desk of a shop. Each step calls the shop's own code.
 *
 * <p>Not safe for use by several Java threads, like {@link Shop}. The shop does not support idempotency keys: if the
 * process crashes after a step changed the shop and before the result is stored, the step runs again on the changed
 * order.
 */
@Agent
public final class RetailDesk {

    private final Shop shop;
    private final Catalogue catalogue;
    private final UserDirectory directory;
    private final AddressChange addressChange;
    private final OrderCancellation cancellation;
    private final ItemChange itemChange;
    private final PaymentChange paymentChange;
    private final Exchange exchange;
    private final Returns returns;

    /**
     * Creates an agent for a shop.
     *
     * @param shop the shop
     */
    public RetailDesk(Shop shop) {
        this.shop = shop;
        this.catalogue = new Catalogue(shop);
        this.directory = new UserDirectory(shop);
        this.addressChange = new AddressChange(shop);
        this.cancellation = new OrderCancellation(shop);
        this.itemChange = new ItemChange(shop);
        this.paymentChange = new PaymentChange(shop);
        this.exchange = new Exchange(shop);
        this.returns = new Returns(shop);
    }

    @Prompt
    String prompt() {
        return """
                You serve the customers of a shop.

                Identify the customer first: look the account up by e-mail address, or by name and postal code, \
                even if an account id is given. Serve this customer only, and do not show the data of others.

                You can tell customers about their profile, their orders and the products; change the address in \
                their profile; cancel a pending order, or change its address, its payment or its items; take requests \
                to return or exchange items of a delivered order. Orders in any other state stay as they are.

                Before each change, state exactly what will happen and wait for the customer's consent. Items \
                of one order are changed, exchanged or returned in one request: ask first whether the list is complete.

                - Cancel an order only for the reason "no longer needed" or "ordered by mistake".
                - A new item is another variant of the same product, in stock.
                - A gift card covers at most its balance.
                - Refund a return to the original payment method, or to a gift card of the customer.
                - Refunds reach gift cards immediately, and cards and accounts within a week.

                Call one tool at a time, or write to the customer, never both. Use only facts from the customer and \
                the tools, and do not give opinions. Hand over to a person only what these tools cannot do.
                """;
    }

    @Step(effect = Effect.READ)
    String findByEmail(FindUserIdByEmail call) throws ShopException {
        return directory.byEmail(call.email());
    }

    @Step(effect = Effect.READ)
    String findByNameAndZip(FindUserIdByNameZip call) throws ShopException {
        return directory.byNameAndZip(call.firstName(), call.lastName(), call.zip());
    }

    @Step(effect = Effect.READ)
    User user(GetUserDetails call) throws ShopException {
        return shop.user(call.userId());
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
    Map<String, String> products(ListAllProductTypes call) {
        return catalogue.productIdsByName();
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

    @Step(effect = Effect.WRITE)
    User move(ModifyUserAddress call) throws ShopException {
        Address to =
                new Address(call.address1(), call.address2(), call.city(), call.country(), call.state(), call.zip());
        return addressChange.ofUser(call.userId(), to);
    }

    @Step(effect = Effect.WRITE)
    Order requestExchange(ExchangeDeliveredOrderItems call) throws ShopException {
        return exchange.request(call.orderId(), call.itemIds(), call.newItemIds(), call.paymentMethodId());
    }

    @Step(effect = Effect.WRITE)
    Order requestReturn(ReturnDeliveredOrderItems call) throws ShopException {
        return returns.request(call.orderId(), call.itemIds(), call.paymentMethodId());
    }

    @Step(effect = Effect.WRITE)
    Finish<String> transfer(TransferToHumanAgents call) {
        return Finish.with("Transfer successful");
    }
}
