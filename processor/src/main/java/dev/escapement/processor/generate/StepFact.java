package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.StepModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A fact about each step that never changes, which a method of the loop returns.
 *
 * @param name the name of the method
 * @param type the type of the fact
 * @param defaultValue the value that the loop's interface returns; empty if the interface has no default
 * @param trait the trait of the steps whose value differs from the default; empty if the fact is not a boolean with a
 *     default
 * @param values the function that returns the value for a step
 */
record StepFact(
        String name,
        TypeName type,
        Optional<CodeBlock> defaultValue,
        Optional<Trait> trait,
        Function<StepModel, CodeBlock> values) {

    /**
     * A trait of steps.
     *
     * @param value the value of the fact for a step with the trait
     */
    record Trait(String name, boolean value) {}

    static final String EFFECT = "effect";
    static final String FLOW = "flow";
    static final String OFFERED = "offered";
    static final String GATED = "gated";
    static final String JOINS = "joins";
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
                        trait(GATED, "GATED", false, step -> GateCode.isGated(agent, step)),
                        trait(
                                JOINS,
                                "JOINS",
                                false,
                                step -> agent.joinAfter(step).isPresent()),
                        trait(RETURNS_NOTHING, "RETURNS_NOTHING", false, StepCode::isVoid),
                        trait(
                                OFFERED,
                                "NOT_OFFERED",
                                true,
                                step -> step.offered().value()),
                        number(ATTEMPTS, step -> step.attempts().value().orElse(0)),
                        number(MAX_RESULT_LENGTH, step -> step.maxResultLength().value()))
                .filter(fact -> !agent.steps().stream().allMatch(fact::isDefault))
                .toList();
    }

    private static StepFact required(String name, TypeName type, Function<StepModel, Object> constant) {
        return new StepFact(
                name,
                type,
                Optional.empty(),
                Optional.empty(),
                step -> CodeBlock.of("$T.$L", type, constant.apply(step)));
    }

    private static StepFact trait(String name, String trait, boolean defaultValue, Predicate<StepModel> values) {
        return new StepFact(
                name,
                TypeName.BOOLEAN,
                Optional.of(CodeBlock.of("$L", defaultValue)),
                Optional.of(new Trait(trait, !defaultValue)),
                step -> CodeBlock.of("$L", values.test(step)));
    }

    private static StepFact number(String name, ToLongFunction<StepModel> values) {
        return new StepFact(
                name,
                TypeName.INT,
                Optional.of(CodeBlock.of("0")),
                Optional.empty(),
                step -> CodeBlock.of("$L", NumberLiteral.of(values.applyAsLong(step))));
    }

    private static String flow(StepModel.Flow flow) {
        return switch (flow.kind()) {
            case RETURNS, RETURNS_NOTHING -> "RETURNS";
            case SELECTS -> "SELECTS";
            case PAUSES -> "PAUSES";
            case DELEGATES -> "DELEGATES";
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

    /** Returns whether the value for a step equals the default; false if the fact has none. */
    boolean isDefault(StepModel step) {
        return defaultValue.isPresent() && defaultValue.get().equals(value(step));
    }
}
