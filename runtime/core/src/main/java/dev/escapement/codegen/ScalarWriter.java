package dev.escapement.codegen;

import dev.escapement.internal.json.JsonDepth;
import dev.escapement.internal.json.Numbers;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.JsonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberOutput;

/**
 * The part of a {@link JsonWriter} that writes strings, numbers, {@code true}, {@code false}, {@code null} and JSON text.
 * Numbers have the shortest form that reads back to the same value.
 */
public abstract sealed class ScalarWriter extends CodecChecks permits JsonWriter {

    final JsonBuffer text = new JsonBuffer();
    WriterFrame frame = WriterFrame.outermost();
    private final boolean decodable;

    /**
     * Creates a writer.
     *
     * @param decodable whether nested JSON of any type must not exceed {@link JsonReader#MAX_DEPTH}
     */
    ScalarWriter(boolean decodable) {
        this.decodable = decodable;
    }

    /**
     * Checks that a value is not null before it is converted and written: an object, an element of an array, or a string.
     * Nothing is written.
     *
     * @param value the value to be written next
     * @param <T> the type of the value
     * @return the value
     * @throws IllegalArgumentException if the value is null; the message contains the path of the value
     */
    public final <T> T requireValue(@Nullable T value) {
        if (value == null) {
            atValue();
            throw JsonEncoding.fault(frame.path(), ViolationMessages.VALUE, "null");
        }
        return value;
    }

    /**
     * Writes a string. Unpaired surrogates are escaped, because they cannot be encoded as bytes.
     *
     * @param value the string
     * @throws IllegalArgumentException if the string is null; the message contains its path
     */
    public final void writeString(String value) {
        requireValue(value);
        atValue().appendString(value);
    }

    /**
     * Writes a character as a string.
     *
     * @param value the character
     */
    public final void writeChar(char value) {
        writeString(String.valueOf(value));
    }

    /**
     * Writes {@code true} or {@code false}.
     *
     * @param value the boolean
     */
    public final void writeBoolean(boolean value) {
        atValue().append(value ? "true" : "false");
    }

    /**
     * Writes an 8-bit integer.
     *
     * @param value the number
     */
    public final void writeByte(byte value) {
        atValue().append(value);
    }

    /**
     * Writes a 16-bit integer.
     *
     * @param value the number
     */
    public final void writeShort(short value) {
        atValue().append(value);
    }

    /**
     * Writes a 32-bit integer.
     *
     * @param value the number
     */
    public final void writeInt(int value) {
        atValue().append(value);
    }

    /**
     * Writes a 64-bit integer.
     *
     * @param value the number
     */
    public final void writeLong(long value) {
        atValue().append(value);
    }

    /**
     * Writes an integer of any size with all its digits.
     *
     * @param value the number
     * @throws IllegalArgumentException if it has more digits than a {@link JsonReader} accepts
     */
    public final void writeBigInteger(BigInteger value) {
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
    public final void writeFloat(float value) {
        if (!Float.isFinite(value)) {
            atValue();
            broken(ViolationMessages.NUMBER, String.valueOf(value));
        }
        asFloat = true;
        atValue().append(NumberOutput.toString(value, true));
    }

    /**
     * Writes a double-precision number.
     *
     * @param value the number
     * @throws IllegalArgumentException if it is infinite or NaN, which JSON cannot represent
     */
    public final void writeDouble(double value) {
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
    public final void writeDecimal(BigDecimal value) {
        String number = Numbers.isPlain(value) ? value.toPlainString() : value.toString();
        if (number.length() > JsonReader.MAX_NUMBER_LENGTH
                || Math.abs((long) value.scale()) > JsonReader.MAX_EXPONENT) {
            atValue();
            broken(ViolationMessages.numberLength(JsonReader.MAX_NUMBER_LENGTH), ValueDescription.shorten(number));
        }
        atValue().append(number);
    }

    /**
     * Writes a JSON value of any type.
     *
     * @param value the value as text
     * @throws IllegalArgumentException if the result must be decodable, and the value is nested deeper than {@link
     *     JsonReader#MAX_DEPTH}
     */
    public final void writeJson(JsonText value) {
        String json = value.json();
        JsonBuffer buffer = atValue();
        if (decodable && json.length() > 2 * (JsonReader.MAX_DEPTH - frame.depth())) {
            requireDepth(JsonDepth.of(json));
        }
        buffer.append(json);
    }

    /** Writes {@code null}. */
    public final void writeNull() {
        atValue().append("null");
    }

    /** Prepares to write a value, and returns the buffer to which it must be appended. */
    final JsonBuffer atValue() {
        if (frame.moveToValue()) {
            text.append(',');
        }
        return text;
    }

    /**
     * Checks that a number of further objects and arrays can be nested in the current one.
     *
     * @param more the number
     * @throws IllegalArgumentException if they exceed {@link JsonReader#MAX_DEPTH}
     */
    final void requireDepth(int more) {
        if (frame.depth() + more > JsonReader.MAX_DEPTH) {
            broken(ViolationMessages.nesting(JsonReader.MAX_DEPTH), ViolationMessages.EXCEEDED);
        }
    }

    @Override
    final boolean isRead() {
        return true;
    }

    @Override
    final String found(Object value) {
        return value instanceof String text
                ? ValueDescription.string(text)
                : ValueDescription.shorten(value.toString());
    }

    @Override
    final BigDecimal exact(double value) {
        return rounded(value);
    }

    @Override
    final void broken(String expected, String found) {
        throw JsonEncoding.fault(frame.path(), expected, found);
    }
}
