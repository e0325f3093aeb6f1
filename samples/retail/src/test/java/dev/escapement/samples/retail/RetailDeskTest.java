package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Runner;
import dev.escapement.samples.retail.shop.Database;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Rendering;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the results that a model receives from steps that the recorded data rarely uses. */
class RetailDeskTest {

    private final Database before = SampleShop.database();
    private final Shop shop = new Shop(before);

    @Test
    void productsAreListedByName() {
        assertEquals(
                "{\"Desk Lamp\":\"2001\",\"Tea Kettle\":\"2002\",\"Wool Blanket\":\"2003\"}",
                answer("list_all_product_types", "{}").text());
    }

    @Test
    void theResultOfACalculationIsShownBare() {
        assertEquals(
                "12.0", answer("calculate", "{\"expression\": \"(1 + 2) * 4\"}").text());
    }

    @Test
    void aCalculationThatFailsIsAnError() {
        assertEquals(
                new Message.ToolAnswer("c1", "Error: Invalid characters in expression", true),
                answer("calculate", "{\"expression\": \"2 ^ 4\"}"));
        assertEquals(
                new Message.ToolAnswer("c1", "Error: Division by zero", true),
                answer("calculate", "{\"expression\": \"1 / 0\"}"));
    }

    @Test
    void whatTheShopRefusesIsAnErrorAndChangesNothing() {
        assertEquals(
                new Message.ToolAnswer("c1", "Error: Non-pending order cannot be cancelled", true),
                answer("cancel_pending_order", "{\"order_id\": \"#S1004\", \"reason\": \"no longer needed\"}"));
        assertEquals(before, shop.snapshot());
    }

    @Test
    void aPersonWhoTakesOverEndsTheThread() {
        AgentThread thread = run(ModelReply.call("c1", "transfer_to_human_agents", "{\"summary\": \"A bulk order\"}"));
        assertEquals(EventKind.FINISHED, thread.last().kind());
        assertEquals("Transfer successful", answers(thread).get(0).text());
    }

    @Test
    void addressChangesTheProfileOnly() throws Exception {
        answer(
                "modify_user_address",
                "{\"user_id\": \"otis_varga_12\", \"address1\": \"9 Pier Road\", \"address2\": \"\","
                        + " \"city\": \"Sydney\", \"state\": \"NS\", \"country\": \"Canada\", \"zip\": \"B1P 2Z1\"}");
        assertEquals("NS", shop.user("otis_varga_12").address().state());
        assertEquals("Canada", shop.user("otis_varga_12").address().country());
        assertEquals(before.orders(), shop.snapshot().orders());
    }

    private Message.ToolAnswer answer(String tool, String arguments) {
        return answers(run(ModelReply.call("c1", tool, arguments), ModelReply.text("Done.")))
                .get(0);
    }

    private AgentThread run(ModelReply... replies) {
        try (ScriptedModel model = ScriptedModel.of(replies)) {
            return Runner.of(new RetailDeskLoop(new RetailDesk(shop)))
                    .model(model)
                    .build()
                    .start("Hello");
        }
    }

    private static List<Message.ToolAnswer> answers(AgentThread thread) {
        return Rendering.messages(thread, false).stream()
                .filter(Message.ToolAnswer.class::isInstance)
                .map(Message.ToolAnswer.class::cast)
                .toList();
    }
}
