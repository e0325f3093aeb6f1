package dev.escapement.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.NumberOutput;

/** Exact readings of the number at which a parser stands; in bounded time however large its exponent is. */
public final class Numbers {

    private static final int LONG_DIGITS = 19;

    /** Past this many zeros a decimal number has an exponent in its text. */
    private static final int MAX_PLAIN_SCALE = 100;

    /** How many digits an integer of any size may have; with a minus it is then as long as a number may be. */
    public static final int MAX_DIGITS = JsonSyntax.MAX_NUMBER_LENGTH - 1;

    private static final BigInteger TOO_MANY_DIGITS = BigInteger.TEN.pow(MAX_DIGITS);

    /** As the schema has it: its shortest form, which is a little more than the largest float. */
    private static final BigDecimal MAX_FLOAT = new BigDecimal(Float.toString(Float.MAX_VALUE));

    private static final BigDecimal MAX_DOUBLE = new BigDecimal(Double.toString(Double.MAX_VALUE));

    private Numbers() {}

    /** What a number is as an integer. */
    public enum Kind {
        /** It fits 64 bits. */
        LONG,
        /** It is whole, but does not fit. */
        TOO_LARGE,
        /** It has a fraction. */
        FRACTION
    }

    public static Kind kind(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? Kind.TOO_LARGE : Kind.LONG;
        }
        BigDecimal number = decimal(parser);
        if (number == null) {
            return Kind.TOO_LARGE;
        }
        if (number.signum() == 0) {
            return Kind.LONG;
        }
        // Only of a positive scale can all trailing zeros be taken away without an overflow of the scale.
        if (number.scale() > 0 && number.stripTrailingZeros().scale() > 0) {
            return Kind.FRACTION;
        }
        if ((long) number.precision() - number.scale() > LONG_DIGITS) {
            return Kind.TOO_LARGE;
        }
        return number.toBigInteger().bitLength() < Long.SIZE ? Kind.LONG : Kind.TOO_LARGE;
    }

    /** The value of a number whose {@link #kind} is {@link Kind#LONG}. */
    public static long longValue(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? parser.getLongValue()
                : Objects.requireNonNull(decimal(parser)).longValueExact();
    }

    /** Whether a number is larger than any double, though the nearest double may be the largest one. */
    public static boolean isBeyondDouble(JsonParser parser, double nearest) {
        if (Math.abs(nearest) < Double.MAX_VALUE) {
            return false;
        }
        BigDecimal number = Double.isInfinite(nearest) ? null : decimal(parser);
        return number == null || number.abs().compareTo(MAX_DOUBLE) > 0;
    }

    /** Whether a number is larger than any float, though the nearest float may be the largest one. */
    public static boolean isBeyondFloat(JsonParser parser, float nearest) {
        if (Math.abs(nearest) < Float.MAX_VALUE) {
            return false;
        }
        BigDecimal number = Float.isInfinite(nearest) ? null : decimal(parser);
        return number == null || number.abs().compareTo(MAX_FLOAT) > 0;
    }

    /** Whether an integer can be read again. */
    public static boolean isWritable(BigInteger number) {
        return number.abs().compareTo(TOO_MANY_DIGITS) < 0;
    }

    /** Whether a number is written without an exponent; read, {@code 1e2} and {@code 100} are then the same. */
    public static boolean isPlain(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_PLAIN_SCALE
                && number.precision() < JsonSyntax.MAX_NUMBER_LENGTH - MAX_PLAIN_SCALE;
    }

    /**
     * The number that a text says, to compare it with numbers that have small exponents: one too near to zero for a
     * {@code BigDecimal} becomes the nearest of its sign.
     */
    public static BigDecimal exact(String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException exponentTooLarge) {
            int sign = number.startsWith("-") ? -1 : 1;
            return isZero(number) ? BigDecimal.ZERO : BigDecimal.valueOf(sign, Integer.MAX_VALUE);
        }
    }

    private static boolean isZero(String number) {
        for (int i = 0; i < number.length() && Character.toLowerCase(number.charAt(i)) != 'e'; i++) {
            if (number.charAt(i) >= '1' && number.charAt(i) <= '9') {
                return false;
            }
        }
        return true;
    }

    /** The number with the fewest digits that is read as a double, or as a float. */
    public static BigDecimal shortest(double value, boolean single) {
        return new BigDecimal(single ? NumberOutput.toString((float) value, true) : NumberOutput.toString(value, true));
    }

    /** Whether a number can be written with so many digits before the decimal point, and so many after it. */
    public static boolean hasDigits(BigDecimal number, int integer, int fraction) {
        if (number.signum() == 0) {
            return true;
        }
        return (long) number.precision() - number.scale() <= integer
                && (number.scale() <= fraction || number.stripTrailingZeros().scale() <= fraction);
    }

    /** The number with all its digits; null if its exponent does not fit 32 bits, and matters. */
    public static @Nullable BigDecimal decimal(JsonParser parser) {
        try {
            return new BigDecimal(parser.getString());
        } catch (NumberFormatException exponentTooLarge) {
            return isZero(parser.getString()) ? BigDecimal.ZERO : null;
        }
    }
}
