package dev.escapement.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.io.NumberOutput;

/** The ECMAScript string forms of numbers, which RFC 8785 requires (ECMA-262, Number::toString). */
public final class EcmaNumbers {

    /** The maximum number of digits before the decimal point in a number written without an exponent. */
    private static final int MAX_PLAIN = 21;

    /** The maximum number of zeros directly after the decimal point in a number written without an exponent. */
    private static final int MAX_ZEROS = 6;

    private EcmaNumbers() {}

    /**
     * Returns the canonical form of a JSON number, which is that of the nearest double. Numbers beyond the range of a
     * double, which RFC 8785 does not cover, keep all their digits.
     */
    public static String canonical(String number) {
        double value = Double.parseDouble(number);
        return Double.isInfinite(value) ? exact(number) : print(value);
    }

    /**
     * Returns a form that two numbers share if and only if they are equal. It has all digits, and an exponent unless
     * the number is zero.
     */
    public static String exact(String number) {
        boolean negative = number.startsWith("-");
        String unsigned = negative ? number.substring(1) : number;
        int e = Math.max(unsigned.indexOf('e'), unsigned.indexOf('E'));
        String mantissa = e < 0 ? unsigned : unsigned.substring(0, e);
        BigDecimal digits = new BigDecimal(mantissa).stripTrailingZeros();
        if (digits.signum() == 0) {
            return "0";
        }
        BigInteger exponent = e < 0 ? BigInteger.ZERO : new BigInteger(unsigned.substring(e + 1));
        BigInteger scientific = exponent.add(BigInteger.valueOf((long) digits.precision() - digits.scale() - 1));
        return (negative ? "-" : "") + withExponent(digits.unscaledValue().toString(), scientific);
    }

    public static String print(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + layOut(digits, point);
    }

    /**
     * Returns the shortest decimal number whose nearest double is the given value. If several exist, returns the
     * closest.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
        // Raffaello Giulietti's algorithm prefers two digits to one if they are closer to the value.
        if (decimal.precision() == 2) {
            BigDecimal exact = new BigDecimal(value);
            BigInteger[] tens = decimal.unscaledValue().divideAndRemainder(BigInteger.TEN);
            BigDecimal lower = new BigDecimal(tens[0], decimal.scale() - 1);
            BigDecimal upper = new BigDecimal(tens[0].add(BigInteger.ONE), decimal.scale() - 1);
            boolean lowerIsCloser = exact.subtract(lower).compareTo(upper.subtract(exact)) <= 0;
            for (BigDecimal candidate :
                    lowerIsCloser ? new BigDecimal[] {lower, upper} : new BigDecimal[] {upper, lower}) {
                if (candidate.doubleValue() == value) {
                    return candidate.stripTrailingZeros();
                }
            }
        }
        return decimal;
    }

    /** Formats a number given by its digits and the position of its decimal point. */
    private static String layOut(String digits, int point) {
        int length = digits.length();
        if (length <= point && point <= MAX_PLAIN) {
            return digits + "0".repeat(point - length);
        }
        if (0 < point && point <= MAX_PLAIN) {
            return digits.substring(0, point) + '.' + digits.substring(point);
        }
        if (-MAX_ZEROS < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return withExponent(digits, BigInteger.valueOf(point - 1L));
    }

    private static String withExponent(String digits, BigInteger exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + (exponent.signum() < 0 ? "e" : "e+") + exponent;
    }
}
