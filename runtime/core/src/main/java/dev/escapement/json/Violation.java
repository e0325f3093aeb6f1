package dev.escapement.json;

import dev.escapement.internal.json.JsonPath;
import java.util.Comparator;

/**
 * A fault in a JSON text.
 *
 * @param path the place of the fault: {@code $} is the whole text, {@code $.items[0].qty} a value in it; a name that
 *     is not an identifier is in brackets and quotes
 * @param expected the expected content, for example {@code an integer}
 * @param actual the actual content, for example {@code the string "abc"}; on one line, with quotations shortened
 */
public record Violation(String path, String expected, String actual) {

    /**
     * The comparator of violations by path: the content of a value follows it, and array elements are ordered by index.
     */
    public static final Comparator<Violation> BY_PATH = (one, other) -> JsonPath.compare(one.path(), other.path());

    /** Returns the violation as one line: {@code $.qty: expected an integer, found the string "abc"}. */
    @Override
    public String toString() {
        return path + ": expected " + expected + ", found " + actual;
    }
}
