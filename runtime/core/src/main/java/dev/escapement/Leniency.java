package dev.escapement;

/**
 * A fault in a model's arguments that a tool can choose to repair. Most such faults, but not all, have only one
 * interpretation, so only tools whose steps are {@link Effect#READ} or {@link Effect#IDEMPOTENT} can choose one.
 * Every repair is recorded.
 */
public enum Leniency {

    /**
     * Trailing commas, comments, single quotes, property names without quotes, and Python's {@code True},
     * {@code False} and {@code None}.
     */
    RELAXED_SYNTAX,

    /**
     * A string that is exactly the JSON text of a value: {@code "5"} for {@code 5}, {@code "true"} for {@code true}.
     */
    QUOTED_SCALARS,

    /** One value where a list of such values is expected. */
    SINGLE_AS_LIST
}
