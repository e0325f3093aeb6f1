package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the command after an attempt whose outcome is unknown. */
class RecoveryTest {

    private static final Instant AT = Instant.EPOCH;
    private static final TestStep OTHER = TestStep.named("other");
    private static final TestStep LOOK = TestStep.named("look").effect(Effect.READ);
    private static final TestStep PAY = TestStep.named("pay");
    private static final Call CALL = PAY.call("c1", "x");

    /** The command that follows the attempt. */
    enum Then {
        RUN,
        FAIL,
        REPORT,
        ASK
    }

    @ParameterizedTest
    @CsvSource({
        // effect, attempt, specified attempts, after an exception, after a crash
        "READ,          1, 0, FAIL,   RUN",
        "READ,          2, 0, FAIL,   RUN",
        "READ,          3, 0, FAIL,   FAIL",
        "READ,          1, 2, RUN,    RUN",
        "READ,          2, 2, FAIL,   FAIL",
        "IDEMPOTENT,    1, 0, RUN,    RUN",
        "IDEMPOTENT,    2, 0, RUN,    RUN",
        "IDEMPOTENT,    3, 0, REPORT, REPORT",
        "IDEMPOTENT,    1, 1, REPORT, REPORT",
        "IDEMPOTENT,    4, 5, RUN,    RUN",
        "WRITE,         1, 0, REPORT, RUN",
        "WRITE,         2, 0, REPORT, RUN",
        "WRITE,         3, 0, REPORT, ASK",
        "WRITE,         1, 2, RUN,    RUN",
        "WRITE,         2, 2, REPORT, ASK",
        "TRANSACTIONAL, 1, 0, FAIL,   RUN",
        "TRANSACTIONAL, 3, 0, FAIL,   FAIL",
        "TRANSACTIONAL, 1, 2, RUN,    RUN",
        "TRANSACTIONAL, 2, 2, FAIL,   FAIL",
        "DESTRUCTIVE,   1, 0, ASK,    ASK",
        "DESTRUCTIVE,   1, 5, ASK,    ASK"
    })
    void recoveryFollowsTheTable(Effect effect, int attempt, int specified, Then afterException, Then afterCrash) {
        TestLoop loop = TestLoop.of(PAY.effect(effect).attempts(specified));

        assertEquals(
                command(afterException, effect, attempt, specified),
                loop.next(thread(CALL, started(effect, attempt), inDoubt())));
        assertEquals(
                command(afterCrash, effect, attempt, specified), loop.next(thread(CALL, started(effect, attempt))));
    }

    private static Command command(Then then, Effect effect, int attempt, int specified) {
        return switch (then) {
            case RUN ->
                new Command.RunStep(
                        CALL,
                        effect,
                        Flow.RETURNS,
                        new StepContext("t1", "c1", "key"),
                        attempt + 1,
                        EffectRules.attempts(effect, true, specified));
            case FAIL -> new Command.FailStep(CALL, ModelMessages.stepFailed("key"), false);
            case REPORT -> new Command.FailStep(CALL, ModelMessages.mayHaveTakenEffect("key"), true);
            case ASK -> new Command.AwaitDecision(CALL, "key");
        };
    }

    @ParameterizedTest
    @CsvSource({
        // recorded effect, current effect, after an exception, after a crash; the attempts are used up
        "WRITE,       READ,        REPORT, ASK",
        "READ,        WRITE,       REPORT, ASK",
        "IDEMPOTENT,  READ,        REPORT, REPORT",
        "READ,        IDEMPOTENT,  REPORT, REPORT",
        "DESTRUCTIVE, READ,        ASK,    ASK",
        "READ,        DESTRUCTIVE, ASK,    ASK"
    })
    void stricterOfRecordedAndCurrentEffectApplies(
            Effect recorded, Effect current, Then afterException, Then afterCrash) {
        TestLoop loop = TestLoop.of(PAY.effect(current));

        assertEquals(command(afterException, current, 3, 0), loop.next(thread(CALL, started(recorded, 3), inDoubt())));
        assertEquals(command(afterCrash, current, 3, 0), loop.next(thread(CALL, started(recorded, 3))));
    }

