package dev.escapement.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the methods of an agent that could not be read as a whole. Why not has been told; rules that would
 * say something that follows from it look here first, so that one mistake is told once.
 *
 * @param steps the steps without a tool, in declaration order
 * @param gates whether there is a gate of which nobody knows what it guards
 */
public record UnreadMembers(List<Step> steps, boolean gates) {
    public UnreadMembers {
        steps = List.copyOf(steps);
    }

    /**
     * A step without a tool.
     *
     * @param record what it takes, if that is meant to be a tool and is none yet; empty if nobody knows
     * @param offered whether the model may select it
     * @param flow what follows it
     */
    public record Step(Optional<JavaType> record, boolean offered, StepModel.Flow flow) {}
}
