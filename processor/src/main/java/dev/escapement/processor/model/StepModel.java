package dev.escapement.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The model of a step of an agent or a toolkit.
 *
 * @param owner the class that declares its method: the agent or a toolkit
 * @param method the name of the method
 * @param source the place of its declaration
 * @param tool the tool that selects it
 * @param effect the effect of running it
 * @param effectSource the place of the declaration of the effect
 * @param attempts the maximum number of attempts while its outcome is unknown; empty if not set
 * @param maxResultLength the maximum length of its result in the default rendering; 0 for the default
 * @param offered whether the model may select it
 * @param approval the question to a person who must approve each call; empty if approval is not required
 * @param takesContext whether the method has a parameter for the context
 * @param flow the continuation of the thread
 * @param options the options of the request that follows its result
 * @param declared the exceptions of its contract, none of them a subclass of another
 */
public record StepModel(
        JavaType owner,
        String method,
        SourceRef source,
        ToolModel tool,
        Effect effect,
        SourceRef effectSource,
        Setting<Optional<Integer>> attempts,
        Setting<Integer> maxResultLength,
        Setting<Boolean> offered,
        Optional<Approval> approval,
        boolean takesContext,
        Flow flow,
        Optional<OptionsModel> options,
        List<JavaType> declared) {
    public StepModel {
        declared = List.copyOf(declared);
    }

    /**
     * Returns this step of a toolkit as a step of an agent, whose problems are reported at the agent.
     *
     * @param at the reference of the agent to the toolkit
     * @param offeredByAgent whether the model of the agent may select the step, if the toolkit permits it
     */
    public StepModel usedFrom(SourceRef at, boolean offeredByAgent) {
        return new StepModel(
                owner,
                method,
                at,
                tool,
                effect,
                at,
                attempts,
                maxResultLength,
                new Setting<>(offered.value() && offeredByAgent, at),
                approval,
                takesContext,
                flow,
                options,
                declared);
    }

    /**
     * The {@code @Approval} annotation of a step, which requires approval of each call.
     *
     * @param question the question to the person
     * @param source the place of its declaration
     */
    public record Approval(String question, SourceRef source) {}

    /**
     * The way a thread continues after a step, derived from the return type of the step.
     *
     * <p>Code that depends on the kind of a flow uses a {@link Visitor}, or a switch expression over {@link #kind()}
     * where several kinds are treated alike. Both are exhaustive.
     */
    public sealed interface Flow {

        /** Returns the kind of this flow. */
        Kind kind();

        /** Returns the conversions of earlier forms of the reply or the final result, oldest form first. */
        default List<UpcastModel> upcasts() {
            return List.of();
        }

        /** Calls the visitor's method for this kind of flow, and returns the result. */
        <R> R accept(Visitor<R> visitor);

        /** The kinds of flows, one for each permitted type. */
        enum Kind {
            RETURNS,
            RETURNS_NOTHING,
            SELECTS,
            PAUSES,
            DELEGATES,
            FINISHES,
            UNREADABLE
        }

        /**
         * A visitor of flows.
         *
         * @param <R> the result
         */
        interface Visitor<R> {

            R returns(Returns returns);

            R returnsNothing(ReturnsNothing nothing);

            R selects(Selects selects);

            R pauses(Pauses pauses);

            R delegates(Delegates delegates);

            R finishes(Finishes finishes);

            R unreadable(Unreadable unreadable);
        }

        /** A flow in which the result is recorded and the model is called again. */
        record Returns(TypeShape result) implements Flow {

            @Override
            public Kind kind() {
                return Kind.RETURNS;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.returns(this);
            }
        }

        /** A flow in which the completion of the step is recorded without a result, and the model is called again. */
        record ReturnsNothing() implements Flow {

            @Override
            public Kind kind() {
                return Kind.RETURNS_NOTHING;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.returnsNothing(this);
            }
        }

        /**
         * A flow in which the step selects the next tool call, without a model call.
         *
         * @param declared the return type: a tool, or a sealed interface of tools
         * @param tools the tools that may be next, in declaration order; the agent need not have steps for them
         */
        record Selects(JavaType declared, List<ToolModel> tools) implements Flow {
            public Selects {
                tools = List.copyOf(tools);
            }

            @Override
            public Kind kind() {
                return Kind.SELECTS;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.selects(this);
            }
        }

        /**
         * A flow in which the thread waits for a reply.
         *
         * @param reply the shape of the reply
         * @param exported whether the type of the reply is public
         * @param upcasts the conversions of earlier forms of the reply, oldest form first
         */
        record Pauses(TypeShape reply, boolean exported, List<UpcastModel> upcasts) implements Flow {
            public Pauses {
                upcasts = List.copyOf(upcasts);
            }

            /** Creates a flow without earlier forms of the reply. */
            public Pauses(TypeShape reply, boolean exported) {
                this(reply, exported, List.of());
            }

            @Override
            public Kind kind() {
                return Kind.PAUSES;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.pauses(this);
            }
        }

        /**
         * A flow in which a thread of another agent starts, and the thread waits until it has ended.
         *
         * @param child the class of the other agent
         * @param agent the name of the other agent in stored threads
         */
        record Delegates(JavaType child, String agent) implements Flow {

            @Override
            public Kind kind() {
                return Kind.DELEGATES;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.delegates(this);
            }
        }

        /**
         * A flow in which the thread ends with the result of the step.
         *
         * @param result the shape of the result
         * @param exported whether the type of the result is public
         * @param upcasts the conversions of earlier forms of the result, oldest form first
         */
        record Finishes(TypeShape result, boolean exported, List<UpcastModel> upcasts) implements Flow {
            public Finishes {
                upcasts = List.copyOf(upcasts);
            }

            /** Creates a flow without earlier forms of the result. */
            public Finishes(TypeShape result, boolean exported) {
                this(result, exported, List.of());
            }

            @Override
            public Kind kind() {
                return Kind.FINISHES;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.finishes(this);
            }
        }

        /** An unknown flow, because the return type has a reported problem. Code is not generated. */
        record Unreadable() implements Flow {

            @Override
            public Kind kind() {
                return Kind.UNREADABLE;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.unreadable(this);
            }
        }
    }
}
