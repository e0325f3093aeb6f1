package dev.escapement.json;

import dev.escapement.internal.json.JsonPath;
import java.util.Comparator;

/**
 * A mismatch between the expected and the actual JSON content at a path.
 *
 * @param path the location of the fault: {@code $} is the whole JSON value, {@code $.items[0].qty} a value in it; a
 *     name that is not an identifier is in brackets and quotes
 * @param expected the expected content, for example {@code an integer}
 * @param actual the actual content, for example {@code the string "abc"}; on one line, with quotations shortened
 */
public record Violation(String path, String expected, String actual) {

    /**
     * A comparator that orders violations by path. The content of a value follows the value, and array elements are
     * ordered by index.
     */
    public static final Comparator<Violation> BY_PATH = (one, other) -> JsonPath.compare(one.path(), other.path());

    /** Returns the violation as one line. Example: {@code $.qty: expected an integer, found the string "abc"}. */
    @Override
    public String toString() {
        return path + ": expected " + expected + ", found " + actual;
    }
}
