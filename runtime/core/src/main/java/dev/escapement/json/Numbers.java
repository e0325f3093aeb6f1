package dev.escapement.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Exact readings of the number at which a parser stands; in bounded time however large its exponent is. */
final class Numbers {

    private static final int LONG_DIGITS = 19;

    private Numbers() {}

    /** What a number is as an integer. */
    enum Kind {
        /** It fits 64 bits. */
        LONG,
        /** It is whole, but does not fit. */
        TOO_LARGE,
        /** It has a fraction. */
        FRACTION
    }

    static Kind kind(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? Kind.TOO_LARGE : Kind.LONG;
        }
        BigDecimal number = decimal(parser);
        if (number == null) {
            return Kind.TOO_LARGE;
        }
        BigDecimal whole = number.stripTrailingZeros();
        if (whole.scale() > 0) {
            return Kind.FRACTION;
        }
        if ((long) whole.precision() - whole.scale() > LONG_DIGITS) {
            return Kind.TOO_LARGE;
        }
        return whole.toBigInteger().bitLength() < Long.SIZE ? Kind.LONG : Kind.TOO_LARGE;
    }

    /** The value of a number whose {@link #kind} is {@link Kind#LONG}. */
    static long longValue(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? parser.getLongValue()
                : new BigDecimal(parser.getString()).longValueExact();
    }

    /** The number with all its digits; null if its exponent has more than ten digits. */
    static @Nullable BigDecimal decimal(JsonParser parser) {
        try {
            return new BigDecimal(parser.getString());
        } catch (NumberFormatException exponentTooLarge) {
            return null;
        }
    }
}
