package dev.escapement.codegen;

import dev.escapement.json.JsonCodec;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A codec of values that are strings or map keys in JSON. All text read and written matches a pattern, which is also in
 * the schema. Immutable, and safe for use by multiple Java threads.
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
     * Creates a codec.
     *
     * @param expected the description of the form, with an example
     * @param regex a {@link PortablePattern}, anchored at both ends
     * @param parser converts a matching text to a value, or throws {@link IllegalArgumentException} or
     *     {@link DateTimeException}
     * @param printer converts a value to a text, which does not match if the value does not have a JSON form
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
     * <p>A value that is not a string, or whose text does not have the form, is a violation.
     */
    @Override
    public @Nullable T read(JsonReader in) {
        String text = in.readString();
        return text == null ? null : parse(in, text);
    }

    /**
     * Writes a value as a string.
     *
     * @param out the writer
     * @param value the value
     * @throws IllegalArgumentException under the conditions of {@link #print}
     */
    @Override
    public void write(JsonWriter out, T value) {
        out.writeString(print(value));
    }

    /**
     * Converts a text that was already read, such as a map key, to a value.
     *
     * @param in the reader, which records a violation
     * @param text the text
     * @return the value; null if the text does not have the form, which is then reported
     */
    public @Nullable T parse(JsonReader in, String text) {
        if (pattern.matches(text)) {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException refused) {
                // Occurs only if a table of the JDK decides; its message only repeats the text.
            }
        }
        in.unreadable(expected, text);
        return null;
    }

    /**
     * Returns the text of a value.
     *
     * @param value the value
     * @return a text that matches the pattern and is read as an equal value
     * @throws IllegalArgumentException if the value does not have such a text, for example a date after the year 9999
     */
    public String print(T value) {
        String text = printer.apply(value);
        if (!pattern.matches(text)) {
            throw new IllegalArgumentException(
                    ValueDescription.shorten(text) + " cannot be written as JSON: the form is " + expected);
        }
        return text;
    }

    /** Returns the expected form of the text for violations, with an example. */
    String expected() {
        return expected;
    }

    /**
     * Returns the pattern of the text, for a schema.
     *
     * @return a {@link PortablePattern}, anchored at both ends
     */
    public String pattern() {
        return pattern.regex();
    }
}
