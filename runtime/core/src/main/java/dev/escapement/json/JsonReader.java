package dev.escapement.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON text for generated code. It stands at a value; a {@code read…} method consumes it, and a value of the
 * wrong kind is reported as a {@link Violation} and skipped, so that one pass finds everything that is wrong.
 *
 * <p>Strict RFC 8259: no comments, no trailing commas, no duplicate names, exactly one value. Not safe for use by
 * several threads.
 */
public final class JsonReader {

    /** How many violations are kept of one text. */
    public static final int MAX_VIOLATIONS = 100;

    /** How deeply objects and arrays may be nested. */
    public static final int MAX_DEPTH = 200;

    /** How many characters a number may have. */
    public static final int MAX_NUMBER_LENGTH = 500;

    /** How large the exponent of a decimal number may be: arithmetic with a larger one could exhaust the memory. */
    public static final int MAX_EXPONENT = 1_000;

    /** Some editors begin a text with it; a parser may ignore it (RFC 8259, section 8.1). */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How many characters of an exception's message are shown. */
    private static final int MAX_REASON_LENGTH = 300;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    // The text is in memory already.
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final char[] text;
    private final JsonParser parser;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Repair> repairs = new ArrayList<>();
    private Frame frame = new Frame(null);
    private int violationCount;