    /** Attempts are left, but the release does not contain the step. */
    @ParameterizedTest
    @CsvSource({
        "READ,          FAIL,   FAIL",
        "IDEMPOTENT,    REPORT, ASK",
        "WRITE,         REPORT, ASK",
        "TRANSACTIONAL, FAIL,   FAIL",
        "DESTRUCTIVE,   ASK,    ASK"
    })
    void removedStepDoesNotRunAgain(Effect effect, Then afterException, Then afterCrash) {
        TestLoop loop = TestLoop.of(OTHER);

        assertEquals(command(afterException, effect, 1, 0), loop.next(thread(CALL, started(effect, 1), inDoubt())));
        assertEquals(command(afterCrash, effect, 1, 0), loop.next(thread(CALL, started(effect, 1))));
    }

    /** A person's permission restarts the count, and the key remains the same. */
    @ParameterizedTest
    @EnumSource(Effect.class)
    void permittedStepRunsAgain(Effect effect) {
        TestLoop loop = TestLoop.of(PAY.effect(effect));
        Event permission = new AnsweredByPerson(AT, "c1", "alice", new Answer.RunAgain(), "");

        assertEquals(command(Then.RUN, effect, 0, 0), loop.next(thread(CALL, started(effect, 3), permission)));
    }

    /** Attempts are left, but the release added a gate, so that neither the gate nor a person permitted the step. */
    @ParameterizedTest
    @CsvSource({
        // recorded effect, current effect, after a crash
        "READ,       READ,        FAIL",
        "READ,       IDEMPOTENT,  ASK",
        "READ,       WRITE,       ASK",
        "WRITE,      READ,        ASK",
        "READ,       DESTRUCTIVE, ASK"
    })
    void stepThatTheNewGateHasNotPermittedDoesNotRunAgain(Effect recorded, Effect current, Then afterCrash) {
        TestLoop loop = TestLoop.of(PAY.effect(current).asking("Pay?"));
        Event.GatePassed passed = new Event.GatePassed(AT, "c1");

        assertEquals(command(afterCrash, current, 1, 0), loop.next(thread(CALL, started(recorded, 1))));
        assertEquals(
                current != Effect.DESTRUCTIVE,
                loop.next(thread(CALL, passed, started(recorded, 1))) instanceof Command.RunStep);
    }

    /** A rejection would state that the step did not run. */
    @ParameterizedTest
    @CsvSource({"READ, false", "IDEMPOTENT, true", "WRITE, true", "TRANSACTIONAL, false", "DESTRUCTIVE, true"})
    void permittedStepThatChangedMayHaveTakenEffect(Effect effect, boolean mayHaveTakenEffect) {
        Event permission = new AnsweredByPerson(AT, "c1", "alice", new Answer.RunAgain(), "");
        AgentThread thread = thread(CALL, started(effect, 1), permission);
        Command.FailStep doubt = new Command.FailStep(CALL, ModelMessages.mayHaveTakenEffect("key"), true);

        for (TestLoop release :
                List.of(TestLoop.of(OTHER), TestLoop.of(PAY.asking("Pay?").unwritable()))) {
            Command next = release.next(thread);
            assertEquals(mayHaveTakenEffect, next.equals(doubt), next::toString);
            assertEquals(!mayHaveTakenEffect, next instanceof Command.RejectCall, next::toString);
        }
    }

    /** The step started with edited arguments, so asking for the model's arguments again would hide that attempt. */
    @Test
    void permittedStepWhoseEditIsNotValidMayHaveTakenEffect() {
        TestLoop loop = TestLoop.of(PAY.effect(Effect.DESTRUCTIVE).asking("Pay?"));
        AgentThread thread = thread(
                CALL,
                new Event.ApprovalAsked(AT, "c1", "Pay?", "ab12"),
                new Event.Approved(AT, "c1", "alice", "", Optional.of("{\"text\":5}")),
                started(Effect.DESTRUCTIVE, 1),
                new AnsweredByPerson(AT, "c1", "alice", new Answer.RunAgain(), ""));

        Command.FailStep doubt = assertInstanceOf(Command.FailStep.class, loop.next(thread));

        assertTrue(doubt.mayHaveTakenEffect());
    }

