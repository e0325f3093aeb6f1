package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.diagnostic.OptionsFault;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.OptionsModel;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.StepModel;
import java.util.Optional;
import java.util.function.Predicate;

/** A validator that checks the options for requests. A step with options must precede a request. */
final class ModelOptionsValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        agent.model()
                .options()
                .ifPresent(options -> check(options, Declaration.AGENT.with(agent.name()), Optional.empty(), problems));
        for (StepModel step : agent.ownSteps()) {
            step.options().ifPresent(options -> {
                Clause name = Declaration.STEP.with(step.method());
                check(options, name, fault(step.flow().kind()), problems);
            });
        }
    }

    private static Optional<OptionsFault> fault(StepModel.Flow.Kind flow) {
        return switch (flow) {
            case FINISHES -> Optional.of(OptionsFault.FINISHES);
            case SELECTS -> Optional.of(OptionsFault.SELECTS);
            case RETURNS, RETURNS_NOTHING, PAUSES, DELEGATES, UNREADABLE -> Optional.empty();
        };
    }

    private static void check(OptionsModel options, Clause owner, Optional<OptionsFault> ofFlow, Problems problems) {
        ofFlow.or(() -> options.isEmpty() ? Optional.of(OptionsFault.EMPTY) : Optional.empty())
                .ifPresent(fault -> problems.add(ProblemKind.OPTIONS_WITHOUT_REQUEST, options.source(), owner, fault));
        Predicate<String> isVisible = text -> !text.isBlank();
        check("model", options.model(), isVisible, Expectation.OPTION_TEXT, owner, problems);
        check(
                "temperature",
                options.temperature(),
                ModelOptionsValidator::isTemperature,
                Expectation.OPTION_TEMPERATURE,
                owner,
                problems);
        check("effort", options.effort(), isVisible, Expectation.OPTION_TEXT, owner, problems);
        check(
                "maxOutputTokens",
                options.maxOutputTokens(),
                tokens -> tokens > 0,
                Expectation.OPTION_TOKENS,
                owner,
                problems);
    }

    private static boolean isTemperature(double temperature) {
        return temperature >= 0 && !Double.isInfinite(temperature);
    }

    private static <T> void check(
            String member,
            Setting<Optional<T>> option,
            Predicate<T> isValid,
            Expectation expected,
            Clause owner,
            Problems problems) {
        option.value()
                .filter(isValid.negate())
                .ifPresent(value -> problems.add(
                        ProblemKind.BAD_MODEL_OPTION,
                        option.source(),
                        owner,
                        member,
                        value instanceof String ? "\"" + value + "\"" : value,
                        expected));
    }
}
