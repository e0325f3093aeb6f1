package dev.escapement.codegen;

import dev.escapement.internal.json.CanonicalJson;
import dev.escapement.internal.json.JsonPath;
import dev.escapement.internal.json.LimitMessages.Unit;
import dev.escapement.internal.json.Numbers;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.json.Violation;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A writer of compact JSON for generated code. Numbers have the shortest form that reads back to the same value, and
 * characters outside ASCII are not escaped. The output is valid under the schema of its type: a value that violates a
 * rule of its type causes an {@link IllegalArgumentException} with the path, except that times are not compared with
 * the present. Not safe for use by multiple Java threads.
 */
public final class JsonWriter extends ValueChecks {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Double.toString before JDK 19 is not always the shortest form.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final StringWriter text;
    private final JsonGenerator generator;
    private final Deque<Integer> sets = new ArrayDeque<>();
    private final boolean checksSets;
    private int count;
    private Unit counted = Unit.PROPERTY;
    private boolean single;
    private @Nullable ValueChecks names;

    private JsonWriter(StringWriter text, JsonGenerator generator, boolean checksSets) {
        this.text = text;
        this.generator = generator;
        this.checksSets = checksSets;
    }

    /**
     * Encodes a value as JSON.
     *
     * @param encoder the writer of the value
     * @param value the value
     * @param <T> the type of the value
     * @return JSON text
     * @throws IllegalArgumentException if the value cannot be written; the message contains the path
     */
    public static <T> String encode(JsonEncoder<T> encoder, T value) {
        return encode(encoder, value, true);
    }

    /** Encodes a value as JSON without checking its sets for duplicate elements. */
    static <T> String encodeUnchecked(JsonEncoder<T> encoder, T value) {
        return encode(encoder, value, false);
    }

