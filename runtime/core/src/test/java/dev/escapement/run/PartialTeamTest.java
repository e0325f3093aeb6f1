package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of runners and inboxes that do not have the loops of all agents of a tree. */
class PartialTeamTest {

    private final TestStep hand = TestStep.named("hand").delegates("Aide", false);
    private final TestStep done = TestStep.named("done").finishes();
    private final TeamLoop lead = TeamLoop.of("Lead", hand);
    private final TeamLoop aide = TeamLoop.of("Aide", done);
    private final TeamModel model =
            new TeamModel().script("Lead", ModelReply.calls(hand.call("c1", "one"), hand.call("c2", "two")));
    private final InMemoryThreadStore store = new InMemoryThreadStore();

    @Test
    void childrenLeftToWorkersAreLoggedOnceForEachAgent() {
        Runner runner = Runner.of(lead).model(model).store(store).build();
        try (RecordedLog log = RecordedLog.of(TreeCoordinator.class)) {
            AgentThread unused = runner.start("t1", "go");
            AgentThread waiting = runner.resume("t1");

            assertEquals(2, waiting.state().delegates().size());
            assertEquals(
                    List.of(DriveMessages.leftToWorkers("Aide")),
                    log.entries().stream().map(RecordedLog.Entry::message).toList());
        }
    }

    @Test
    void modelOfAnAgentWithoutLoopIsRejected() {
        Runner.Builder builder = Runner.of(lead).model(model).model(aide, model);
        IllegalStateException thrown = assertThrows(IllegalStateException.class, builder::build);
        assertEquals(DriveMessages.modelWithoutLoop("Aide"), thrown.getMessage());
    }

    @Test
    void inboxChecksTheThreadsOfAllItsAgents() {
        for (String agent : List.of("Lead", "Aide", "Other")) {
            store.append(Append.of(agent, 0, new Event.Started(DeskRunners.AT, agent, "go")));
        }
        ThreadInbox inbox = ThreadInbox.of(store, lead, aide);

        assertEquals(
                "Hurry.",
                ((Event.MessageReceived) inbox.message("Lead", "Hurry.").last()).text());
        assertEquals(
                "Hurry.",
                ((Event.MessageReceived) inbox.message("Aide", "Hurry.").last()).text());
        WrongAgentException thrown = assertThrows(WrongAgentException.class, () -> inbox.message("Other", "Hurry."));
        assertEquals("Lead", thrown.agent());
        assertThrows(IllegalArgumentException.class, () -> ThreadInbox.of(store, lead, lead));
    }
}
