package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.engine.Policy;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ToolChoice;
import dev.escapement.thread.Budget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the constraint on calling tools in requests. */
class ToolChoiceTest {

    private static final TestStep CLOSE = TestStep.named("close").finishes();

    @ParameterizedTest
    @CsvSource({"REJECT, REQUIRED", "WAIT, AUTO", "FINISH, AUTO"})
    void aModelWhoseTextIsOfNoUseHasToCallATool(OnText onText, ToolChoice choice) {
        TestLoop loop = TestLoop.of(CLOSE).with(new Policy(Budget.UNLIMITED, 3, OnFailures.STOP, onText));
        ScriptedRun trial = ScriptedRun.of(loop, ModelReply.calls(CLOSE.call("c1", "x")));
        trial.start();

        assertEquals(choice, trial.model().requests().get(0).choice());
    }
}
