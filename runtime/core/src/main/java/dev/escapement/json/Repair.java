package dev.escapement.json;

/**
 * The repair of a fault in JSON.
 *
 * @param path the location of the fault, in the form of {@link Violation#path()}
 * @param kind the kind of fault
 * @param before the original text
 * @param after the text as which it was interpreted
 */
public record Repair(String path, Kind kind, String before, String after) {

    /**
     * A kind of fault that decoding can repair. The first five are always repaired, unknown properties only with
     * {@link dev.escapement.UnknownProperties#IGNORE}, the others only with {@link dev.escapement.Leniency}.
     */
    public enum Kind {

        /** A byte order mark before the JSON. */
        BYTE_ORDER_MARK,

        /** An empty string in place of the arguments of a tool without parameters. It is interpreted as {@code {}}. */
        NOTHING_AS_EMPTY_OBJECT,

        /**
         * A {@code null} value for an optional property, interpreted as an absent property. Strict modes of providers
         * produce such values.
         */
        NULL_AS_ABSENT,

        /** An object or array that was encoded as a JSON string. */
        STRING_AS_JSON,

        /** A string that matches exactly one allowed constant if the case of ASCII letters is ignored. */
        CONSTANT_IN_OTHER_CASE,

        /**
         * JSON with trailing commas, comments, missing or single quotes, or Python literals. The texts before and after
         * list the first changes in the order of the text, separated by semicolons, each with its line and column.
         */
        RELAXED_SYNTAX,

        /** A number or boolean written as a string. */
        QUOTED_SCALAR,

        /** A single value in place of a list. */
        SINGLE_AS_LIST,

        /**
         * A property that the type does not have. It is ignored; the path contains its name, and {@link Repair#before}
         * describes its value.
         */
        UNKNOWN_PROPERTY
    }
}
