package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.engine.AttemptMessages;
import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.ScriptedModel;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.ThreadStatus;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the log entries, messages and actions for the person who operates an application. */
class OperatorTest {

    private static final ModelInfo MODEL = new ModelInfo("acme", "large-1", "localhost", 443);
    private static final TestLoop LOOP = TestLoop.of(TestStep.named("work"));

    private final InMemoryThreadStore store = new InMemoryThreadStore();

    private Runner runner(Model model) {
        return DeskRunners.builder(LOOP, model).store(store).build();
    }

    private DriveException rejectedThreeTimes() {
        Runner broken = runner(request -> {
            throw new RequestRejectedException(MODEL, "invalid key", 401, "invalid_api_key");
        });
        assertThrows(DriveException.class, () -> broken.start("t1", "go"));
        assertThrows(DriveException.class, () -> broken.resume("t1"));
        return assertThrows(DriveException.class, () -> broken.resume("t1"));
    }

    @Test
    void extensionRepeatsAFailedRequestWithoutAMessage() {
        rejectedThreeTimes();
        Runner repaired = runner(ScriptedModel.of(ModelReply.text("Hello")));
        assertEquals(ThreadStatus.WAITING, repaired.resume("t1").status());

        AgentThread thread = repaired.extend("t1", ALICE, Budget.UNLIMITED.withModelCalls(1));

        assertEquals(
                List.of("RequestFailed", "RequestFailed", "RequestFailed", "BudgetExtended", "ModelReplied"),
                kinds(thread));
    }

    @Test
    void lastFailedRequestStatesThatTheThreadWaits() {
        DriveException third = rejectedThreeTimes();

        assertEquals(RunMessages.requestsFailed("t1", 3, third.getCause().getMessage()), third.getMessage());
    }

    @Test
    void otherFailureDoesNotStateThatTheThreadWaits() {
        DriveException third = rejectedThreeTimes();

        DriveException other = DriveException.of(third.thread(), new IllegalStateException("disk full"));

        assertEquals(RunMessages.driveFailed("t1", "disk full"), other.getMessage());
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"WRITE", "DESTRUCTIVE"})
    void resumeOfAStepInDoubtIsLogged(Effect effect) {
        TestStep pay = TestStep.named("pay").effect(effect).gate((text, thread) -> Verdict.proceed());
        ScriptedRun run = ScriptedRun.of(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x")), ModelReply.text("."))
                .on(new LostOutcomes(new InMemoryThreadStore()));
        try (RecordedLog log = RecordedLog.of(ThreadExecution.class)) {
            assertThrows(LostOutcomes.Killed.class, run::start);
            while (!run.next().isAtRest()) {
                assertThrows(LostOutcomes.Killed.class, () -> run.runner().resume("t1"));
            }
            assertEquals(List.of(), log.entries());

            run.runner().resume("t1");
            run.runner().answer("t1", "a", ALICE, new Answer.Returned("\"paid\""));

            assertEquals(
                    List.of(RunMessages.decisionPending("t1", "a", "pay", "t1/1/a")),
                    log.entries().stream().map(RecordedLog.Entry::message).toList());
        }
    }

    @Test
    void everyAttemptIsLoggedWithItsConsequence() {
        Exception declared = new Exception("mapped", new ConnectException("refused"));
        List<Command.RunStep> steps = new ArrayList<>();
        TestStep pay = TestStep.named("pay").attempts(2).body((text, context) -> {
            steps.add(new Command.RunStep(
                    TestStep.named("pay").call("a", text), Effect.WRITE, Flow.RETURNS, context, steps.size() + 1, 2));
            return Outcome.failed(declared);
        });
        try (RecordedLog log = RecordedLog.of(AgentInvoker.class)) {
            AgentThread thread = ScriptedRun.of(
                            TestLoop.of(pay), ModelReply.calls(pay.call("a", "x")), ModelReply.text("."))
                    .start();

            assertEquals(2, events(thread, Event.StepStarted.class).size());
            assertEquals(
                    steps.stream()
                            .map(step -> AttemptMessages.inDoubt(step, new Outcome.InDoubt(declared, true)))
                            .toList(),
                    log.entries().stream().map(RecordedLog.Entry::message).toList());
        }
    }

    @Test
    void modelWithoutANameIsNamedByItsType() {
        Model silent = request -> null;

        DriveException thrown =
                assertThrows(DriveException.class, () -> runner(silent).start("t1", "go"));

        assertEquals(
                RequestMessages.nullReply("", silent.getClass().getName()),
                events(thrown.thread(), RequestFailed.class).get(0).message());
        assertEquals(
                "The model " + silent.getClass().getName() + " ",
                RequestMessages.nullReply("", silent.getClass().getName())
                        .substring(
                                0,
                                "The model  ".length()
                                        + silent.getClass().getName().length()));
    }
}
