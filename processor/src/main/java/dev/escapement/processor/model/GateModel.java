package dev.escapement.processor.model;

import java.util.List;

/**
 * The model of a gate, a method that decides whether calls to the guarded steps may run. It guards the steps for some
 * tools, or the steps with some effects.
 *
 * @param owner the class that declares it: the agent or a toolkit
 * @param method its name
 * @param source the place of its declaration
 * @param parameter the type of its parameter: a tool, a sealed interface of tools, or {@code Call}
 * @param parameterSource the position of that parameter
 * @param guarded the tools that the parameter covers, in declaration order; the agent need not have steps for them
 * @param effects the effects of the guarded steps, in declaration order; empty unless the parameter is a {@code Call}
 * @param ambiguous the guarded tools that another method of that name also accepts, so that a call may need a cast
 * @param takesThread whether a parameter for the thread follows
 */
public record GateModel(
        JavaType owner,
        String method,
        SourceRef source,
        JavaType parameter,
        SourceRef parameterSource,
        List<JavaType> guarded,
        List<Effect> effects,
        List<JavaType> ambiguous,
        boolean takesThread) {
    public GateModel {
        guarded = List.copyOf(guarded);
        effects = List.copyOf(effects);
        ambiguous = List.copyOf(ambiguous);
    }

    /** Returns whether the gate guards steps by their effects, and takes the call instead of its arguments. */
    public boolean takesCall() {
        return !effects.isEmpty();
    }

    /**
     * Returns whether the gate guards a step.
     *
     * @param agent the agent; its gates also guard the steps of toolkits, those of a toolkit guard only its own steps
     */
    public boolean guards(StepModel step, JavaType agent) {
        return (owner.equals(agent) || owner.equals(step.owner()))
                && (guarded.contains(step.tool().type()) || effects.contains(step.effect()));
    }

    /** Returns this gate of a toolkit as a gate of an agent, whose problems are reported at the given reference. */
    public GateModel usedFrom(SourceRef at) {
        return new GateModel(owner, method, at, parameter, at, guarded, effects, ambiguous, takesThread);
    }
}
