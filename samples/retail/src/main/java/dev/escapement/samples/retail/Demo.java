package dev.escapement.samples.retail;

import dev.escapement.run.Runner;
import dev.escapement.run.ThreadListener;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.samples.retail.shop.GiftCard;
import dev.escapement.samples.retail.shop.Money;
import dev.escapement.samples.retail.shop.Order;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.samples.retail.shop.ShopException;
import dev.escapement.thread.AgentThread;
import java.io.PrintStream;

/** An offline demonstration of a conversation with the service desk. */
final class Demo {

    private static final String ORDER = "#S1001";

    private Demo() {}

    static void run(PrintStream out) throws ShopException {
        out.println("This demonstration uses the rules in DemoModel.java in place of a language model.");
        out.println();
        Shop shop = new Shop(SampleShop.database());
        String before = state(shop);
        converse(shop, ThreadPrinter.standard());
        out.println();
        out.println("before: " + before);
        out.println("after:  " + state(shop));
    }

    /**
     * Runs a conversation with a customer who cancels an order, and returns its thread. The agent and the model decide
     * everything else.
     */
    static AgentThread converse(Shop shop, ThreadListener listener) {
        Runner runner = Runner.of(new RetailDeskLoop(new RetailDesk(shop)))
                .model(new DemoModel())
                .listener(listener)
                .build();
        AgentThread thread = runner.start(
                "demo",
                "Hello, I ordered " + ORDER + " by mistake. Can you cancel it? My address is nora.lind@example.com");
        runner.reply(thread.id(), "Yes, please.");
        return runner.reply(thread.id(), "No, that was all. Thank you!");
    }

    private static String state(Shop shop) throws ShopException {
        Order order = shop.order(ORDER);
        String methodId = order.paymentHistory().get(0).paymentMethodId();
        String balance = shop.user(order.userId()).paymentMethod(methodId) instanceof GiftCard card
                ? Money.text(card.balance())
                : "unknown";
        return ORDER + " is " + order.status() + ", the balance of " + methodId + " is " + balance;
    }
}
