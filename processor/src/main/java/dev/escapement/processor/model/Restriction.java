package dev.escapement.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The annotations at one place of the source that restrict a value, for checks: {@link TypeShape.Constrained} holds what
 * is left of them.
 *
 * @param value the value, without rules
 * @param absent what makes the value optional or nullable, as it is written; empty if nothing does
 * @param required the annotation that requires a value other than null, if present
 * @param rules the constraints, in declaration order
 */
public record Restriction(
        TypeShape value, String absent, @Nullable Required required, List<Rule> rules) {
    public Restriction {
        rules = List.copyOf(rules);
    }

    /**
     * An annotation that requires a value other than null.
     *
     * @param annotation its simple name
     * @param source the position of the annotation
     */
    public record Required(String annotation, SourceRef source) {}

    /**
     * A constraint from an annotation.
     *
     * @param annotation its simple name
     * @param constraint the rule
     * @param source the position of the annotation
     */
    public record Rule(String annotation, Constraint constraint, SourceRef source) {}
}
