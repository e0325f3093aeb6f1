package dev.escapement.codegen;

import dev.escapement.internal.json.JsonDepth;
import dev.escapement.internal.json.JsonPath;
import dev.escapement.internal.json.LimitMessages.Unit;
import dev.escapement.internal.json.Numbers;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberOutput;

/**
 * A writer of compact JSON for generated code. Numbers have the shortest form that reads back to the same value, and
 * characters outside ASCII are not escaped. The output is valid under the schema of its type: a value that violates a
 * rule of its type causes an {@link IllegalArgumentException} with the path, except that times are not compared with
 * the present. Not safe for use by multiple Java threads.
 */
public final class JsonWriter extends CodecChecks {

    final JsonBuffer text = new JsonBuffer();
    private final boolean checksSets;
    private final boolean decodable;
    WriterFrame frame = WriterFrame.outermost();

    JsonWriter(boolean checksSets, boolean decodable) {
        this.checksSets = checksSets;
        this.decodable = decodable;
    }

    /**
     * Encodes a value as JSON.
     *
     * @param encoder the writer of the value
     * @param value the value
     * @param <T> the type of the value
     * @return JSON text
     * @throws IllegalArgumentException if the value cannot be written; the message contains the path
     * @throws IllegalStateException if the encoder does not write exactly one value
     */
    public static <T> String encode(JsonEncoder<T> encoder, T value) {
        return JsonEncoding.encode(encoder, value, new JsonWriter(true, false));
    }

    /**
     * Encodes a value as JSON that the codec can decode. In addition to the rules of {@link #encode(JsonEncoder,
     * Object)}, nested JSON of any type must not exceed {@link JsonReader#MAX_DEPTH}.
     *
     * @param codec the writer of the value
     * @param value the value
     * @param <T> the type of the value
     * @return JSON text
     * @throws IllegalArgumentException if the value cannot be written; the message contains the path
     * @throws IllegalStateException if the codec does not write exactly one value
     */
    public static <T> String encode(JsonCodec<T> codec, T value) {
        return JsonEncoding.encode(codec, value, new JsonWriter(true, true));
    }

    /** Begins an object. */
    public void beginObject() {
        begin('{', true);
    }

    /**
     * Begins the object that represents a value.
     *
     * @param value the value
     * @throws IllegalArgumentException if the value is null; the message contains the path of the object
     */
    public void beginObject(@Nullable Object value) {
        requireElement(value);
        begin('{', true);
    }

    /**
     * Writes a property name. The property's value must be written next.
     *
     * @param name the name
     */
    public void name(String name) {
        if (frame.moveToName(requireKey(name))) {
            text.append(',');
        }
        text.appendName(name);
    }

    /**
     * Checks that a key of a map is not null, before it is converted to the name of a property.
     *
     * @param key the key
     * @return the key
     * @throws IllegalArgumentException if the key is null; the message contains the path of the map
     */
    public <K> K requireKey(K key) {
        if (key == null) {
            throw JsonEncoding.fault(frame.enclosingPath(), ViolationMessages.KEY, "null");
        }
        return key;
    }

    /**
     * Checks that a value, such as an element of an array, is not null, before it is converted and written.
     *
     * @param element the value to be written next
     * @return the value
     * @throws IllegalArgumentException if the value is null; the message contains the path of the value
     */
    public <T> T requireElement(@Nullable T element) {
        if (element == null) {
            atValue();
            throw JsonEncoding.fault(frame.path(), ViolationMessages.VALUE, "null");
        }
        return element;
    }

