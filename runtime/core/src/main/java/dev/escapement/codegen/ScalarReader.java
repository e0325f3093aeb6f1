package dev.escapement.codegen;

import dev.escapement.Leniency;
import dev.escapement.internal.json.Numbers;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Repair;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The part of a {@link JsonReader} that reads strings, numbers, booleans and null. Each {@code read…} method consumes
 * the value at the current position.
 */
public abstract sealed class ScalarReader extends TokenReader permits JsonReader {

    /** The maximum length of an integer that fits in 64 bits for all its digits, in characters with the sign. */
    private static final int MAX_SHORT_INTEGER = 18;

    ScalarReader(JsonSource source, ReadOptions options) {
        super(source, options);
    }

    /**
     * Reads a string.
     *
     * @return the string; null if the value is not a string, which is then reported
     */
    public @Nullable String readString() {
        if (!expect(JsonToken.VALUE_STRING, ViolationMessages.STRING)) {
            return null;
        }
        return isAmbiguous() ? null : parser.getString();
    }

    /**
     * Returns whether the current string is in place of a list, but can be several elements. Then reports it at the list,
     * because the text does not contain an element with an index.
     */
    private boolean isAmbiguous() {
        if (!frame.isSingle() || !SingleTexts.canBeSeveral(parser.getString())) {
            return false;
        }
        reportAtList(ViolationMessages.ARRAY, ValueDescription.describe(parser));
        return true;
    }

    /** Reads a string in a form that a violation describes. */
    @Nullable
    String readText(String form) {
        return expect(JsonToken.VALUE_STRING, form) ? parser.getString() : null;
    }

