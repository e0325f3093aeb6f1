package dev.escapement.json;

import dev.escapement.internal.json.JsonPath;
import java.util.Comparator;

/**
 * One thing that is wrong with a JSON text.
 *
 * @param path where: {@code $} is the whole text, {@code $.items[0].qty} a value in it; a name that is no identifier
 *     stands in brackets and quotes
 * @param expected what should be there, for example {@code an integer}
 * @param actual what is there, for example {@code the string "abc"}; on one line, and what was quoted from the text is
 *     shortened
 */
public record Violation(String path, String expected, String actual) {

    /** By path: what is inside a value follows it, and elements of an array follow one another by their number. */
    public static final Comparator<Violation> BY_PATH = (one, other) -> JsonPath.compare(one.path(), other.path());

    /** Returns one line: {@code $.qty: expected an integer, found the string "abc"}. */
    @Override
    public String toString() {
        return path + ": expected " + expected + ", found " + actual;
    }
}
