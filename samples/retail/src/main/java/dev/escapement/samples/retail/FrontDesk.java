package dev.escapement.samples.retail;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.samples.retail.shop.Address;
import dev.escapement.samples.retail.shop.AddressChange;
import dev.escapement.samples.retail.shop.Catalogue;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.samples.retail.shop.ShopException;
import dev.escapement.samples.retail.shop.User;
import dev.escapement.samples.retail.shop.UserDirectory;
import dev.escapement.samples.retail.tool.FindUserIdByEmail;
import dev.escapement.samples.retail.tool.FindUserIdByNameZip;
import dev.escapement.samples.retail.tool.GetUserDetails;
import dev.escapement.samples.retail.tool.ListAllProductTypes;
import dev.escapement.samples.retail.tool.ModifyUserAddress;
import dev.escapement.samples.retail.tool.ServeDeliveredOrders;
import dev.escapement.samples.retail.tool.ServePendingOrders;
import dev.escapement.samples.retail.tool.TransferToHumanAgents;
import java.util.Map;

/**
 * An agent that does the work of {@link RetailDesk} with two sub-agents: it identifies the customers and talks to them,
 * and delegates the work on their orders. Each agent has half of the tools or fewer, and a shorter prompt.
 *
 * <p>The same restrictions apply as to {@link RetailDesk}.
 */
@Agent
public final class FrontDesk {

    private final Shop shop;
    private final Catalogue catalogue;
    private final UserDirectory directory;
    private final AddressChange addressChange;

    /**
     * Creates an agent for a shop.
     *
     * @param shop the shop
     */
    public FrontDesk(Shop shop) {
        this.shop = shop;
        this.catalogue = new Catalogue(shop);
        this.directory = new UserDirectory(shop);
        this.addressChange = new AddressChange(shop);
    }

    @Prompt
    String prompt() {
        return """
                You serve the customers of a shop.

                Identify the customer first: look the account up by e-mail address, or by name and postal code, \
                even if an account id is given. Serve this customer only, and do not show the data of others.

                Two desks work on orders: one on pending orders, one on delivered orders. They do not talk to the \
                customer. Before you let a desk change an order, state exactly what will happen and wait for the \
                customer's consent. Then pass on the account id, the numbers of the orders and the exact request.

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
    Map<String, String> products(ListAllProductTypes call) {
        return catalogue.productIdsByName();
    }

    @Step(effect = Effect.WRITE)
    User move(ModifyUserAddress call) throws ShopException {
        Address to =
                new Address(call.address1(), call.address2(), call.city(), call.country(), call.state(), call.zip());
        return addressChange.ofUser(call.userId(), to);
    }

    @Step
    Delegate<PendingOrderDesk> pendingOrders(ServePendingOrders call) {
        return PendingOrderDeskLoop.delegate(call.request());
    }

    @Step
    Delegate<DeliveredOrderDesk> deliveredOrders(ServeDeliveredOrders call) {
        return DeliveredOrderDeskLoop.delegate(call.request());
    }

    @Step(effect = Effect.WRITE)
    Finish<String> transfer(TransferToHumanAgents call) {
        return Finish.with("Transfer successful");
    }
}
