package dev.escapement.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.NumberOutput;

/** Exact number conversions that take bounded time for any exponent. */
public final class Numbers {

    private static final int LONG_DIGITS = 19;

    /** The maximum absolute scale of a decimal number that is written without an exponent. */
    private static final int MAX_PLAIN_SCALE = 100;

    /** The maximum number of digits in an integer. The length limit then leaves room for a minus sign. */
    public static final int MAX_DIGITS = JsonSyntax.MAX_NUMBER_LENGTH - 1;

    private static final BigInteger TOO_MANY_DIGITS = BigInteger.TEN.pow(MAX_DIGITS);

    /**
     * The shortest decimal form of the largest float, as in the schema. It is slightly larger than the float's exact
     * value.
     */
    private static final BigDecimal MAX_FLOAT = new BigDecimal(Float.toString(Float.MAX_VALUE));

    private static final BigDecimal MAX_DOUBLE = new BigDecimal(Double.toString(Double.MAX_VALUE));

    private Numbers() {}

    /** A classification of numbers by whether they are 64-bit integers. */
    public enum Kind {
        /** An integer that fits in 64 bits. */
        LONG,
        /** An integer that does not fit in 64 bits. */
        TOO_LARGE,
        /** A number with a fractional part. */
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
        // Stripping trailing zeros cannot overflow a positive scale.
        if (number.scale() > 0 && number.stripTrailingZeros().scale() > 0) {
            return Kind.FRACTION;
        }
        if ((long) number.precision() - number.scale() > LONG_DIGITS) {
            return Kind.TOO_LARGE;
        }
        return number.toBigInteger().bitLength() < Long.SIZE ? Kind.LONG : Kind.TOO_LARGE;
    }

    /** Returns the value of a number whose {@link #kind} is {@link Kind#LONG}. */
    public static long longValue(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? parser.getLongValue()
                : Objects.requireNonNull(decimal(parser)).longValueExact();
    }

    /** Returns whether a number is outside the range of a double, even if the nearest double is finite. */
    public static boolean isBeyondDouble(JsonParser parser, double nearest) {
        if (Math.abs(nearest) < Double.MAX_VALUE) {
            return false;
        }
        BigDecimal number = Double.isInfinite(nearest) ? null : decimal(parser);
        return number == null || number.abs().compareTo(MAX_DOUBLE) > 0;
    }

    /** Returns whether a number is outside the range of a float, even if the nearest float is finite. */
    public static boolean isBeyondFloat(JsonParser parser, float nearest) {
        if (Math.abs(nearest) < Float.MAX_VALUE) {
            return false;
        }
        BigDecimal number = Float.isInfinite(nearest) ? null : decimal(parser);
        return number == null || number.abs().compareTo(MAX_FLOAT) > 0;
    }

    /** Returns whether an integer has at most {@link #MAX_DIGITS} digits. */
    public static boolean isWritable(BigInteger number) {
        return number.abs().compareTo(TOO_MANY_DIGITS) < 0;
    }

    /**
     * Returns whether a number is written without an exponent. {@code 1e2} and {@code 100} are thus read as the same
     * number.
     */
    public static boolean isPlain(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_PLAIN_SCALE
                && number.precision() < JsonSyntax.MAX_NUMBER_LENGTH - MAX_PLAIN_SCALE;
    }

    /**
     * Parses a number for comparison with numbers that have small exponents. A number too close to zero for a
     * {@code BigDecimal} becomes the one with the same sign that is closest to zero.
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

    /** Returns the shortest decimal number whose nearest double, or nearest float, is the given value. */
    public static BigDecimal shortest(double value, boolean single) {
        return new BigDecimal(single ? NumberOutput.toString((float) value, true) : NumberOutput.toString(value, true));
    }

    /** Returns whether a number has at most the given numbers of digits before and after the decimal point. */
    public static boolean hasDigits(BigDecimal number, int integer, int fraction) {
        if (number.signum() == 0) {
            return true;
        }
        return (long) number.precision() - number.scale() <= integer
                && (number.scale() <= fraction || number.stripTrailingZeros().scale() <= fraction);
    }

    /**
     * Returns the parser's current number with all its digits, or null if its exponent does not fit in 32 bits. Never
     * returns null for zero.
     */
    public static @Nullable BigDecimal decimal(JsonParser parser) {
        try {
            return new BigDecimal(parser.getString());
        } catch (NumberFormatException exponentTooLarge) {
            return isZero(parser.getString()) ? BigDecimal.ZERO : null;
        }
    }
}
