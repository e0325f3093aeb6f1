package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Delegate;
import dev.escapement.engine.DelegateStart;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests that the tokens and the cost of a child count for its parent: as reserved until its end, then as used. */
class DelegateBudgetTest {

    private static final Instant AT = DeskRunners.AT;

    private final TestStep done = TestStep.named("done").finishes();
    private final TestStep risky = TestStep.named("risky").asking("May I?");
    private final TeamLoop aide = TeamLoop.of("Aide", risky, done);
    private final TeamModel model = new TeamModel();
    private final InMemoryThreadStore store = new InMemoryThreadStore(DeskRunners.CLOCK);
    private UnaryOperator<Delegate<Object>> limits = UnaryOperator.identity();
    private final TestStep hand = TestStep.named("hand").delegates((text, context) -> {
        Delegate<Object> start = new DelegateStart<>("Aide", Start.of(text));
        return Outcome.delegated("Aide", limits.apply(start), false);
    });

    private Runner runner(Budget budget, TeamLoop... more) {
        TeamLoop lead = TeamLoop.of("Lead", hand, done)
                .with(new Policy(budget, 3, Policy.DEFAULT.onFailures(), Policy.DEFAULT.onText()));
        return Runner.of(lead, more)
                .model(model)
                .store(store)
                .ids(() -> "t1")
                .clock(DeskRunners.CLOCK)
                .build();
    }

    private static ModelReply reply(int tokens, Call... calls) {
        return new ModelReply("", List.of(calls), new Usage(tokens, 0, 0, new BigDecimal("0.1")));
    }

    private static List<OptionalLong> tokens(AgentThread thread) {
        return events(thread, DelegateStarted.class).stream()
                .map(started -> started.budget().tokens())
                .toList();
    }

    private AgentThread stored() {
        return store.load("t1").orElseThrow();
    }

    @Test
    void delegatesOfAReplyShareTheRestEqually() {
        model.script("Lead", reply(100, hand.call("c1", "a"), hand.call("c2", "b"), hand.call("c3", "c")));

        AgentThread thread = runner(Budget.UNLIMITED.withTokens(1_000).withCost(new BigDecimal("1")))
                .start("go");

        OptionalLong third = OptionalLong.of(300);
        assertEquals(List.of(third, third, third), tokens(thread));
        assertEquals(1_000, thread.usage().tokens());
        for (DelegateStarted started : events(thread, DelegateStarted.class)) {
            assertEquals(
                    0, new BigDecimal("0.3").compareTo(started.budget().cost().orElseThrow()));
        }
        assertEquals(0, new BigDecimal("1").compareTo(thread.usage().cost()));
    }

    @Test
    void givenLimitIsReservedButAtMostTheRest() {
        limits = start -> start.maxTokens(600).maxSteps(7);
        model.script("Lead", reply(100, hand.call("c1", "a"), hand.call("c2", "b"), hand.call("c3", "c")));

        AgentThread thread = runner(Budget.UNLIMITED.withTokens(1_000)).start("go");

        assertEquals(List.of(OptionalLong.of(600), OptionalLong.of(300)), tokens(thread));
        assertEquals(
                OptionalLong.of(7),
                events(thread, DelegateStarted.class).get(0).budget().steps());
        assertEquals(
                ModelMessages.childWithoutBudget(),
                events(thread, Event.StepFailed.class).get(0).message());
    }

    @Test
    void unlimitedParentReservesNothing() {
        model.script("Lead", reply(100, hand.call("c1", "a")));

        AgentThread thread = runner(Budget.UNLIMITED).start("go");

        assertEquals(List.of(OptionalLong.empty()), tokens(thread));
        assertEquals(100, thread.usage().tokens());
    }

    @Test
    void usageReplacesTheReservation() {
        model.script("Lead", reply(100, hand.call("c1", "a")), reply(50, done.call("c2", "ok")));
        model.script("Aide", reply(30, done.call("d1", "found")));

        AgentThread thread = runner(Budget.UNLIMITED.withTokens(1_000), aide).start("go");

        assertEquals(
                new Usage(30, 0, 0, new BigDecimal("0.1")),
                events(thread, DelegateEnded.class).get(0).usage());
        assertEquals(180, thread.usage().tokens());
        assertEquals(new BigDecimal("0.3"), thread.usage().cost());
    }

    @Test
    void childWithASpentBudgetIsAFailureThatCannotBeExtended() {
        limits = start -> start.maxTokens(10);
        model.script("Lead", reply(100, hand.call("c1", "a")), reply(50, done.call("c2", "ok")));
        model.script("Aide", reply(30, risky.call("r1", "x")), reply(1, done.call("d1", "late")));
        Runner runner = runner(Budget.UNLIMITED.withTokens(1_000), aide);
        AgentThread waiting = runner.start("go");
        assertFalse(waiting.hasEnded());
        String child = events(waiting, DelegateStarted.class).get(0).threadId();

        AgentThread unused = runner.approve(child, "r1", Approver.of("alice"));

        assertEquals(
                ModelMessages.childStopped("Aide", StopCause.BUDGET),
                events(stored(), DelegateEnded.class).get(0).result());
        assertThrows(
                NotWaitingException.class,
                () -> runner.extend(child, Approver.of("alice"), Budget.UNLIMITED.withTokens(100)));
    }

    /** Returns a thread with a child for which 500 tokens are reserved, after 100 were used. */
    private static AgentThread reserved() {
        return new AgentThread(
                "t1",
                List.of(
                        new Event.Started(AT, "Lead", Start.of("go"), Budget.UNLIMITED.withTokens(1_000)),
                        new Event.ModelReplied(AT, "", List.of(new Call("c1", "hand", "{}")), new Usage(100, 0)),
                        new DelegateStarted(
                                AT, "c1", "Aide", "t1~x", Start.of("a"), Budget.UNLIMITED.withTokens(500), false)));
    }

    private static DelegateEnded ended(boolean succeeded) {
        return new DelegateEnded(AT, "c1", succeeded, "x", "", new Usage(20, 0), List.of(), false);
    }

    @Test
    void answeredCallKeepsItsReservationUntilTheChildEnds() {
        AgentThread answered =
                reserved().with(new AnsweredByPerson(AT, "c1", "alice", new Answer.Returned("\"by hand\""), ""));

        assertEquals(600, reserved().usage().tokens());
        assertEquals(600, answered.usage().tokens());
        AgentThread after = answered.with(ended(false));
        assertEquals(120, after.usage().tokens());
        assertEquals("", after.state().brokenBy().orElse(""));
        assertEquals(true, after.state().reply().calls().get(0).succeeded(), "the answer of the person remains");
        AgentThread later = answered.with(
                        new Event.ModelReplied(AT, "", List.of(new Call("c2", "hand", "{}")), new Usage(5, 0)))
                .with(ended(true));
        assertEquals(125, later.usage().tokens());
        assertEquals("", later.state().brokenBy().orElse(""));
    }

    @Test
    void stoppedThreadKeepsItsReservationUntilTheChildEnds() {
        AgentThread stopped = reserved().with(new Event.Stopped(AT, "", StopCause.CANCELLED, ""));

        assertEquals(600, stopped.usage().tokens());
        assertEquals(120, stopped.with(ended(false)).usage().tokens());
    }

    @Test
    void secondEndOfAChildIsNotCounted() {
        AgentThread once = reserved().with(ended(true));

        assertEquals(120, once.usage().tokens());
        assertEquals(120, once.with(ended(true)).usage().tokens());
    }
}
