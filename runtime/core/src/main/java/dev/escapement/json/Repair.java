package dev.escapement.json;

/**
 * A fault in a JSON text and its repair.
 *
 * @param path the place in the text, in the form of {@link Violation#path()}
 * @param kind the kind of fault
 * @param before the original text
 * @param after the text that it was interpreted as
 */
public record Repair(String path, Kind kind, String before, String after) {

    /**
     * The kind of a fault. The first five are always repaired, the others only with {@link dev.escapement.Leniency}.
     */
    public enum Kind {

        /** A byte order mark before the text. */
        BYTE_ORDER_MARK,

        /** An empty text for a tool without parameters: interpreted as {@code {}}. */
        NOTHING_AS_EMPTY_OBJECT,

        /** {@code null} for an optional property, as the strict modes of providers write it. */
        NULL_AS_ABSENT,

        /** An object or array written as a string that contains its JSON text. */
        STRING_AS_JSON,

        /** A constant whose case differs from exactly one allowed constant. */
        CONSTANT_IN_OTHER_CASE,

        /** JSON with trailing commas, comments, missing or single quotes, or Python literals. */
        RELAXED_SYNTAX,

        /** A number, {@code true} or {@code false} written as a string. */
        QUOTED_SCALAR,

        /** A single value in place of a list. */
        SINGLE_AS_LIST
    }
}