    @Test
    void permittedEndRunsAgainAlthoughAMessageArrived() {
        TestLoop loop = TestLoop.of(PAY.finishes(), OTHER);
        Call other = OTHER.call("c2", "x");
        AgentThread thread = new AgentThread(
                "t1",
                List.of(
                        new Event.Started(AT, "Test", "go"),
                        replied(CALL, other),
                        new Event.StepStarted(AT, "c2", Effect.WRITE, "other", 1, "returns"),
                        new Event.StepReturned(AT, "c2", "5"),
                        started(Effect.WRITE, 3),
                        new Event.MessageReceived(AT, "Wait"),
                        new AnsweredByPerson(AT, "c1", "alice", new Answer.RunAgain(), "")));

        assertEquals(
                CALL, assertInstanceOf(Command.RunStep.class, loop.next(thread)).call());
    }

    @Test
    void exceptionOfAnEarlierAttemptDoesNotCountAfterACrash() {
        TestLoop loop = TestLoop.of(PAY.effect(Effect.WRITE).attempts(2));

        assertEquals(
                command(Then.ASK, Effect.WRITE, 2, 2),
                loop.next(thread(CALL, started(Effect.WRITE, 1), inDoubt(), started(Effect.WRITE, 2))));
    }

    @Test
    void recoveryPrecedesTheOtherCalls() {
        TestLoop loop = TestLoop.of(PAY, OTHER, LOOK);
        AgentThread thread = new AgentThread(
                "t1",
                List.of(
                        new Event.Started(AT, "Test", "go"),
                        replied(LOOK.call("c0", "x"), CALL, OTHER.call("c2", "x")),
                        started(Effect.WRITE, 1)));

        assertEquals(command(Then.RUN, Effect.WRITE, 1, 0), loop.next(thread));
    }

    @Test
    void openDecisionDelaysOnlyCallsWithAnEffect() {
        TestLoop loop = TestLoop.of(PAY.effect(Effect.DESTRUCTIVE), OTHER, LOOK);
        Call look = LOOK.call("c3", "x");
        AgentThread thread = new AgentThread(
                "t1",
                List.of(
                        new Event.Started(AT, "Test", "go"),
                        replied(CALL, OTHER.call("c2", "x"), look),
                        started(Effect.DESTRUCTIVE, 1)));

        assertEquals(
                look, assertInstanceOf(Command.RunStep.class, loop.next(thread)).call());
        assertEquals(List.of(new Command.AwaitDecision(CALL, "key")), Reducer.questions(loop, thread));
        AgentThread looked = thread.with(new Event.StepReturned(AT, "c3", "5"));
        assertEquals(new Command.AwaitDecision(CALL, "key"), loop.next(looked));
        AgentThread decided = looked.with(new AnsweredByPerson(AT, "c1", "alice", new Answer.Returned("5"), ""));
        assertEquals(
                OTHER.call("c2", "x"),
                assertInstanceOf(Command.RunStep.class, loop.next(decided)).call());
    }

    private static AgentThread thread(Call call, Event... events) {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Test", "go"), replied(call)));
        for (Event event : events) {
            thread = thread.with(event);
        }
        return thread;
    }

    private static Event replied(Call... calls) {
        return new Event.ModelReplied(AT, "", List.of(calls), Usage.NONE);
    }

    private static Event started(Effect effect, int attempt) {
        return new Event.StepStarted(AT, "c1", effect, "key", attempt, "returns");
    }

    private static Event inDoubt() {
        return new Event.StepInDoubt(AT, "c1", "java.io.IOException", Duration.ZERO);
    }
}
