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

    /** The repairs that are always safe. */
    public enum Kind {

        /** {@code null} for a property that may be left out, as strict modes of providers write it. */
        NULL_AS_ABSENT,

        /** No text at all where a tool has no parameters: read as {@code {}}. */
        NOTHING_AS_EMPTY_OBJECT
    }
}