    /**
     * Checks that the {@code Optional} of a property is not null. Nothing is written.
     *
     * @param name the name of the property
     * @param value the {@code Optional}
     * @return the {@code Optional}
     * @throws IllegalArgumentException if the value is null; the message contains the path of the property
     */
    public <T> T requireNonNull(String name, @Nullable T value) {
        if (value == null) {
            throw JsonEncoding.fault(frame.enclosingPath() + JsonPath.segment(name), ViolationMessages.VALUE, "null");
        }
        return value;
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

    /**
     * Writes a value with its own codec.
     *
     * @param encoder the codec
     * @param value the value
     */
    public <T> void write(JsonEncoder<T> encoder, T value) {
        Object outer = codec;
        codec = encoder;
        encoder.write(this, value);
        codec = outer;
    }

    /** Ends the innermost object. */
    public void endObject() {
        end('}', true);
        counted = Unit.PROPERTY;
    }

    /** Begins an array. */
    public void beginArray() {
        begin('[', false);
    }

    /** Ends the innermost array. */
    public void endArray() {
        end(']', false);
        counted = Unit.ELEMENT;
    }

    private void begin(char bracket, boolean object) {
        int start = atValue().length();
        requireDepth(1);
        frame = frame.inner(object, start);
        text.append(bracket);
    }

    private void requireDepth(int more) {
        if (frame.depth() + more > JsonReader.MAX_DEPTH) {
            broken(ViolationMessages.nesting(JsonReader.MAX_DEPTH), ViolationMessages.EXCEEDED);
        }
    }

    private void end(char bracket, boolean object) {
        count = frame.count();
        frame = frame.outer(object);
        text.append(bracket);
    }

    /** Prepares to write a value, and returns the buffer to which it must be appended. */
    private JsonBuffer atValue() {
        if (frame.moveToValue()) {
            text.append(',');
        }
        return text;
    }

    /** Begins an array for a set whose elements can be equal in JSON Schema although they differ in Java. */
    public void beginSet() {
        beginArray();
    }

    /**
     * Ends the array begun by {@link #beginSet}.
     *
     * @throws IllegalArgumentException if two elements are equal in JSON Schema, like 2.0 and 2.00
     */
    public void endSet() {
        int start = frame.start();
        endArray();
        if (checksSets && count > 1) {
            int repeated = UniqueItems.firstRepeated(text.substring(start));
            if (repeated >= 0) {
                String path = frame.path() + "[" + repeated + "]";
                throw JsonEncoding.fault(path, ViolationMessages.ELEMENT_ONCE, ViolationMessages.AGAIN);
            }
        }
    }

    /**
     * Writes a string. Unpaired surrogates are escaped, because they cannot be encoded as bytes.
     *
     * @param value the string
     */
    public void writeString(String value) {
        requireElement(value);
        atValue().appendString(value);
    }

    /**
     * Writes {@code true} or {@code false}.
     *
     * @param value the boolean
     */
    public void writeBoolean(boolean value) {
        atValue().append(value ? "true" : "false");
    }

    /**
     * Writes a character as a string.
     *
     * @param value the character
     */
    public void writeChar(char value) {
        writeString(String.valueOf(value));
    }

    /**
     * Writes an 8-bit integer.
     *
     * @param value the number
     */
    public void writeByte(byte value) {
        atValue().append(value);
    }

    /**
     * Writes a 16-bit integer.
     *
     * @param value the number
     */
    public void writeShort(short value) {
        atValue().append(value);
    }

    /**
     * Writes an integer of any size with all its digits.
     *
     * @param value the number
     * @throws IllegalArgumentException if it has more digits than a {@link JsonReader} accepts
     */
    public void writeBigInteger(BigInteger value) {
        if (!Numbers.isWritable(value)) {
            atValue();
            broken(ViolationMessages.integerOfDigits(Numbers.MAX_DIGITS), ViolationMessages.EXCEEDED);
        }
        atValue().append(value.toString());
    }

    /**
     * Writes a single-precision number.
     *
     * @param value the number
     * @throws IllegalArgumentException if it is infinite or NaN, which JSON cannot represent
     */
    public void writeFloat(float value) {
        if (!Float.isFinite(value)) {
            atValue();
            broken(ViolationMessages.NUMBER, String.valueOf(value));
        }
        asFloat = true;
        atValue().append(NumberOutput.toString(value, true));
    }

    /**
     * Writes a JSON value of any type.
     *
     * @param value the value as text
     */
    public void writeJson(JsonText value) {
        String json = value.json();
        JsonBuffer buffer = atValue();
        if (decodable && json.length() > 2 * (JsonReader.MAX_DEPTH - frame.depth())) {
            requireDepth(JsonDepth.of(json));
        }
        buffer.append(json);
    }

    /**
     * Writes a 32-bit integer.
     *
     * @param value the number
     */
    public void writeInt(int value) {
        atValue().append(value);
    }

    /**
     * Writes a 64-bit integer.
     *
     * @param value the number
     */
    public void writeLong(long value) {
        atValue().append(value);
    }

    /**
     * Writes a double-precision number.
     *
     * @param value the number
     * @throws IllegalArgumentException if it is infinite or NaN, which JSON cannot represent
     */
    public void writeDouble(double value) {
        if (!Double.isFinite(value)) {
            atValue();
            broken(ViolationMessages.NUMBER, String.valueOf(value));
        }
        asFloat = false;
        atValue().append(NumberOutput.toString(value, true));
    }

    /**
     * Writes a number with all its digits and trailing zeros. Only very large or small numbers have an exponent.
     *
     * @param value the number
     * @throws IllegalArgumentException if its digits or its exponent exceed the limits of a {@link JsonReader}
     */
    public void writeDecimal(BigDecimal value) {
        String number = Numbers.isPlain(value) ? value.toPlainString() : value.toString();
        if (number.length() > JsonReader.MAX_NUMBER_LENGTH
                || Math.abs((long) value.scale()) > JsonReader.MAX_EXPONENT) {
            atValue();
            broken(ViolationMessages.numberLength(JsonReader.MAX_NUMBER_LENGTH), ValueDescription.shorten(number));
        }
        atValue().append(number);
    }

    /** Writes {@code null}. */
    public void writeNull() {
        atValue().append("null");
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
    void broken(String expected, String found) {
        throw JsonEncoding.fault(frame.path(), expected, found);
    }
}
