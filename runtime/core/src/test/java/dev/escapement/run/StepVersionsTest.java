package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.escapement.Effect;
import dev.escapement.engine.StepVersions;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Event;
import dev.escapement.thread.StepVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the versions of an agent's steps in threads. */
class StepVersionsTest {

    private final TestStep ask = TestStep.named("ask").pauses();
    private final TestStep other = TestStep.named("other");

    @Test
    void versionHasEffectFlowAndHashes() {
        StepVersion version = StepVersions.of(TestLoop.of(ask)).get("ask");

        assertEquals(Effect.WRITE, version.effect());
        assertEquals("pauses", version.flow());
        assertEquals(16, version.arguments().length());
        assertEquals(16, version.result().length());
    }

    @Test
    void spacesInASchemaDoNotChangeTheVersion() {
        assertEquals(
                StepVersions.of(TestLoop.of(ask)),
                StepVersions.of(TestLoop.of(ask.replySchema("{ \"type\": \"string\" }"))));
        assertNotEquals(
                StepVersions.of(TestLoop.of(ask)),
                StepVersions.of(TestLoop.of(ask.replySchema("{\"type\":\"integer\"}"))));
    }

    @Test
    void loopWithoutResultSchemaHasVersions() {
        assertEquals(
                "", StepVersions.of(TestLoop.of(other.finishes())).get("other").result());
    }

    @Test
    void startedContainsTheVersions() {
        TestLoop loop = TestLoop.of(ask);
        AgentThread thread = ScriptedRun.of(loop, ModelReply.text("hi")).start();

        assertEquals(StepVersions.of(loop), ((Event.Started) thread.events().get(0)).versions());
        assertEquals(List.of("ModelReplied"), ScriptedRun.kinds(thread));
    }

    @Test
    void otherReleaseRecordsItsVersionsOnce() {
        ScriptedRun run = ScriptedRun.of(TestLoop.of(ask), ModelReply.calls(ask.call("a", "Which?")));
        run.start();
        ScriptedRun release = run.another(TestLoop.of(ask, other), ModelReply.text("a"), ModelReply.text("b"));

        release.runner().resume("t1"); // waits, so that nothing is recorded
        assertEquals(4, release.stored().events().size());
        release.runner().reply("t1", "a", "\"this\"");
        AgentThread thread = release.runner().reply("t1", "more");

        assertEquals(
                List.of(new AgentUpdated(DeskRunners.AT, StepVersions.of(TestLoop.of(ask, other)))),
                ScriptedRun.events(thread, AgentUpdated.class));
        assertEquals(
                List.of("ModelReplied", "StepStarted", "ReplyAsked", "ReplyReceived", "AgentUpdated", "ModelReplied"),
                ScriptedRun.kinds(thread).subList(0, 6));
    }
}
