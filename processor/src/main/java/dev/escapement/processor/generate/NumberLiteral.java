package dev.escapement.processor.generate;

import java.util.Locale;

/** A factory for Java literals of integers, whose digits are grouped from 1_000 on. */
final class NumberLiteral {

    private static final long GROUPED = 1_000;

    private NumberLiteral() {}

    /** Returns the literal for a number, of the type {@code long} if it exceeds {@code int}. */
    static String of(long number) {
        return digits(number) + (number == (int) number ? "" : "L");
    }

    /** Returns the literal for a number without a suffix. */
    static String digits(long number) {
        boolean isShort = -GROUPED < number && number < GROUPED;
        return isShort
                ? Long.toString(number)
                : String.format(Locale.ROOT, "%,d", number).replace(',', '_');
    }
}
