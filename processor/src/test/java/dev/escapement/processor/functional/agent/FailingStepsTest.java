package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.ModelMessages;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.DriveInterruptedException;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of exceptions of steps and the resulting messages to the model. */
class FailingStepsTest {

    /**
     * The logger of the defects that these tests cause on purpose. The reference keeps it reachable, because the log
     * manager holds loggers weakly.
     */
    private static final Logger LOG = Logger.getLogger("dev.escapement.run.AgentInvoker");

    private final FailingSteps_DeskLoop loop = new FailingSteps_DeskLoop(new FailingSteps.Desk());

    @BeforeAll
    static void silence() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    @ParameterizedTest
    @CsvSource({
        "fail,          REFUSED,          no",
        "fail,          REFUSED_AT_NIGHT, closed at night",
        "fail,          BUSY,             Busy",
        "fail_silently, REFUSED,          no",
        "fail_silently, REFUSED_AT_NIGHT, closed at night",
        "fail_at_last,  REFUSED,          no",
        "fail_at_last,  REFUSED_AT_NIGHT, closed at night"
    })
    void aDeclaredExceptionIsPartOfTheContract(String tool, String way, String message) {
        Event.StepFailed failed = failed(run(tool, way, ModelReply.text("sorry")));
        assertEquals(message, failed.message());
        assertTrue(failed.declared());
    }

    @ParameterizedTest
    @CsvSource({
        "fail, UNDECLARED",
        "fail, BROKEN",
        "fail_silently, UNDECLARED",
        "fail_silently, BUSY",
        "fail_silently, BROKEN",
        "fail_at_last, BUSY"
    })
    void anyOtherLeavesTheOutcomeUnknown(String tool, String way) {
        AgentThread thread = run(tool, way, ModelReply.text("sorry"));

        Event.StepInDoubt doubt = (Event.StepInDoubt) event(thread, 3);
        assertEquals(FailingSteps.Way.valueOf(way).exception(), doubt.exception());
        Event.StepFailed failed = (Event.StepFailed) event(thread, 4);
        assertEquals(ModelMessages.mayHaveTakenEffect("t/1/c"), failed.message());
        assertFalse(failed.declared());
        assertTrue(failed.mayHaveTakenEffect());
    }

    @Test
    void aStepThatDoesNotFailReturns() {
        assertEquals("\"fine\"", ((Event.StepReturned) event(run("fail", "NOT", ModelReply.text("ok")), 3)).result());
        assertEquals("", ((Event.StepReturned) event(run("fail_silently", "NOT", ModelReply.text("ok")), 3)).result());
        assertEquals("\"fine\"", ((Event.Finished) run("fail_at_last", "NOT").last()).result());
    }

    @ParameterizedTest
    @CsvSource({"fail", "fail_silently", "fail_at_last"})
    void anInterruptionIsNoFailureOfTheStep(String tool) {
        assertThrows(DriveInterruptedException.class, () -> run(tool, "INTERRUPTED"));
        assertTrue(Thread.interrupted(), "the interruption is passed on, and cleared here");
    }

    @Test
    void aCallOfAnotherAgentIsNoneOfItsBusiness() {
        assertThrows(IllegalArgumentException.class, () -> loop.effect("get_record"));
        assertThrows(IllegalArgumentException.class, () -> loop.flow("get_record"));
    }

    private AgentThread run(String tool, String way, ModelReply... then) {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.call("c", tool, "{\"way\":\"" + way + "\"}"))) {
            for (ModelReply reply : then) {
                model.then(reply);
            }
            return Runner.of(loop).model(model).build().start("t", "Go");
        }
    }

    private static Event.StepFailed failed(AgentThread thread) {
        return (Event.StepFailed) event(thread, 3);
    }

    private static Event event(AgentThread thread, int index) {
        return thread.events().get(index);
    }
}
