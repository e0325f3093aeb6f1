package dev.escapement;

/**
 * A kind of fault in tool arguments that is repaired only if the tool opts in. Most such faults, but not all, have only
 * one interpretation, so only tools whose steps are {@link Effect#READ} or {@link Effect#IDEMPOTENT} can opt in. Every
 * repair is recorded.
 */
public enum Leniency {

    /**
     * Trailing commas, comments, single quotes, unquoted property names, and Python's {@code True}, {@code False} and
     * {@code None}.
     */
    RELAXED_SYNTAX,

    /**
     * A string that consists of a number or boolean, such as {@code "5"} for {@code 5} or {@code "true"} for
     * {@code true}.
     */
    QUOTED_SCALARS,

    /**
     * A single value where a list of such values is expected. A string that can be several values, such as one with
     * commas or text that resembles JSON, is not a single value.
     */
    SINGLE_AS_LIST
}
