package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.StepModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A fact about each step that never changes: a field of the step enum, and the method of the loop that returns it.
 *
 * @param name the name of the field and the method
 * @param type the type of the fact
 * @param defaultValue the value that the loop's interface returns; empty if the interface has no default
 * @param values the function that returns the value for a step
 */
record StepFact(String name, TypeName type, Optional<CodeBlock> defaultValue, Function<StepModel, CodeBlock> values) {

    static final String EFFECT = "effect";
    static final String FLOW = "flow";
    static final String OFFERED = "offered";
    static final String GATED = "gated";
    static final String ATTEMPTS = "attempts";
    static final String MAX_RESULT_LENGTH = "maxResultLength";
    static final String RETURNS_NOTHING = "returnsNothing";

    /**
     * Returns the facts about the steps of an agent, without those that have their default for all steps. Facts without
     * a default come first, then the others, by frequency.
     */
    static List<StepFact> of(AgentModel agent) {
        return Stream.of(
                        required(EFFECT, RuntimeClasses.EFFECT, StepModel::effect),
                        required(FLOW, RuntimeClasses.FLOW, step -> flow(step.flow())),
                        optional(GATED, TypeName.BOOLEAN, false, step -> GateCode.isGated(agent, step)),
                        optional(RETURNS_NOTHING, TypeName.BOOLEAN, false, StepCode::isVoid),
                        optional(
                                OFFERED,
                                TypeName.BOOLEAN,
                                true,
                                step -> step.offered().value()),
                        optional(
                                ATTEMPTS,
                                TypeName.INT,
                                0,
                                step -> NumberLiteral.of(step.attempts().value().orElse(0))),
                        optional(
                                MAX_RESULT_LENGTH,
                                TypeName.INT,
                                0,
                                step -> NumberLiteral.of(step.maxResultLength().value())))
                .filter(fact -> !agent.steps().stream().allMatch(fact::isDefault))
                .toList();
    }

    private static StepFact required(String name, TypeName type, Function<StepModel, Object> constant) {
        return new StepFact(name, type, Optional.empty(), step -> CodeBlock.of("$T.$L", type, constant.apply(step)));
    }

    private static StepFact optional(
            String name, TypeName type, Object defaultValue, Function<StepModel, Object> values) {
        return new StepFact(
                name,
                type,
                Optional.of(CodeBlock.of("$L", defaultValue)),
                step -> CodeBlock.of("$L", values.apply(step)));
    }

    private static String flow(StepModel.Flow flow) {
        return switch (flow.kind()) {
            case RETURNS, RETURNS_NOTHING -> "RETURNS";
            case SELECTS -> "SELECTS";
            case PAUSES -> "PAUSES";
            case FINISHES -> "FINISHES";
            case UNREADABLE -> throw StepCode.unreadable();
        };
    }

    /** Returns the value for a step. */
    CodeBlock value(StepModel step) {
        return values.apply(step);
    }

    /** Returns whether the interface of the loop has a default for the fact. */
    boolean hasDefault() {
        return defaultValue.isPresent();
    }

    /** Returns a value of the fact as an argument, with a comment that names the fact if it has a default. */
    CodeBlock argument(CodeBlock value) {
        return hasDefault() ? CodeBlock.of("/* $L= */ $L", name, value) : value;
    }

    /** Returns whether the value for a step is the default or has none to compare with. */
    boolean isDefault(StepModel step) {
        return defaultValue.isPresent() && defaultValue.get().equals(value(step));
    }
}
