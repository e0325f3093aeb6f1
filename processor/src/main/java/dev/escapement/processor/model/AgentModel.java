package dev.escapement.processor.model;

import java.util.List;

/**
 * An agent.
 *
 * @param type its class
 * @param source where it is declared
 * @param exported whether the generated class is public
 * @param prompts the methods that write the system prompt: one, if all is well
 * @param steps its steps in declaration order
 * @param results the types of all results of steps
 */
public record AgentModel(
        JavaType type,
        SourceRef source,
        boolean exported,
        List<PromptModel> prompts,
        List<StepModel> steps,
        TypeModel results) {
    public AgentModel {
        prompts = List.copyOf(prompts);
        steps = List.copyOf(steps);
    }

    /** Whether anything that the generated class names is deprecated. */
    public boolean deprecated() {
        return results.deprecated()
                || steps.stream()
                        .anyMatch(step -> step.tool().arguments().types().deprecated());
    }

    /** The class that is generated. */
    public JavaType generated() {
        return type.generated("Loop");
    }

    /**
     * A method that writes the system prompt.
     *
     * @param method its name
     * @param source where it is declared
     */
    public record PromptModel(String method, SourceRef source) {}
}
