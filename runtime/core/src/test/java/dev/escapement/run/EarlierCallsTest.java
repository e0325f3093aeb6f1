package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.fixture.Desk;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.thread.Budget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the form in which the model receives earlier calls. */
class EarlierCallsTest {

    /** The last request offers finishing tools only, but earlier arguments keep their decoded form. */
    @Test
    void lastRequestKeepsEarlierArguments() {
        String inAString = "\"{\\\"text\\\":\\\"x\\\"}\"";
        try (ScriptedModel model = ScriptedModel.of(
                ModelReply.call("c1", "note", inAString),
                ModelReply.call("c2", "note", "{\"text\":\"y\"}"),
                ModelReply.call("c3", "close", "{\"summary\":\"z\"}"))) {
            DeskRunners.builder(new Desk(), model)
                    .budget(Budget.UNLIMITED.withModelCalls(3))
                    .build()
                    .start("hello");

            assertEquals(List.of("{\"text\":\"x\"}"), arguments(model, 1, 1));
            assertEquals(List.of("{\"text\":\"x\"}"), arguments(model, 2, 1));
        }
    }

    private static List<String> arguments(ScriptedModel model, int request, int message) {
        Message shown = model.requests().get(request).messages().get(message);
        return ((Message.Assistant) shown)
                .calls().stream().map(call -> call.arguments()).toList();
    }
}
