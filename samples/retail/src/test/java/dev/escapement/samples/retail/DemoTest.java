package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Runner;
import dev.escapement.samples.retail.shop.Database;
import dev.escapement.samples.retail.shop.GiftCard;
import dev.escapement.samples.retail.shop.Order;
import dev.escapement.samples.retail.shop.OrderStatus;
import dev.escapement.samples.retail.shop.PaymentRecord;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.samples.retail.shop.TransactionType;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTest {

    private static final String REQUEST = "I ordered %s by mistake. My address is nora.lind@example.com";

    private final Database before = SampleShop.database();
    private final Shop shop = new Shop(before);

    @Test
    void conversationCancelsAndRefundsTheOrder() throws Exception {
        AgentThread thread = Demo.converse(shop, (all, event) -> {});

        Order order = shop.order("#S1001");
        assertEquals(OrderStatus.CANCELLED, order.status());
        assertEquals("ordered by mistake", order.cancelReason());
        assertEquals(
                List.of(
                        new PaymentRecord(TransactionType.PAYMENT, 88.3, "gift_card_502"),
                        new PaymentRecord(TransactionType.REFUND, 88.3, "gift_card_502")),
                order.paymentHistory());
        assertEquals(
                new GiftCard("gift_card_502", 100.8), shop.user("nora_lind_11").paymentMethod("gift_card_502"));
        assertEquals(List.of("find_user_id_by_email", "get_order_details", "cancel_pending_order"), tools(thread));
        assertEquals("You are welcome. Goodbye!", lastWords(thread));
    }

    @Test
    void nothingChangesWhenTheCustomerSaysNo() {
        Runner runner = runner();
        AgentThread thread = runner.start(String.format(REQUEST, "#S1001"));
        assertEquals(List.of("find_user_id_by_email", "get_order_details"), tools(thread));
        assertEquals(
                "Then everything stays as it is.",
                lastWords(runner.reply(thread.id(), "No, I have thought better of it")));
        assertEquals(before, shop.snapshot());
    }

    @Test
    void orderOfAnotherCustomerIsNotOffered() {
        AgentThread thread = runner().start(String.format(REQUEST, "#S1003"));
        assertEquals("I am sorry, #S1003 is not an order that you can cancel.", lastWords(thread));
        assertEquals(before, shop.snapshot());
    }

    @Test
    void anErrorOfAToolIsToldToTheCustomer() {
        AgentThread thread = runner().start(String.format(REQUEST, "#S9999"));
        assertTrue(lastWords(thread).endsWith("Error: Order not found"), lastWords(thread));
    }

    @Test
    void theCustomerIsAskedForWhatIsMissing() {
        AgentThread thread = runner().start("Please cancel my order");
        assertEquals("Please tell me your e-mail address and the number of the order.", lastWords(thread));
    }

    private Runner runner() {
        return Runner.of(new RetailDeskLoop(new RetailDesk(shop)))
                .model(new DemoModel())
                .build();
    }

    private static List<String> tools(AgentThread thread) {
        return thread.events().stream()
                .filter(Event.ModelReplied.class::isInstance)
                .flatMap(event -> ((Event.ModelReplied) event).calls().stream())
                .map(Call::tool)
                .toList();
    }

    private static String lastWords(AgentThread thread) {
        return ((Event.ModelReplied) thread.last()).text();
    }
}
