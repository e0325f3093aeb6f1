package dev.escapement.processor.model;

import java.util.List;

/**
 * The model of a gate, a method that decides whether calls to the guarded tools may run.
 *
 * @param method its name
 * @param source the place of its declaration
 * @param parameter the type of its parameter: a tool, or a sealed interface of tools
 * @param parameterSource the position of that parameter
 * @param guarded the tools that the parameter covers, in declaration order; the agent need not have steps for them
 * @param ambiguous the guarded tools that another method of that name also accepts, so that a call may need a cast
 * @param takesThread whether a parameter for the thread follows
 */
public record GateModel(
        String method,
        SourceRef source,
        JavaType parameter,
        SourceRef parameterSource,
        List<JavaType> guarded,
        List<JavaType> ambiguous,
        boolean takesThread) {
    public GateModel {
        guarded = List.copyOf(guarded);
        ambiguous = List.copyOf(ambiguous);
    }

    /** Returns whether the gate guards a step. */
    public boolean guards(StepModel step) {
        return guarded.contains(step.tool().type());
    }
}
