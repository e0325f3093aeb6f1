package dev.escapement.codegen;

import dev.escapement.json.JsonCodec;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes values that are one string in JSON, and can also be the names of an object's entries. What is read
 * must match a pattern, which is also what the schema says; everything that is written matches it. Immutable, and safe
 * for use by many threads.
 *
 * @param <T> the type of the values
 * @see TextCodecs
 */
public final class TextCodec<T> implements JsonCodec<T> {

    private final String expected;
    private final PortablePattern pattern;
    private final Function<String, T> parser;
    private final Function<T, String> printer;

    /**
     * Makes a codec.
     *
     * @param expected what is expected, in words and with an example
     * @param regex a {@link PortablePattern}, anchored at both ends
     * @param parser turns a text that matches into a value, or throws {@link IllegalArgumentException} or
     *     {@link DateTimeException}
     * @param printer turns a value into a text, which does not match if the value has no JSON form
     */
    TextCodec(String expected, String regex, Function<String, T> parser, Function<T, String> printer) {
        this.expected = expected;
        this.pattern = PortablePattern.compile(regex);
        this.parser = parser;
        this.printer = printer;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A value that is no string, or whose text does not have the form, is a violation.
     */
    @Override
    public @Nullable T read(JsonReader in) {
        String text = in.readString();
        return text == null ? null : parse(in, text);
    }

    /**
     * Writes a value as a string.
     *
     * @param out where to write
     * @param value the value
     * @throws IllegalArgumentException as {@link #print}
     */
    @Override
    public void write(JsonWriter out, T value) {
        out.writeString(print(value));
    }

    /**
     * Turns a text that was already read, such as the name of an entry, into a value.
     *
     * @param in where to report a text that does not have the form
     * @param text the text
     * @return the value; null if the text does not have the form, which is then reported
     */
    public @Nullable T parse(JsonReader in, String text) {
        if (pattern.matches(text)) {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException refused) {
                // Only where a table of the JDK decides; what it says would be the text once more.
            }
        }
        in.unreadable(expected, text);
        return null;
    }

    /**
     * The text of a value.
     *
     * @param value the value
     * @return a text that matches the pattern, and is read as an equal value
     * @throws IllegalArgumentException if the value has no such text, for example a date after the year 9999
     */
    public String print(T value) {
        String text = printer.apply(value);
        if (!pattern.matches(text)) {
            throw new IllegalArgumentException(
                    ValueDescription.shorten(text) + " cannot be written as JSON: it would have to be " + expected);
        }
        return text;
    }

    /** Returns the expectation of a violation, which has an example. */
    String expected() {
        return expected;
    }

    /**
     * The form of the text, for a schema.
     *
     * @return a {@link PortablePattern}, anchored at both ends
     */
    public String pattern() {
        return pattern.regex();
    }
}
