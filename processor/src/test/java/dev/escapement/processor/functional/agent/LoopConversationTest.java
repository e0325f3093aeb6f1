package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests a generated loop from a trigger through an approval, a selection, a gate and a question to its end. */
class LoopConversationTest {

    private final AllControlsLoop loop = new AllControlsLoop(new AllControls());
    private final ScriptedModel model = ScriptedModel.of(
            ModelReply.call("c", "decide", "{\"what\":\"look\"}"),
            ModelReply.call("d", "ask_wish", "{}"),
            ModelReply.call("e", "close", "{}"));
    private final Runner runner = Runner.of(loop).model(model).build();

    @Test
    void eachMemberOfTheAgentHasItsPlaceInTheThread() {
        AgentThread thread = runner.start("t", loop.mail(new AllControls.Person("ann")));
        runner.approve("t", "c", Approver.of("bob"));
        thread = runner.reply("t", "d", AllControlsLoop.replyToAskWish(new AllControls.Wish(2, List.of())));

        assertEquals(
                List.of(
                        "Started",
                        "ContextFetched", // known people
                        "ContextFetched", // events
                        "ModelReplied", // decide
                        "ApprovalAsked",
                        "Approved",
                        "GatePassed",
                        "StepStarted",
                        "CallSelected",
                        "GateDenied", // look
                        "ContextFetched",
                        "ModelReplied", // ask_wish
                        "StepStarted",
                        "ReplyAsked",
                        "ReplyReceived",
                        "ContextFetched",
                        "ModelReplied", // close
                        "StepStarted",
                        "Finished"),
                thread.events().stream()
                        .map(event -> event.getClass().getSimpleName())
                        .toList());
        assertEquals("\"bye\"", ((Event.Finished) thread.last()).result());
    }

    @Test
    void aReplyThatIsNoneIsNotRecorded() {
        runner.start("t", loop.mail(new AllControls.Person("ann")));
        AgentThread thread = runner.approve("t", "c", Approver.of("bob"));

        assertThrows(IllegalArgumentException.class, () -> runner.reply("t", "d", "{\"number\":0}"));
        assertEquals(thread.events(), runner.resume("t").events());
    }
}
