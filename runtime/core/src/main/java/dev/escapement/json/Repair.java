package dev.escapement.json;

/**
 * A fault of a JSON text that has exactly one reading and was therefore repaired.
 *
 * @param path where, as in {@link Violation#path()}
 * @param kind what was wrong
 * @param before the text that was found
 * @param after what it was read as
 */
public record Repair(String path, Kind kind, String before, String after) {

    /** What was wrong. The first five are always repaired, the others where a tool chose {@link dev.escapement.Leniency}. */
    public enum Kind {

        /** A byte order mark before the text. */
        BYTE_ORDER_MARK,

        /** No text at all where a tool has no parameters: read as {@code {}}. */
        NOTHING_AS_EMPTY_OBJECT,

        /** {@code null} for a property that may be left out, as strict modes of providers write it. */
        NULL_AS_ABSENT,

        /** An object or array as a string that holds its JSON text. */
        STRING_AS_JSON,

        /** A constant in upper case for lower case, or the other way round, where only one can be meant. */
        CONSTANT_IN_OTHER_CASE,

        /** Text that is JSON but for commas, comments, quotes, and words of Python. */
        RELAXED_SYNTAX,

        /** A number, {@code true} or {@code false} as a string. */
        QUOTED_SCALAR,

        /** One value for a list of one. */
        SINGLE_AS_LIST
    }
}
