package dev.escapement.processor.version;

import dev.escapement.Effect;
import dev.escapement.engine.Flow;
import dev.escapement.thread.StepVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A change of one step of a generated agent. */
enum Mutation {
    REMOVED_STEP,
    RENAMED_TOOL,
    RENAMED_TOOL_WITH_FORMER_NAME,
    REQUIRED_ARGUMENT,
    OPTIONAL_ARGUMENT,
    REMOVED_ARGUMENT,
    NARROWED_ARGUMENT,
    WIDENED_ARGUMENT,
    RENAMED_ARGUMENT,
    RETYPED_ARGUMENT,
    FRACTIONAL_ARGUMENT,
    REMOVED_CONSTANT,
    ADDED_CONSTANT,
    REORDERED_ARGUMENTS,
    NARROWED_REPLY,
    WIDENED_REPLY,
    NARROWED_RESULT,
    WIDENED_RESULT,
    EFFECT,
    ADDED_GATE,
    REMOVED_GATE,
    FLOW,
    DESCRIPTION,
    OTHER_DELEGATE,
    FORMATTED_ARGUMENT,
    WITHHELD,
    DELEGATION,
    REMOVED_JOIN,

    /** The removal of a step whose children are executed nevertheless, because another step delegates to their agent. */
    REMOVED_DELEGATION,

    /** A stricter result of the agent to which steps delegate. */
    NARROWED_CHILD_RESULT;

    private static final StepVersion NOT_CONVERTED = new StepVersion(Effect.WRITE, "", "", "");

    /**
     * Returns a changed agent.
     *
     * @param versions the versions of the steps of the agent and of its children
     * @param converts whether the recorded forms of stricter types are converted
     */
    AgentSource apply(AgentSource agent, Random random, Map<String, StepVersion> versions, boolean converts) {
        if (this == NARROWED_CHILD_RESULT) {
            StepVersion version = converts ? versions.get(ChildSource.TOOL) : NOT_CONVERTED;
            List<Field> value = narrowed(agent.child().value(), random);
            return new AgentSource(agent.steps(), new ChildSource(value, version.result()));
        }
        List<StepSource> steps = new ArrayList<>(agent.steps());
        List<StepSource> candidates = steps.stream().filter(this::appliesTo).toList();
        StepSource step = candidates.get(random.nextInt(candidates.size()));
        int index = steps.indexOf(step);
        if (this == REMOVED_STEP || this == REMOVED_DELEGATION) {
            steps.remove(index);
        } else if (this == OTHER_DELEGATE) {
            steps.replaceAll(each -> each.flow() == Flow.DELEGATES ? each.child("Author") : each);
        } else {
            steps.set(index, changed(step, random, converts ? versions.get(step.tool()) : NOT_CONVERTED));
        }
        return new AgentSource(steps, agent.child());
    }

    private boolean appliesTo(StepSource step) {
        boolean isTarget = step.method().equals("look"); // of another step
        return switch (this) {
            case REMOVED_STEP -> !isTarget;
            case FRACTIONAL_ARGUMENT -> has(step, Field.Type.WHOLE);
            case REMOVED_CONSTANT, ADDED_CONSTANT -> has(step, Field.Type.CONSTANT);
            case REORDERED_ARGUMENTS -> step.arguments().size() > 1;
            case NARROWED_ARGUMENT -> step.arguments().stream().anyMatch(Mutation::isBounded);
            case NARROWED_REPLY, WIDENED_REPLY -> step.flow() == Flow.PAUSES;
            case NARROWED_RESULT, WIDENED_RESULT -> step.flow() == Flow.FINISHES;
            case ADDED_GATE -> !step.gated();
            case REMOVED_GATE -> step.gated();
            case OTHER_DELEGATE, REMOVED_JOIN, REMOVED_DELEGATION, NARROWED_CHILD_RESULT ->
                step.flow() == Flow.DELEGATES;
            case FORMATTED_ARGUMENT -> has(step, Field.Type.TEXT);
            case WITHHELD -> isTarget;
            case DELEGATION -> !isTarget && (step.flow() == Flow.RETURNS || step.flow() == Flow.SELECTS);
            case WIDENED_ARGUMENT -> step.arguments().stream().anyMatch(Mutation::isWidenable);
            case FLOW -> !isTarget;
            case RENAMED_TOOL,
                    RENAMED_TOOL_WITH_FORMER_NAME,
                    REQUIRED_ARGUMENT,
                    OPTIONAL_ARGUMENT,
                    REMOVED_ARGUMENT,
                    RENAMED_ARGUMENT,
                    RETYPED_ARGUMENT,
                    EFFECT,
                    DESCRIPTION -> true;
        };
    }

    private static boolean has(StepSource step, Field.Type type) {
        return step.arguments().stream().anyMatch(field -> field.type() == type);
    }

    private static boolean isBounded(Field field) {
        return switch (field.type()) {
            case TEXT, WHOLE, CODE, NESTED -> true;
            case FRACTION, CONSTANT, DATE -> false;
        };
    }

