package dev.escapement.processor.model;

import java.util.List;

/**
 * A step of an agent.
 *
 * @param method the name of the method
 * @param source where it is declared
 * @param tool the tool that selects it
 * @param effect what running it does
 * @param effectSource where the effect is declared
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
        boolean takesContext,
        Flow flow,
        List<JavaType> declared) {
    public StepModel {
        declared = List.copyOf(declared);
    }

    /** What follows a step, as its return type says. */
    public sealed interface Flow {

        /** The result is recorded, and the model decides again. */
        record Returns(TypeShape result) implements Flow {}

        /** That it ran is recorded, and the model decides again. */
        record ReturnsNothing() implements Flow {}

        /** The thread ends with the result. */
        record Finishes(TypeShape result) implements Flow {}
    }
}
