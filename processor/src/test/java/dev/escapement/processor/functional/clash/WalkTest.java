package dev.escapement.processor.functional.clash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Runner;
import dev.escapement.thread.Event;
import org.junit.jupiter.api.Test;

/** Tests of an agent whose types all clash with types of the loop. */
class WalkTest {

    @Test
    void itRunsLikeAnyOther() {
        try (ScriptedModel model = ScriptedModel.of(
                ModelReply.call("c1", "step", "{\"width\":4}"),
                ModelReply.call("c2", "step", "{\"width\":-4}"),
                ModelReply.call(
                        "c3",
                        "clashing",
                        "{\"call\":{\"number\":\"1\"},\"dialect\":\"SAXON\",\"list\":[{\"length\":1},{\"length\":2}],"
                                + "\"map\":{},\"reader\":{\"name\":\"Ann\"},"
                                + "\"spec\":{\"type\":\"property_set\",\"name\":\"x\"}}"))) {
            var thread = Runner.of(new AgentLoopLoop(new AgentLoop()))
                    .model(model)
                    .build()
                    .start("Go");
            assertEquals(
                    "{\"distance\":8}", ((Event.StepReturned) thread.events().get(3)).result());
            assertEquals("backwards", ((Event.StepFailed) thread.events().get(6)).message());
            assertEquals("{\"length\":2}", ((Event.Finished) thread.last()).result());
        }
    }
}