    /**
     * Reads {@code true} or {@code false}.
     *
     * @return the boolean; false if the value is neither, which is then reported
     */
    public boolean readBoolean() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING && options.allows(Leniency.QUOTED_SCALARS)) {
            String quoted = parser.getString();
            if (quoted.equals("true") || quoted.equals("false")) {
                repaired("", Repair.Kind.QUOTED_SCALAR, ValueDescription.quote(quoted), quoted);
                return quoted.equals("true");
            }
        }
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            mismatch(ViolationMessages.BOOLEAN);
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /**
     * Reads a one-character string. Emoji and other characters above U+FFFF do not fit in a Java {@code char} and are
     * rejected.
     *
     * @return the character; NUL if the value is invalid, which is then reported
     */
    public char readChar() {
        if (!expect(JsonToken.VALUE_STRING, ViolationMessages.CHARACTER)) {
            return 0;
        }
        String value = parser.getString();
        if (value.length() != 1) {
            report(ViolationMessages.CHARACTER, ValueDescription.describe(parser));
            return 0;
        }
        return value.charAt(0);
    }

    /**
     * Reads an 8-bit integer. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; 0 if the value is invalid, which is then reported
     */
    public byte readByte() {
        return (byte) readInteger(Byte.MIN_VALUE, Byte.MAX_VALUE, ViolationMessages.BYTE);
    }

    /**
     * Reads a 16-bit integer. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; 0 if the value is invalid, which is then reported
     */
    public short readShort() {
        return (short) readInteger(Short.MIN_VALUE, Short.MAX_VALUE, ViolationMessages.SHORT);
    }

    /**
     * Reads a 32-bit integer. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; 0 if the value is invalid, which is then reported
     */
    public int readInt() {
        return (int) readInteger(Integer.MIN_VALUE, Integer.MAX_VALUE, ViolationMessages.INT);
    }

    /**
     * Reads a 64-bit integer. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; 0 if the value is invalid, which is then reported
     */
    public long readLong() {
        return readInteger(Long.MIN_VALUE, Long.MAX_VALUE, ViolationMessages.LONG);
    }

    /**
     * Reads an integer of any size within the limits of {@link #readDecimal}. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; null if the value is invalid, which is then reported
     */
    public @Nullable BigInteger readBigInteger() {
        JsonParser number = number(ViolationMessages.INTEGER);
        if (number == null) {
            return null;
        }
        if (Numbers.kind(number) == Numbers.Kind.FRACTION) {
            report(ViolationMessages.INTEGER, ValueDescription.describe(number));
            return null;
        }
        BigDecimal value = decimal(number);
        if (value == null) {
            return null;
        }
        BigInteger integer = value.toBigIntegerExact();
        if (!Numbers.isWritable(integer)) {
            report(ViolationMessages.integerOfDigits(Numbers.MAX_DIGITS), ValueDescription.describe(number));
            return null;
        }
        return integer;
    }

    /**
     * Reads a number as the nearest float.
     *
     * @return the number; 0 if the value is not a number or is beyond the range of a float, which is then reported
     */
    public float readFloat() {
        JsonParser number = number(ViolationMessages.NUMBER);
        if (number == null) {
            return 0;
        }
        asFloat = true;
        float value = number.getFloatValue();
        if (Numbers.isBeyondFloat(number, value)) {
            report(ViolationMessages.FLOAT, ValueDescription.describe(number));
            return 0;
        }
        return value;
    }

    /**
     * Reads a number as the nearest double.
     *
     * @return the number; 0 if the value is not a number or is beyond the range of a double, which is then reported
     */
    public double readDouble() {
        JsonParser number = number(ViolationMessages.NUMBER);
        if (number == null) {
            return 0;
        }
        asFloat = false;
        double value = number.getDoubleValue();
        if (Numbers.isBeyondDouble(number, value)) {
            report(ViolationMessages.DOUBLE, ValueDescription.describe(number));
            return 0;
        }
        return value;
    }

    /**
     * Reads a number with all its digits, including trailing zeros. {@code 1e2} is read as 100.
     *
     * @return the number; null if the value is not a number or its exponent exceeds {@link
     *     JsonReader#MAX_EXPONENT}, which is then reported
     */
    public @Nullable BigDecimal readDecimal() {
        JsonParser number = number(ViolationMessages.NUMBER);
        return number == null ? null : decimal(number);
    }

    /**
     * Consumes the current value if it is {@code null}, for a type that allows {@code null}.
     *
     * @return whether the value was {@code null}
     */
    public boolean readNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /**
     * Consumes the current value if it is {@code null}, and records that the optional property counts as absent.
     *
     * @return whether the value was {@code null}
     */
    public boolean readNullAsAbsent() {
        boolean absent = readNull();
        if (absent) {
            repaired("", Repair.Kind.NULL_AS_ABSENT, "null", "");
        }
        return absent;
    }

    /**
     * Reads a value of any type as JSON text, without surrounding white space.
     *
     * @return the text; null if the value is missing or valid only under a tool's leniency, which is then reported
     */
    public @Nullable JsonText readJson() {
        if (parser.currentToken() == null) {
            report(ViolationMessages.VALUE, ViolationMessages.NOTHING);
            return null;
        }
        if (parser.currentToken() == JsonToken.VALUE_STRING && isAmbiguous()) {
            return null;
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        if (!skipWithinLimits()) {
            return null;
        }
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        try {
            return new JsonText(source.text(start, end));
        } catch (IllegalArgumentException relaxed) {
            report(ViolationMessages.STRICT_JSON, ViolationMessages.LENIENT_JSON);
            return null;
        }
    }

    /**
     * Reads a string that must be one of the allowed constants.
     *
     * @param allowed the strings
     * @return the string; null if the value is not in the set, which is then reported
     */
    public @Nullable String readConstant(ConstantSet allowed) {
        return parser.currentToken() == JsonToken.VALUE_STRING || mismatch(ValueDescription.oneOf("", allowed.names()))
                ? constant(parser.getString(), allowed, "")
                : null;
    }

    /**
     * Reads the current map key, which must be one of the allowed constants.
     *
     * @param allowed the names
     * @return the name; null if it is not in the set, which is then reported
     */
    public @Nullable String readConstantKey(ConstantSet allowed) {
        if (allowed.contains(name())) {
            return name();
        }
        report(ValueDescription.oneOf(name(), allowed.names()), ValueDescription.string(name()));
        return null;
    }

    /**
     * Returns the constant that equals a string, ignoring case if necessary, or reports the string and returns null if
     * none does.
     */
    @Nullable
    String constant(String written, ConstantSet allowed, String segment) {
        if (allowed.contains(written)) {
            return written;
        }
        String meant = allowed.inOtherCase(written);
        if (meant == null) {
            report(segment, ValueDescription.oneOf(written, allowed.names()), ValueDescription.string(written));
        } else {
            repaired(
                    segment,
                    Repair.Kind.CONSTANT_IN_OTHER_CASE,
                    ValueDescription.quote(written),
                    ValueDescription.quote(meant));
        }
        return meant;
    }

    private long readInteger(long min, long max, String expected) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getStringLength() <= MAX_SHORT_INTEGER) {
            long value = parser.getLongValue();
            if (min <= value && value <= max) {
                return value; // without the classification of numbers
            }
        }
        JsonParser number = number(ViolationMessages.INTEGER);
        if (number == null) {
            return 0;
        }
        Numbers.Kind kind = Numbers.kind(number);
        if (kind == Numbers.Kind.LONG) {
            long value = Numbers.longValue(number);
            if (min <= value && value <= max) {
                return value;
            }
        }
        report(kind == Numbers.Kind.FRACTION ? ViolationMessages.INTEGER : expected, ValueDescription.describe(number));
        return 0;
    }

    private @Nullable BigDecimal decimal(JsonParser number) {
        BigDecimal value = Numbers.decimal(number);
        if (value != null && value.signum() == 0 && Math.abs((long) value.scale()) > JsonReader.MAX_EXPONENT) {
            return BigDecimal.ZERO;
        }
        if (value == null || Math.abs((long) value.scale()) > JsonReader.MAX_EXPONENT) {
            report(ViolationMessages.numberWithExponent(JsonReader.MAX_EXPONENT), ValueDescription.describe(number));
            return null;
        }
        return value.scale() < 0 && Numbers.isPlain(value) ? value.setScale(0) : value;
    }

    /**
     * Returns a parser positioned at the current number, or reports the value and returns null if it is not a number.
     */
    private @Nullable JsonParser number(String expected) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return checkLength(parser, parser.streamReadContext()) ? parser : null;
        }
        if (token == JsonToken.VALUE_STRING && options.allows(Leniency.QUOTED_SCALARS)) {
            JsonParser quoted = JsonSource.number(parser.getString());
            if (quoted != null && !checkLength(quoted, quoted.streamReadContext())) {
                return null;
            }
            if (quoted != null) {
                repaired(
                        "",
                        Repair.Kind.QUOTED_SCALAR,
                        ValueDescription.quote(parser.getString()),
                        ValueDescription.describe(quoted));
                return quoted;
            }
        }
        mismatch(expected);
        return null;
    }
}
