package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelpDeskTest {

    private final HelpDeskLoop loop = new HelpDeskLoop(new HelpDesk(Map.of("A-1042", "delivered")));

    @Test
    void modelCorrectsAnUnknownOrder() {
        ScriptedModel model = new ScriptedModel()
                .then(ModelReply.call("c1", "look_up_order", "{\"orderId\":\"A-1\"}"))
                .expect(
                        "the message of the exception",
                        request -> request.messages().toString().contains("Order A-1 does not exist."),
                        ModelReply.call("c2", "look_up_order", "{\"orderId\":\"A-1042\"}"))
                .then(ModelReply.call("c3", "close_case", "{\"answer\":\"Delivered.\"}"));
        try (model) {
            AgentThread thread = Runner.of(loop).model(model).build().start("Where is order A-1042?");

            assertTrue(thread.hasEnded());
            assertEquals("\"Delivered.\"", ((Event.Finished) thread.last()).result());
        }
    }
}
