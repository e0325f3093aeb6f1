package dev.escapement.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The annotations that restrict a value at one place in the source. {@link TypeShape.Constrained} holds the constraints
 * derived from them.
 *
 * @param value the value, without constraints
 * @param absent the reason why the value is optional or nullable, as written; empty if it is neither
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
