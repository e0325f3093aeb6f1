package dev.escapement.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A step of an agent.
 *
 * @param method the name of the method
 * @param source where it is declared
 * @param tool the tool that selects it
 * @param effect what running it does
 * @param effectSource where the effect is declared
 * @param offered whether the model may select it
 * @param approval whether a person has to approve each call, and what is asked
 * @param takesContext whether the method has a parameter for the context
 * @param flow what follows it
 * @param declared the exceptions of its contract, none of them a subclass of another
 */
public record StepModel(
        String method,
        SourceRef source,
        ToolModel tool,
        Effect effect,
        SourceRef effectSource,
        Setting<Boolean> offered,
        Optional<Approval> approval,
        boolean takesContext,
        Flow flow,
        List<JavaType> declared) {
    public StepModel {
        declared = List.copyOf(declared);
    }

    /**
     * The short form of a gate that always asks.
     *
     * @param question what the person is asked
     * @param source where it is declared
     */
    public record Approval(String question, SourceRef source) {}

    /** What follows a step, as its return type says. */
    public sealed interface Flow {

        /** The result is recorded, and the model decides again. */
        record Returns(TypeShape result) implements Flow {}

        /** That it ran is recorded, and the model decides again. */
        record ReturnsNothing() implements Flow {}

        /**
         * The step selects the next call; the model is not asked.
         *
         * @param declared the return type: a tool, or a sealed interface of tools
         * @param tools the tools that may be next, in declaration order; the agent need not have steps for them
         */
        record Selects(JavaType declared, List<ToolModel> tools) implements Flow {
            public Selects {
                tools = List.copyOf(tools);
            }
        }

        /**
         * The thread waits for a reply.
         *
         * @param reply what the reply is
         * @param exported whether the type of that is public
         */
        record Pauses(TypeShape reply, boolean exported) implements Flow {}

        /** The thread ends with the result. */
        record Finishes(TypeShape result) implements Flow {}

        /** Nobody knows: what is wrong with the return type has been told, and nothing is generated. */
        record Unreadable() implements Flow {}
    }
}
