package dev.escapement.processor.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The model of an agent, or of a toolkit, which has no prompts and no triggers. All lists are in declaration order. The
 * steps, gates and prefetch methods of an agent's toolkits follow its own, in the order of the toolkits; the joins of
 * toolkits precede its own.
 *
 * @param type its class
 * @param name the name that identifies it in stored threads
 * @param source the place of its declaration
 * @param exported whether the generated class is public
 * @param naming the naming of properties in types without their own codecs
 * @param policy the limits and rules for its threads
 * @param options the options of its requests
 * @param toolkits the toolkits whose methods it has in addition to its own
 * @param withheld the tools of toolkits that the model may not select
 * @param prompts the prompt methods: one in a valid agent
 * @param steps its steps
 * @param joins the methods that continue steps that delegate
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
        Naming naming,
        PolicyModel policy,
        Optional<OptionsModel> options,
        List<ToolkitModel> toolkits,
        List<Setting<JavaType>> withheld,
        List<PromptModel> prompts,
        List<StepModel> steps,
        List<JoinModel> joins,
        List<GateModel> gates,
        List<TriggerModel> triggers,
        List<PrefetchModel> prefetches,
        List<ContextModel> contexts,
        UnreadMembers unread,
        TypeModel types) {
    /** The name of the generated method that starts a child thread of the agent with a text. */
    public static final String DELEGATE_METHOD = "delegate";

    public AgentModel {
        toolkits = List.copyOf(toolkits);
        withheld = List.copyOf(withheld);
        prompts = List.copyOf(prompts);
        steps = List.copyOf(steps);
        joins = List.copyOf(joins);
        gates = List.copyOf(gates);
        triggers = List.copyOf(triggers);
        prefetches = List.copyOf(prefetches);
        contexts = List.copyOf(contexts);
    }

    /** Returns whether a class that declares a method is the agent itself, not one of its toolkits. */
    public boolean isOwn(JavaType owner) {
        return owner.equals(type);
    }

    /** Returns the gates that guard a step: those of the agent, then those of the step's toolkit. */
    public List<GateModel> gatesBefore(StepModel step) {
        return gates.stream().filter(gate -> gate.guards(step, type)).toList();
    }

    /** Returns the join that continues a step, empty if the end of the child thread is the answer of the call. */
    public Optional<JoinModel> joinAfter(StepModel step) {
        return joins.stream().filter(join -> join.continues(step)).findFirst();
    }

    /** Returns the selection of the next call by a step or by its join, empty if neither selects a call. */
    public Optional<StepModel.Flow.Selects> selection(StepModel step) {
        StepModel.Flow flow = joinAfter(step).map(JoinModel::flow).orElse(step.flow());
        return flow instanceof StepModel.Flow.Selects selects ? Optional.of(selects) : Optional.empty();
    }

    /**
     * Returns the names of the steps in their order. A name is taken from the method of the step or, if the method is
     * overloaded, from its tool. The names of the agent's own steps do not depend on its toolkits.
     */
    public List<String> distinctNames() {
        Map<String, Long> all = methods(step -> true);
        Map<String, Long> own = methods(step -> isOwn(step.owner()));
        return steps.stream()
                .map(step -> (isOwn(step.owner()) ? own : all).getOrDefault(step.method(), 0L) > 1
                        ? step.tool().type().simpleName()
                        : step.method())
                .toList();
    }

    private Map<String, Long> methods(Predicate<StepModel> included) {
        return steps.stream().filter(included).collect(Collectors.groupingBy(StepModel::method, Collectors.counting()));
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

    /**
     * Returns the name of the generated method that starts a child thread with the event of a trigger, such as {@code
     * delegateOnMail}.
     */
    public String delegateMethod(TriggerModel trigger) {
        Stream<String> before =
                triggers.stream().takeWhile(other -> !other.equals(trigger)).map(TriggerModel::method);
        return numbered(DELEGATE_METHOD + "On", trigger.method(), before);
    }

    /** Returns the name of a generated method that exists once for each step with the same kind of flow. */
    private String methodFor(String prefix, StepModel step) {
        List<String> names = distinctNames();
        int index = steps.indexOf(step);
        Stream<String> before = IntStream.range(0, index)
                .filter(i -> steps.get(i).flow().kind() == step.flow().kind())
                .mapToObj(names::get);
        return numbered(prefix, names.get(index), before);
    }

    /** Returns the name of a generated method, with a number if methods for earlier members have the same name. */
    private static String numbered(String prefix, String member, Stream<String> before) {
        String name = capitalized(member);
        long equal = before.filter(other -> capitalized(other).equals(name)).count();
        return prefix + name + (equal == 0 ? "" : equal + 1);
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Returns the warnings that the generated class causes. */
    public SourceWarnings warnings() {
        return tools().map(tool -> tool.arguments().types().warnings()).reduce(types.warnings(), SourceWarnings::and);
    }

    /** Returns the tools of the steps, and the tools that steps and joins select. A tool can occur more than once. */
    public Stream<ToolModel> tools() {
        return steps.stream()
                .flatMap(step -> Stream.concat(
                        Stream.of(step.tool()),
                        selection(step).map(StepModel.Flow.Selects::tools).orElse(List.of()).stream()));
    }

    /** Returns the shapes of all values that the loop reads or writes. */
    public Stream<TypeShape> values() {
        return Stream.of(
                        steps.stream().flatMap(step -> value(step.flow())),
                        joins.stream().map(JoinModel::result),
                        joins.stream().flatMap(join -> value(join.flow())),
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
            public Stream<TypeShape> delegates(StepModel.Flow.Delegates delegates) {
                return Stream.empty();
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