    private StepSource changed(StepSource step, Random random, StepVersion version) {
        String arguments = version.arguments();
        String value = version.result();
        List<Field> fields = new ArrayList<>(step.arguments());
        return switch (this) {
            case REMOVED_STEP, REMOVED_DELEGATION, OTHER_DELEGATE, NARROWED_CHILD_RESULT ->
                throw new IllegalStateException();
            case RENAMED_TOOL -> step.named(step.tool() + "_now", "");
            case RENAMED_TOOL_WITH_FORMER_NAME -> step.named(step.tool() + "_now", step.tool());
            case REQUIRED_ARGUMENT -> {
                fields.add(Field.text("added", 1, 5));
                yield step.arguments(fields, arguments);
            }
            case OPTIONAL_ARGUMENT -> {
                fields.add(0, Field.text("added", 1, 5).with(Field.Presence.OPTIONAL));
                yield step.arguments(fields, "");
            }
            case REMOVED_ARGUMENT -> {
                fields.remove(random.nextInt(fields.size()));
                yield step.arguments(fields, arguments);
            }
            case NARROWED_ARGUMENT ->
                step.arguments(one(fields, Mutation::isBounded, Mutation::narrowed, random), arguments);
            case WIDENED_ARGUMENT -> step.arguments(one(fields, Mutation::isWidenable, Mutation::widened, random), "");
            case RENAMED_ARGUMENT ->
                step.arguments(one(fields, field -> true, field -> field.named("renamed"), random), arguments);
            case RETYPED_ARGUMENT -> step.arguments(one(fields, field -> true, Mutation::retyped, random), arguments);
            case FRACTIONAL_ARGUMENT ->
                step.arguments(
                        one(
                                fields,
                                field -> field.type() == Field.Type.WHOLE,
                                field -> field.typed(Field.Type.FRACTION),
                                random),
                        "");
            case REMOVED_CONSTANT ->
                step.arguments(one(fields, Mutation::isConstant, Mutation::shorter, random), arguments);
            case ADDED_CONSTANT -> step.arguments(one(fields, Mutation::isConstant, Mutation::longer, random), "");
            case REORDERED_ARGUMENTS -> {
                Collections.reverse(fields);
                yield step.arguments(fields, "");
            }
            case NARROWED_REPLY, NARROWED_RESULT -> step.value(narrowed(step.value(), random), value);
            case WIDENED_REPLY, WIDENED_RESULT ->
                step.value(
                        step.value().stream()
                                .map(field -> isWidenable(field) ? widened(field) : field)
                                .toList(),
                        "");
            case EFFECT -> step.effect(random.nextBoolean() ? "READ" : "IDEMPOTENT");
            case ADDED_GATE, REMOVED_GATE -> step.gated(!step.gated());
            case FLOW -> step.flow(otherFlow(step.flow(), random));
            case DESCRIPTION -> step.described("Changed.");
            case FORMATTED_ARGUMENT ->
                step.arguments(
                        one(
                                fields,
                                field -> field.type() == Field.Type.TEXT,
                                field -> field.typed(Field.Type.DATE),
                                random),
                        arguments);
            case WITHHELD -> step.withheld();
            case DELEGATION -> step.flow(Flow.DELEGATES);
            case REMOVED_JOIN -> step.withoutJoin();
        };
    }

    /** Returns whether a component has bounds or constants. The comparison of patterns finds each change of them. */
    private static boolean isWidenable(Field field) {
        return switch (field.type()) {
            case TEXT, WHOLE, FRACTION, CONSTANT, NESTED -> true;
            case CODE, DATE -> false;
        };
    }

    private static boolean isConstant(Field field) {
        return field.type() == Field.Type.CONSTANT;
    }

    /** Returns the components after the change of a random one. */
    private static List<Field> one(
            List<Field> fields, Predicate<Field> applies, UnaryOperator<Field> change, Random random) {
        List<Field> candidates = fields.stream().filter(applies).toList();
        Field changed = candidates.get(random.nextInt(candidates.size()));
        return fields.stream()
                .map(field -> field.equals(changed) ? change.apply(field) : field)
                .toList();
    }

    private static List<Field> narrowed(List<Field> value, Random random) {
        return one(
                value,
                field -> isBounded(field) || isConstant(field),
                field -> isConstant(field) ? shorter(field) : narrowed(field),
                random);
    }

    private static Field narrowed(Field field) {
        return field.within(field.min() + 1, field.max() - 1);
    }

    private static Field widened(Field field) {
        return isConstant(field) ? longer(field) : field.within(Math.max(0, field.min() - 1), field.max() + 1);
    }

    private static Field retyped(Field field) {
        return switch (field.type()) {
            case TEXT, CONSTANT, DATE, CODE, NESTED ->
                Field.whole(field.name(), 0, 9).with(field.presence());
            case WHOLE, FRACTION -> Field.text(field.name(), 0, 9).with(field.presence());
        };
    }

    private static Field shorter(Field field) {
        return field.of(field.constants().subList(0, field.constants().size() - 1));
    }

    private static Field longer(Field field) {
        List<String> constants = new ArrayList<>(List.of("ADDED"));
        constants.addAll(field.constants());
        return field.of(constants);
    }

    private static Flow otherFlow(Flow flow, Random random) {
        List<Flow> others = new ArrayList<>(List.of(Flow.values()));
        others.remove(flow);
        return others.get(random.nextInt(others.size()));
    }
}
