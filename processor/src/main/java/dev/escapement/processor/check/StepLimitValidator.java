package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.StepModel;
import java.util.Optional;

/** A validator that checks the numbers that {@code @Step} sets. A destructive step must not set attempts. */
final class StepLimitValidator implements Validator<AgentView> {

    private static final int MIN_RESULT_LENGTH = 100;

    @Override
    public void validate(AgentView agent, Problems problems) {
        for (StepModel step : agent.ownSteps()) {
            attempts(step, problems);
            int length = step.maxResultLength().value();
            if (length != 0 && length < MIN_RESULT_LENGTH) {
                Clause expected = Expectation.STEP_RESULT_LENGTH.with(MIN_RESULT_LENGTH);
                refuse(step, "maxResultLength", step.maxResultLength(), length, expected, problems);
            }
        }
    }

    private static void attempts(StepModel step, Problems problems) {
        Optional<Integer> attempts = step.attempts().value();
        if (attempts.isPresent() && !step.effect().mayRunAgain()) {
            problems.add(ProblemKind.ATTEMPTS_OF_DESTRUCTIVE, step.attempts().source(), step.method(), attempts.get());
        } else if (attempts.orElse(0) < 0) {
            refuse(step, "attempts", step.attempts(), attempts.orElse(0), Expectation.STEP_ATTEMPTS, problems);
        }
    }

    private static void refuse(
            StepModel step, String member, Setting<?> setting, int number, Clause expected, Problems problems) {
        problems.add(ProblemKind.BAD_STEP_LIMIT, setting.source(), step.method(), member, number, expected);
    }
}
