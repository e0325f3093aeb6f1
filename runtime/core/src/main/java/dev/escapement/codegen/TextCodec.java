package dev.escapement.codegen;

import dev.escapement.json.JsonCodec;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A codec for values that JSON represents as strings or property names. Every string read and written matches a
 * pattern, which is also in the schema. Immutable, and safe for use by multiple Java threads.
 *
 * @param <T> the type of the values
 * @see TextCodecs
 */
public final class TextCodec<T> implements JsonCodec<T> {

    private final String expected;
    private final PortablePattern pattern;
    private final Function<String, T> parser;
    private final Function<T, String> printer;
    private final @Nullable TimeFaults faults;

    /**
     * Creates a codec from a pattern, a parser and a printer.
     *
     * @param expected the description of the form, with an example
     * @param regex a {@link PortablePattern}, anchored at both ends
     * @param parser converts a matching string to a value, or throws {@link IllegalArgumentException} or
     *     {@link DateTimeException}
     * @param printer converts a value to a string, which does not match if the value does not have a JSON form
     */
    TextCodec(String expected, String regex, Function<String, T> parser, Function<T, String> printer) {
        this(expected, regex, parser, printer, null);
    }

    private TextCodec(
            String expected,
            String regex,
            Function<String, T> parser,
            Function<T, String> printer,
            @Nullable TimeFaults faults) {
        this.faults = faults;
        this.expected = expected;
        this.pattern = PortablePattern.compile(regex);
        this.parser = parser;
        this.printer = printer;
    }

    /** Returns a codec that also explains strings that resemble a date or time. */
    TextCodec<T> explaining(TimeFaults form) {
        return new TextCodec<>(expected, pattern.regex(), parser, printer, form);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A value that is not a string, or whose text does not have the form, is a violation.
     */
    @Override
    public @Nullable T read(JsonReader in) {
        String text = in.readText(expected);
        return text == null ? null : parse(in, text);
    }

    /**
     * Writes a value as a string. The writer cannot be used after an exception.
     *
     * @param out the writer
     * @param value the value
     * @throws IllegalArgumentException under the conditions of {@link #print}, or if the value is null; the message
     *     contains the path
     */
    @Override
    public void write(JsonWriter out, T value) {
        String text = printer.apply(out.requireValue(value));
        out.writeString(text);
        requireForm(out, text);
    }

    /**
     * Writes the key of a map as the name of a property. The property's value must be written next. The writer cannot be used
     * after an exception.
     *
     * @param out the writer
     * @param key the key
     * @throws IllegalArgumentException under the conditions of {@link #print}, or if the key is null; the message
     *     contains the path of the entry, or of the map if the key is null
     */
    public void writeName(JsonWriter out, T key) {
        String text = printer.apply(out.requireKey(key));
        out.name(text);
        requireForm(out, text);
    }

    private void requireForm(JsonWriter out, String written) {
        if (!pattern.matches(written)) {
            out.broken(expected, out.found(written));
        }
    }

    /**
     * Converts a string that was already read, such as a property name, to a value.
     *
     * @param in the reader, which records a violation
     * @param text the string
     * @return the value; null if the string does not have the form, which is then reported
     */
    public @Nullable T parse(JsonReader in, String text) {
        if (pattern.matches(text)) {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException refused) {
                // Occurs only if the JDK's tables reject the value. The exception's message only repeats the string.
            }
        }
        String explanation = faults == null ? null : faults.explain(text);
        if (explanation == null) {
            in.reportUnreadable(expected, text);
        } else {
            in.reportUnreadable(expected, text, explanation);
        }
        return null;
    }

    /**
     * Returns the string that represents a value. The message of its exception does not contain a path; {@link #write}
     * and {@link #writeName} report the path in JSON.
     *
     * @param value the value
     * @return a string that matches the pattern and is read as an equal value
     * @throws IllegalArgumentException if the value does not have such a string, for example a date after the year 9999
     */
    public String print(T value) {
        String text = printer.apply(value);
        if (!pattern.matches(text)) {
            throw new IllegalArgumentException(
                    ValueDescription.shorten(text) + " cannot be written as JSON: the form is " + expected);
        }
        return text;
    }

    /** Returns a description of the expected form, with an example, for use in violations. */
    String expected() {
        return expected;
    }

    /**
     * Returns the pattern that the codec's strings match, for use in a schema.
     *
     * @return a {@link PortablePattern}, anchored at both ends
     */
    public String pattern() {
        return pattern.regex();
    }
}
