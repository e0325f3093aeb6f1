package dev.escapement;

/**
 * Faults of a model's arguments that a tool may choose to repair. Each has one reading as a rule, not always: only tools
 * whose steps read or are idempotent may choose one. Whatever is repaired is recorded.
 */
public enum Leniency {

    /**
     * Trailing commas, comments, single quotes, property names without quotes, and Python's {@code True}, {@code False}
     * and {@code None}, as small models write them.
     */
    RELAXED_SYNTAX,

    /** {@code "5"} for {@code 5} and {@code "true"} for {@code true}: a string that is exactly the JSON text of a value. */
    QUOTED_SCALARS,

    /** One value where a list of such values is expected. */
    SINGLE_AS_LIST
}
