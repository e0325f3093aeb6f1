package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of the methods of an inbox that compare decisions with questions that a person saw. */
class CheckedDecisionTest {

    private final TestStep pay =
            TestStep.named("pay").effect(Effect.DESTRUCTIVE).asking("Pay?");

    private ScriptedRun waiting() {
        ScriptedRun run = ScriptedRun.of(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x")));
        run.start();
        return run;
    }

    @Test
    void failedCheckRecordsNothing() {
        ScriptedRun run = waiting();
        int size = run.stored().events().size();
        ThreadInbox inbox = ThreadInbox.of(run.store()).checking(thread -> {
            throw new IllegalStateException("other arguments");
        });

        assertThrows(IllegalStateException.class, () -> inbox.approve("t1", "a", ALICE));

        assertEquals(size, run.stored().events().size());
    }

    @Test
    void checkReceivesTheVersionOfEachAttempt() {
        ScriptedRun run = waiting();
        int size = run.stored().events().size();
        List<Integer> sizes = new ArrayList<>();
        ThreadInbox other = ThreadInbox.of(run.store());
        ThreadInbox inbox = other.checking(thread -> {
            sizes.add(thread.events().size());
            if (sizes.size() == 1) {
                other.message("t1", "Wait");
            }
        });

        AgentThread decided = inbox.approve("t1", "a", ALICE);

        assertInstanceOf(Event.Approved.class, decided.last());
        assertEquals(List.of(size, size + 1), sizes);
    }

    @Test
    void questionOfAnAnsweredCallIsEmpty() {
        ScriptedRun run = waiting();
        Standing.Question question =
                ThreadStanding.decided(run.stored()).questions().get(0);
        assertEquals(
                "Pay?", InboxQuestion.of(run.stored(), question).orElseThrow().text());

        AgentThread decided = ThreadInbox.of(run.store()).approve("t1", "a", ALICE);

        assertEquals(Optional.empty(), InboxQuestion.of(decided, question));
    }

    @Test
    void answersDependOnTheFlowOfTheStep() {
        ScriptedRun run = waiting();

        assertEquals(
                Set.of(Answer.Kind.RETURNED, Answer.Kind.FAILED),
                ThreadInbox.of(run.store(), run.loop()).permittedAnswers(run.stored(), "a"));
    }

    @Test
    void unknownCallPermitsNoAnswers() {
        ScriptedRun run = waiting();

        assertEquals(Set.of(), ThreadInbox.of(run.store(), run.loop()).permittedAnswers(run.stored(), "missing"));
    }
}