    private static <T> String encode(JsonEncoder<T> encoder, T value, boolean checksSets) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            encoder.write(new JsonWriter(text, generator, checksSets), value);
        }
        return text.toString();
    }

    /** Begins an object. */
    public void beginObject() {
        generator.writeStartObject();
    }

    /**
     * Writes a property name. The property's value must be written next.
     *
     * @param name the name
     */
    public void name(String name) {
        generator.writeName(name);
    }

    /**
     * Writes a property whose value is a string.
     *
     * @param name the name
     * @param value the string
     */
    public void property(String name, String value) {
        name(name);
        writeString(value);
    }

    /**
     * Writes a property with a JSON value of any type.
     *
     * @param name the name
     * @param value the value as text
     */
    public void property(String name, JsonText value) {
        name(name);
        writeJson(value);
    }

    /** Ends the innermost object. */
    public void endObject() {
        count = generator.streamWriteContext().getEntryCount();
        counted = Unit.PROPERTY;
        generator.writeEndObject();
    }

    /** Begins an array. */
    public void beginArray() {
        generator.writeStartArray();
    }

    /** Ends the innermost array. */
    public void endArray() {
        count = generator.streamWriteContext().getEntryCount();
        counted = Unit.ELEMENT;
        generator.writeEndArray();
    }

    /** Begins an array for a set whose elements can be equal in JSON Schema although they differ in Java. */
    public void beginSet() {
        beginArray();
        if (checksSets) {
            sets.push(length() - 1);
        }
    }

    /**
     * Ends the array begun by {@link #beginSet}.
     *
     * @throws IllegalArgumentException if two elements are equal in JSON Schema, like 2.0 and 2.00
     */
    public void endSet() {
        endArray();
        if (checksSets) {
            int begin = sets.pop();
            int repeated =
                    count < 2 ? -1 : UniqueItems.firstRepeated(text.getBuffer().substring(begin, length()));
            if (repeated >= 0) {
                broken("[" + repeated + "]", ViolationMessages.ELEMENT_ONCE, ViolationMessages.AGAIN);
            }
        }
    }

    /** Returns the number of characters written so far. */
    private int length() {
        generator.flush();
        return text.getBuffer().length();
    }

    /**
     * Writes a string. Unpaired surrogates are escaped, because they cannot be encoded as bytes.
     *
     * @param value the string
     */
    public void writeString(String value) {
        Objects.requireNonNull(value, "value"); // Jackson writes null
        if (hasHalfPair(value)) {
            StringBuilder escaped = new StringBuilder();
            CanonicalJson.appendString(value, escaped);
            generator.writeRawValue(escaped.toString());
        } else {
            generator.writeString(value);
        }
    }

    private static boolean hasHalfPair(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                int c = value.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(c)) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /**
     * Writes {@code true} or {@code false}.
     *
     * @param value the boolean
     */
    public void writeBoolean(boolean value) {
        generator.writeBoolean(value);
    }

    /**
     * Writes a character as a string.
     *
     * @param value the character
     */
    public void writeChar(char value) {
        generator.writeString(String.valueOf(value));
    }

    /**
     * Writes an 8-bit integer.
     *
     * @param value the number
     */
    public void writeByte(byte value) {
        generator.writeNumber(value);
    }

    /**
     * Writes a 16-bit integer.
     *
     * @param value the number
     */
    public void writeShort(short value) {
        generator.writeNumber(value);
    }

    /**
     * Writes an integer of any size with all its digits.
     *
     * @param value the number
     * @throws IllegalArgumentException if it has more digits than a {@link JsonReader} accepts
     */
    public void writeBigInteger(BigInteger value) {
        if (!Numbers.isWritable(value)) {
            throw new IllegalArgumentException("an integer has at most " + Numbers.MAX_DIGITS + " digits");
        }
        generator.writeNumber(value);
    }

    /**
     * Writes a single-precision number.
     *
     * @param value the number
     * @throws IllegalArgumentException if it is infinite or NaN, which JSON cannot represent
     */
    public void writeFloat(float value) {
        if (!Float.isFinite(value)) {
            throw noNumber(value);
        }
        single = true;
        generator.writeNumber(value);
    }

    /**
     * Writes a JSON value of any type.
     *
     * @param value the value as text
     */
    public void writeJson(JsonText value) {
        generator.writeRawValue(value.json());
    }

    /**
     * Writes a 32-bit integer.
     *
     * @param value the number
     */
    public void writeInt(int value) {
        generator.writeNumber(value);
    }

    /**
     * Writes a 64-bit integer.
     *
     * @param value the number
     */
    public void writeLong(long value) {
        generator.writeNumber(value);
    }

    /**
     * Writes a double-precision number.
     *
     * @param value the number
     * @throws IllegalArgumentException if it is infinite or NaN, which JSON cannot represent
     */
    public void writeDouble(double value) {
        if (!Double.isFinite(value)) {
            throw noNumber(value);
        }
        single = false;
        generator.writeNumber(value);
    }

    /**
     * Writes a number with all its digits, including trailing zeros. It has an exponent only if it is very large or
     * very small.
     *
     * @param value the number
     * @throws IllegalArgumentException if its digits or its exponent exceed the limits of a {@link JsonReader}
     */
    public void writeDecimal(BigDecimal value) {
        String text = Numbers.isPlain(value) ? value.toPlainString() : value.toString();
        if (text.length() > JsonReader.MAX_NUMBER_LENGTH || Math.abs((long) value.scale()) > JsonReader.MAX_EXPONENT) {
            throw new IllegalArgumentException(
                    "too long a number, or too large an exponent: " + ValueDescription.shorten(text));
        }
        generator.writeNumber(text);
    }

    private static IllegalArgumentException noNumber(Number value) {
        return new IllegalArgumentException("JSON cannot represent the number " + value);
    }

    /** Writes {@code null}. */
    public void writeNull() {
        generator.writeNull();
    }

    /**
     * Returns the checks for the map key just written.
     *
     * @return checks whose messages contain the entry
     */
    public ValueChecks names() {
        if (names == null) {
            names = new NameChecks(this);
        }
        return names;
    }

    @Override
    boolean isRead() {
        return true;
    }

    @Override
    String found(Object value) {
        return value instanceof String text
                ? ValueDescription.string(text)
                : ValueDescription.shorten(value.toString());
    }

    @Override
    BigDecimal exact(double value) {
        return rounded(value);
    }

    @Override
    BigDecimal rounded(double value) {
        return Numbers.shortest(value, single);
    }

    @Override
    int count() {
        return count;
    }

    @Override
    Unit counted() {
        return counted;
    }

    @Override
    void broken(String expected, String found) {
        broken("", expected, found);
    }

    private void broken(String segment, String expected, String found) {
        StringBuilder path = new StringBuilder();
        appendPath(generator.streamWriteContext(), path);
        throw new IllegalArgumentException(new Violation(path.append(segment).toString(), expected, found).toString());
    }

    private static void appendPath(TokenStreamContext context, StringBuilder path) {
        if (context.getParent() == null) {
            path.append('$');
            return;
        }
        appendPath(context.getParent(), path);
        if (context.inObject()) {
            path.append(JsonPath.segment(context.currentName()));
        } else {
            path.append('[').append(context.getCurrentIndex()).append(']');
        }
    }
}
