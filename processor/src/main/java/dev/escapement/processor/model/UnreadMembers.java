package dev.escapement.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The known properties of agent methods that could not be read completely. Their problems have been reported;
 * validators use these properties so that one mistake is not reported twice.
 *
 * @param steps the steps without a tool, in declaration order
 * @param joins whether there is a join whose continuation is unknown
 * @param gates whether there is a gate whose guarded steps are unknown
 * @param toolkits whether a toolkit could not be read, so that its steps are unknown
 */
public record UnreadMembers(List<UnreadStep> steps, boolean joins, boolean gates, boolean toolkits) {
    public UnreadMembers {
        steps = List.copyOf(steps);
    }

    /**
     * A step without a tool.
     *
     * @param record the type that was probably intended as the tool; empty if unknown
     * @param offered whether the model may select the step
     * @param flow the continuation of the thread
     */
    public record UnreadStep(Optional<JavaType> record, boolean offered, StepModel.Flow flow) {}
}