    private JsonReader(String text) {
        this.text = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).toCharArray();
        this.parser = parserFrom(0);
    }

    private JsonParser parserFrom(int start) {
        return FACTORY.createParser(ObjectReadContext.empty(), text, start, text.length - start);
    }

    static <T> Decoded<T> decode(JsonCodec<T> codec, String text) {
        JsonReader reader = new JsonReader(Objects.requireNonNull(text, "text"));
        try (JsonParser parser = reader.parser) {
            parser.nextToken();
            T value = codec.read(reader);
            if (parser.nextToken() != null) {
                reader.report("exactly one JSON value", "more text after it");
            }
            if (value != null && reader.violationCount == 0) {
                return new Decoded.Accepted<>(value, reader.repairs);
            }
        } catch (JacksonException fault) {
            return new Decoded.Rejected<>(List.of(SyntaxFault.describe(fault)));
        }
        reader.violations.sort(Comparator.comparing(Violation::path));
        return new Decoded.Rejected<>(reader.violations);
    }

    /**
     * Begins an object.
     *
     * @param properties what it may and must contain
     * @return false if the value is no object; it is then reported and skipped
     */
    public boolean beginObject(PropertySet properties) {
        if (parser.currentToken() == null && properties.names().isEmpty()) {
            repairs.add(new Repair(frame.path(), Repair.Kind.NOTHING_AS_EMPTY_OBJECT, "", "{}"));
        } else if (!expect(JsonToken.START_OBJECT, "an object")) {
            return false;
        }
        frame = frame.object(properties, violationCount);
        return true;
    }

    /**
     * Moves to the value of the next property that the object may have. Unknown properties and properties given twice
     * are reported and skipped.
     *
     * @return false at the end of the object
     */
    public boolean nextProperty() {
        while (nextName()) {
            int property = frame.properties().indexOf(frame.name());
            if (violationCount >= MAX_VIOLATIONS) {
                violationCount++; // nobody will read its words
            } else if (property < 0) {
                List<String> names = frame.properties().names();
                report("no such property" + Found.didYouMean(frame.name(), names), Found.describe(parser));
            } else if (!frame.markProperty(property)) {
                report("the property once", "it a second time");
            } else {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /**
     * Ends the object: reports required properties that were missing.
     *
     * @return true if everything in the object was right
     */
    public boolean endObject() {
        PropertySet properties = frame.properties();
        for (int i = 0; i < properties.requiredCount(); i++) {
            if (!frame.hasProperty(i)) {
                report(Frame.segment(properties.names().get(i)), "a value", "nothing");
            }
        }
        return leave();
    }

    /**
     * Begins an object whose property names are not known beforehand.
     *
     * @return false if the value is no object; it is then reported and skipped
     */
    public boolean beginMap() {
        boolean object = expect(JsonToken.START_OBJECT, "an object");
        if (object) {
            frame = frame.map(violationCount);
        }
        return object;
    }

    /**
     * Moves to the value of the next entry. Entries given twice are reported and skipped.
     *
     * @return false at the end of the object
     */
    public boolean nextEntry() {
        while (nextName()) {
            if (frame.markEntry()) {
                return true;
            }
            report("the property once", "it a second time");
            parser.skipChildren();
        }
        return false;
    }

    /**
     * Ends the object.
     *
     * @return true if everything in it was right
     */
    public boolean endMap() {
        return leave();
    }

    /**
     * The name of the property or entry at whose value the reader stands.
     *
     * @return the name
     */
    public String name() {
        return frame.name();
    }

    /**
     * Begins an array.
     *
     * @return false if the value is no array; it is then reported and skipped
     */
    public boolean beginArray() {
        boolean array = expect(JsonToken.START_ARRAY, "an array");
        if (array) {
            frame = frame.array(violationCount);
        }
        return array;
    }

    /**
     * Moves to the next element.
     *
     * @return false at the end of the array
     */
    public boolean nextElement() {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            return false;
        }
        frame.moveToNextElement();
        return true;
    }

    /**
     * Ends the array.
     *
     * @return true if everything in it was right
     */
    public boolean endArray() {
        return leave();
    }

    /**
     * Reads a string.
     *
     * @return the string; null if the value is none
     */
    public @Nullable String readString() {
        return expect(JsonToken.VALUE_STRING, "a string") ? parser.getString() : null;
    }

    /**
     * Reads {@code true} or {@code false}.
     *
     * @return which; false if the value is neither, which is then reported
     */
    public boolean readBoolean() {
        if (parser.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (parser.currentToken() != JsonToken.VALUE_FALSE) {
            mismatch("true or false");
        }
        return false;
    }

    /**
     * Reads an integer of 32 bits. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; 0 if the value is none, which is then reported
     */
    public int readInt() {
        return (int) readInteger(Integer.MIN_VALUE, Integer.MAX_VALUE, "an integer of 32 bits");
    }

    /**
     * Reads an integer of 64 bits. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; 0 if the value is none, which is then reported
     */
    public long readLong() {
        return readInteger(Long.MIN_VALUE, Long.MAX_VALUE, "an integer of 64 bits");
    }

    /**
     * Reads a number as the nearest double.
     *
     * @return the number; 0 if the value is none or beyond the range of a double, which is then reported
     */
    public double readDouble() {
        if (!expectNumber("a number")) {
            return 0;
        }
        double value = parser.getDoubleValue();
        if (Numbers.isBeyondDouble(parser, value)) {
            report("a number of at most 1.7976931348623157E308 in size", Found.describe(parser));
            return 0;
        }
        return value;
    }

    /**
     * Reads a number with all its digits, trailing zeros included; {@code 1e2} is 100.
     *
     * @return the number; null if the value is none or its exponent is beyond {@link #MAX_EXPONENT}, which is then
     *     reported
     */
    public @Nullable BigDecimal readDecimal() {
        if (!expectNumber("a number")) {
            return null;
        }
        BigDecimal value = Numbers.decimal(parser);
        if (value == null || Math.abs((long) value.scale()) > MAX_EXPONENT) {
            report("a number with an exponent from -" + MAX_EXPONENT + " to " + MAX_EXPONENT, Found.describe(parser));
            return null;
        }
        return value.scale() < 0 && Numbers.isPlain(value) ? value.setScale(0) : value;
    }

    /**
     * Consumes {@code null} where it is a value of the type.
     *
     * @return whether it was there
     */
    public boolean readNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /**
     * Consumes {@code null} in place of a property that may be left out, and records the repair.
     *
     * @return whether it was there
     */
    public boolean readAbsent() {
        boolean absent = readNull();
        if (absent) {
            repairs.add(new Repair(frame.path(), Repair.Kind.NULL_AS_ABSENT, "null", ""));
        }
        return absent;
    }

    /** Skips the value. */
    public void skip() {
        parser.skipChildren();
    }

    /**
     * Reports a string that was read but is none of the allowed ones.
     *
     * @param written the string
     * @param allowed the allowed strings
     */
    public void notOneOf(String written, String... allowed) {
        report(Found.oneOf(written, List.of(allowed)), Found.string(written));
    }

    /**
     * Reports a string that was read but does not have the form that its type asks for.
     *
     * @param expected the form in words
     * @param written the string
     */
    public void unreadable(String expected, String written) {
        report(expected, Found.string(written));
    }

    /**
     * Looks into an object for the property that tells which type it has, wherever it stands. The reader stays at the
     * object: it must be read next, or skipped by {@link #unknownType}.
     *
     * @param property the name of the discriminator
     * @return its value; null if the value is no object or does not have it, which is then reported and skipped
     */
    public @Nullable String readDiscriminator(String property) {
        if (!expect(JsonToken.START_OBJECT, "an object")) {
            return null;
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        try (JsonParser scout = parserFrom(start)) {
            Discriminator discriminator = Discriminator.find(scout, property);
            if (discriminator.type() == null) {
                report(Frame.segment(property), "a string that tells the type", discriminator.found());
                parser.skipChildren();
            }
            return discriminator.type();
        }
    }

    /**
     * Reports a discriminator that names no type, and skips the object.
     *
     * @param property the name of the discriminator
     * @param written its value
     * @param allowed the values that it may have
     */
    public void unknownType(String property, String written, String... allowed) {
        report(Frame.segment(property), Found.oneOf(written, List.of(allowed)), Found.string(written));
        parser.skipChildren();
    }

    /**
     * Reports that the constructor of a type refused values that were right for its schema.
     *
     * @param refusal what it threw; the message of an {@link IllegalArgumentException} is shown
     */
    public void refused(RuntimeException refusal) {
        String reason = refusal instanceof IllegalArgumentException ? refusal.getMessage() : null;
        String why = reason == null ? "" : ": " + Excerpt.line(reason, MAX_REASON_LENGTH);
        report("values that go together", "values that do not" + why);
    }

    private boolean nextName() {
        if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
            frame.moveToEnd();
            return false;
        }
        frame.moveTo(parser.currentName());
        parser.nextToken();
        return true;
    }

    private boolean leave() {
        boolean right = violationCount == frame.violationsBefore();
        frame = frame.outer();
        return right;
    }

    private long readInteger(long min, long max, String expected) {
        if (!expectNumber("an integer")) {
            return 0;
        }
        Numbers.Kind kind = Numbers.kind(parser);
        if (kind == Numbers.Kind.LONG) {
            long value = Numbers.longValue(parser);
            if (min <= value && value <= max) {
                return value;
            }
        }
        report(kind == Numbers.Kind.FRACTION ? "an integer" : expected, Found.describe(parser));
        return 0;
    }

    private boolean expectNumber(String expected) {
        boolean number = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                || parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
        return number || mismatch(expected);
    }

    private boolean expect(JsonToken token, String expected) {
        return parser.currentToken() == token || mismatch(expected);
    }

    private boolean mismatch(String expected) {
        report(expected, Found.describe(parser));
        parser.skipChildren();
        return false;
    }

    private void report(String expected, String actual) {
        report("", expected, actual);
    }

    private void report(String segment, String expected, String actual) {
        violationCount++;
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(new Violation(frame.path() + segment, expected, actual));
        }
    }
}
