package dev.escapement.processor.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/** A factory of agent models as a reader creates them, in which a step and its tool have the same name. */
public final class AgentFixtures {

    /** The position of all elements, because these models are not reported to users. */
    private static final SourceRef NOWHERE = SourceRef.of((Element) null);

    public static final StepModel.Flow RETURNS = new StepModel.Flow.ReturnsNothing();
    public static final StepModel.Flow DELEGATES = new StepModel.Flow.Delegates(type("Child"), "shop.Child");
    public static final StepModel.Flow FINISHES = new StepModel.Flow.Finishes(TypeShape.Scalar.STRING, true);

    private AgentFixtures() {}

    /** Returns an agent that waits for a person when its model writes text. */
    public static AgentModel agent(StepModel... steps) {
        return agent(List.of(), steps);
    }

    /** Returns an agent with unreadable steps. */
    public static AgentModel agent(List<UnreadMembers.UnreadStep> unread, StepModel... steps) {
        return agent(unread, List.of(), steps);
    }

    /** Returns an agent with joins. */
    public static AgentModel agentWithJoins(List<JoinModel> joins, StepModel... steps) {
        return agent(List.of(), joins, steps);
    }

    private static AgentModel agent(List<UnreadMembers.UnreadStep> unread, List<JoinModel> joins, StepModel... steps) {
        return new AgentModel(
                type("Desk"),
                setting(type("Desk").qualifiedName()),
                NOWHERE,
                true,
                Naming.AS_DECLARED,
                new PolicyModel(
                        setting(100L),
                        setting(100L),
                        setting(0L),
                        setting(Optional.empty()),
                        setting(Optional.empty()),
                        setting(3L),
                        setting(PolicyModel.OnFailures.STOP),
                        setting(PolicyModel.OnText.WAIT),
                        setting(0)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new AgentModel.PromptModel("prompt", NOWHERE)),
                List.of(steps),
                joins,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new UnreadMembers(unread, false, false, false),
                new TypeModel(Map.of(), Map.of()));
    }

    /** Returns a step that is offered to the model. */
    public static StepModel offered(String name, StepModel.Flow flow) {
        return step(name, true, flow);
    }

    /** Returns a step that only other steps can select. */
    public static StepModel hidden(String name, StepModel.Flow flow) {
        return step(name, false, flow);
    }

    /** Returns the flow of a step that selects others. */
    public static StepModel.Flow selects(String... names) {
        return new StepModel.Flow.Selects(
                type("Next"), Arrays.stream(names).map(AgentFixtures::tool).toList());
    }

    /** Returns the join of a step that delegates. */
    public static JoinModel join(String step, StepModel.Flow flow) {
        return new JoinModel(
                type("Desk"), "after" + step, NOWHERE, type(step), TypeShape.Scalar.STRING, List.of(), flow, List.of());
    }

    private static StepModel step(String name, boolean offered, StepModel.Flow flow) {
        return new StepModel(
                type("Desk"),
                name,
                NOWHERE,
                tool(name),
                Effect.WRITE,
                NOWHERE,
                setting(Optional.empty()),
                setting(0),
                setting(offered),
                Optional.empty(),
                false,
                flow,
                Optional.empty(),
                List.of());
    }

    private static ToolModel tool(String name) {
        TypeShape.Named root = new TypeShape.Named(type(name), Naming.AS_DECLARED);
        CodecModel arguments = new CodecModel(root, NOWHERE, true, new TypeModel(Map.of(), Map.of()));
        return new ToolModel(name, NOWHERE, arguments, List.of());
    }

    public static JavaType type(String name) {
        return new JavaType("shop", List.of(name));
    }

    private static <T> Setting<T> setting(T value) {
        return new Setting<>(value, NOWHERE);
    }
}
