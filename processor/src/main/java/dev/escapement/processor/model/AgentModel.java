package dev.escapement.processor.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The model of an agent. All lists are in declaration order.
 *
 * @param type its class
 * @param name the name that identifies it in stored threads
 * @param source the place of its declaration
 * @param exported whether the generated class is public
 * @param policy the limits and rules for its threads
 * @param options the options of its requests
 * @param prompts the prompt methods: one in a valid agent
 * @param steps its steps
 * @param gates the gates of its steps
 * @param triggers the methods that start its threads from an event
 * @param prefetches the methods that fetch context
 * @param contexts the methods that render a thread: at most one in a valid agent
 * @param unread the known properties of methods that could not be read
 * @param types the types of all results, replies and payloads
 */
public record AgentModel(
        JavaType type,
        Setting<String> name,
        SourceRef source,
        boolean exported,
        PolicyModel policy,
        Optional<OptionsModel> options,
        List<PromptModel> prompts,
        List<StepModel> steps,
        List<GateModel> gates,
        List<TriggerModel> triggers,
        List<PrefetchModel> prefetches,
        List<ContextModel> contexts,
        UnreadMembers unread,
        TypeModel types) {
    public AgentModel {
        prompts = List.copyOf(prompts);
        steps = List.copyOf(steps);
        gates = List.copyOf(gates);
        triggers = List.copyOf(triggers);
        prefetches = List.copyOf(prefetches);
        contexts = List.copyOf(contexts);
    }

    /** Returns the gates that guard a step. */
    public List<GateModel> gatesBefore(StepModel step) {
        return gates.stream().filter(gate -> gate.guards(step)).toList();
    }

    /**
     * Returns the names of the steps in their order. A name is taken from the method of the step or, if the method is
     * overloaded, from its tool.
     */
    public List<String> distinctNames() {
        Map<String, Long> methods =
                steps.stream().collect(Collectors.groupingBy(StepModel::method, Collectors.counting()));
        return steps.stream()
                .map(step -> methods.getOrDefault(step.method(), 0L) > 1
                        ? step.tool().type().simpleName()
                        : step.method())
                .toList();
    }

    /** Returns the unique name of a step. */
    public String distinctName(StepModel step) {
        return distinctNames().get(steps.indexOf(step));
    }

    /** Returns the name of the generated method for replies to a step that pauses, such as {@code replyToAsk}. */
    public String replyMethod(StepModel step) {
        return methodFor("replyTo", step);
    }

    /**
     * Returns the name of the generated method for the result of a step that finishes, such as {@code resultOfClose}.
     */
    public String resultMethod(StepModel step) {
        return methodFor("resultOf", step);
    }

    /** Returns the name of a generated method that exists once for each step with the same kind of flow. */
    private String methodFor(String prefix, StepModel step) {
        List<String> names = distinctNames();
        int index = steps.indexOf(step);
        String name = capitalized(names.get(index));
        long before = IntStream.range(0, index)
                .filter(i -> steps.get(i).flow().kind() == step.flow().kind())
                .filter(i -> capitalized(names.get(i)).equals(name))
                .count();
        return prefix + name + (before == 0 ? "" : before + 1);
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Returns the warnings that the generated class causes. */
    public SourceWarnings warnings() {
        return tools().map(tool -> tool.arguments().types().warnings()).reduce(types.warnings(), SourceWarnings::and);
    }

    /** Returns the tools of the steps, and the tools that steps select. A tool can occur more than once. */
    public Stream<ToolModel> tools() {
        return steps.stream().flatMap(AgentModel::tools);
    }

    /** Returns the shapes of all values that the loop reads or writes. */
    public Stream<TypeShape> values() {
        return Stream.of(
                        steps.stream().flatMap(step -> value(step.flow())),
                        prefetches.stream().map(PrefetchModel::result),
                        triggers.stream().map(TriggerModel::payload))
                .flatMap(values -> values);
    }

    /** Returns the shape of the value that a flow reads or writes. */
    private static Stream<TypeShape> value(StepModel.Flow flow) {
        return flow.accept(new StepModel.Flow.Visitor<>() {
            @Override
            public Stream<TypeShape> returns(StepModel.Flow.Returns returns) {
                return Stream.of(returns.result());
            }

            @Override
            public Stream<TypeShape> returnsNothing(StepModel.Flow.ReturnsNothing nothing) {
                return Stream.empty();
            }

            @Override
            public Stream<TypeShape> selects(StepModel.Flow.Selects selects) {
                return Stream.empty();
            }

            @Override
            public Stream<TypeShape> pauses(StepModel.Flow.Pauses pauses) {
                return Stream.of(pauses.reply());
            }

            @Override
            public Stream<TypeShape> finishes(StepModel.Flow.Finishes finishes) {
                return Stream.of(finishes.result());
            }

            @Override
            public Stream<TypeShape> unreadable(StepModel.Flow.Unreadable unreadable) {
                return Stream.empty();
            }
        });
    }

    private static Stream<ToolModel> tools(StepModel step) {
        Stream<ToolModel> selected =
                step.flow() instanceof StepModel.Flow.Selects selects ? selects.tools().stream() : Stream.empty();
        return Stream.concat(Stream.of(step.tool()), selected);
    }

    /** Returns the name of the generated class. */
    public JavaType generated() {
        return type.generated("Loop");
    }

    /**
     * The agent method that returns the system prompt.
     *
     * @param method its name
     * @param source the place of its declaration
     */
    public record PromptModel(String method, SourceRef source) {}
}
