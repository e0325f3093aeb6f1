package dev.escapement.processor.model;

import java.util.List;

/**
 * The model of a join, a method that continues a step after its child thread has finished.
 *
 * @param owner the class that declares it: the agent or a toolkit
 * @param method its name
 * @param source the place of its declaration
 * @param tool the tool of the step that delegates
 * @param result the shape of the child's result
 * @param upcasts the conversions of earlier forms of the child's result, oldest form first
 * @param flow the continuation of the thread: {@link StepModel.Flow.Returns}, {@link StepModel.Flow.Selects} or {@link
 *     StepModel.Flow.Unreadable}
 * @param declared the exceptions of its contract, none of them a subclass of another
 */
public record JoinModel(
        JavaType owner,
        String method,
        SourceRef source,
        JavaType tool,
        TypeShape result,
        List<UpcastModel> upcasts,
        StepModel.Flow flow,
        List<JavaType> declared) {
    public JoinModel {
        upcasts = List.copyOf(upcasts);
        declared = List.copyOf(declared);
    }

    /** Returns a join of a toolkit, whose problems are reported at the given reference of the agent. */
    public JoinModel usedFrom(SourceRef at) {
        return new JoinModel(owner, method, at, tool, result, upcasts, flow, declared);
    }

    /** Returns whether the join continues a step. */
    public boolean continues(StepModel step) {
        return step.flow() instanceof StepModel.Flow.Delegates
                && tool.equals(step.tool().type());
    }
}
