package dev.escapement.codegen;

import dev.escapement.internal.json.LimitMessages;
import dev.escapement.internal.json.LimitMessages.Unit;
import dev.escapement.internal.json.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The constraint checks for numbers. See {@link ValueChecks} for the use of checks. Comparisons are exact: both the
 * number in the text and the nearest {@code double} or {@code float}, which the program receives and writes, must
 * satisfy a rule.
 */
public abstract sealed class NumberChecks permits ValueChecks {

    NumberChecks() {}

    /** Returns whether the current value was read and can be checked. */
    abstract boolean isRead();

    /** Returns a description of a value for use in a violation. */
    abstract String found(Object value);

    /** Returns the exact decimal number that represents a value in the JSON text. */
    abstract BigDecimal exact(double value);

    /** Returns the shortest decimal number that identifies a floating-point value. */
    abstract BigDecimal rounded(double value);

    /** Reports that the current value violates a rule. */
    abstract void broken(String expected, String found);

    /**
     * Checks that an integer is at least a given minimum.
     *
     * @param value the number
     * @param min the limit
     */
    public final void checkMin(long value, long min) {
        if (value < min && isRead()) {
            broken(LimitMessages.atLeast(min), found(value));
        }
    }

    /**
     * Checks that an integer is at most a given maximum.
     *
     * @param value the number
     * @param max the limit
     */
    public final void checkMax(long value, long max) {
        if (value > max && isRead()) {
            broken(LimitMessages.atMost(max), found(value));
        }
    }

    /**
     * Checks that a floating-point number is at least a given minimum.
     *
     * @param value the number
     * @param min the limit
     */
    public final void checkMin(double value, BigDecimal min) {
        compare(value, min, sign -> sign >= 0, LimitMessages::atLeast);
    }

    /**
     * Checks that a floating-point number is at most a given maximum.
     *
     * @param value the number
     * @param max the limit
     */
    public final void checkMax(double value, BigDecimal max) {
        compare(value, max, sign -> sign <= 0, LimitMessages::atMost);
    }

    /**
     * Checks that a floating-point number is greater than a given limit.
     *
     * @param value the number
     * @param limit the limit
     */
    public final void checkMoreThan(double value, BigDecimal limit) {
        compare(value, limit, sign -> sign > 0, LimitMessages::moreThan);
    }

    /**
     * Checks that a floating-point number is less than a given limit.
     *
     * @param value the number
     * @param limit the limit
     */
    public final void checkLessThan(double value, BigDecimal limit) {
        compare(value, limit, sign -> sign < 0, LimitMessages::lessThan);
    }

    /**
     * Checks that a decimal number is at least a given minimum.
     *
     * @param value the number
     * @param min the limit
     */
    public final void checkMin(@Nullable BigDecimal value, BigDecimal min) {
        if (value != null && value.compareTo(min) < 0) {
            broken(LimitMessages.atLeast(text(min)), found(value));
        }
    }

    /**
     * Checks that a decimal number is at most a given maximum.
     *
     * @param value the number
     * @param max the limit
     */
    public final void checkMax(@Nullable BigDecimal value, BigDecimal max) {
        if (value != null && value.compareTo(max) > 0) {
            broken(LimitMessages.atMost(text(max)), found(value));
        }
    }

    /**
     * Checks that a decimal number is greater than a given limit.
     *
     * @param value the number
     * @param limit the limit
     */
    public final void checkMoreThan(@Nullable BigDecimal value, BigDecimal limit) {
        if (value != null && value.compareTo(limit) <= 0) {
            broken(LimitMessages.moreThan(text(limit)), found(value));
        }
    }

    /**
     * Checks that a decimal number is less than a given limit.
     *
     * @param value the number
     * @param limit the limit
     */
    public final void checkLessThan(@Nullable BigDecimal value, BigDecimal limit) {
        if (value != null && value.compareTo(limit) >= 0) {
            broken(LimitMessages.lessThan(text(limit)), found(value));
        }
    }

    /**
     * Checks that a big integer is at least a given minimum.
     *
     * @param value the number
     * @param min the limit
     */
    public final void checkMin(@Nullable BigInteger value, BigInteger min) {
        if (value != null && value.compareTo(min) < 0) {
            broken(LimitMessages.atLeast(min), found(value));
        }
    }

    /**
     * Checks that a big integer is at most a given maximum.
     *
     * @param value the number
     * @param max the limit
     */
    public final void checkMax(@Nullable BigInteger value, BigInteger max) {
        if (value != null && value.compareTo(max) > 0) {
            broken(LimitMessages.atMost(max), found(value));
        }
    }

    /**
     * Checks that an integer has at most a given number of digits.
     *
     * @param value the number
     * @param integer the maximum number of digits before the decimal point
     */
    public final void checkDigits(long value, int integer) {
        long rest = value;
        for (int i = 0; i < integer && rest != 0; i++) {
            rest /= 10;
        }
        if (rest != 0 && isRead()) {
            broken(LimitMessages.atMost(Unit.DIGIT.of(integer)), found(value));
        }
    }

    /**
     * Checks that a floating-point number has at most the given numbers of digits before and after the decimal point.
     * Leading and trailing zeros do not count.
     *
     * @param value the number
     * @param integer the maximum number of digits before the decimal point
     * @param fraction the maximum number of digits after the decimal point
     */
    public final void checkDigits(double value, int integer, int fraction) {
        require(value, number -> Numbers.hasDigits(number, integer, fraction), LimitMessages.digits(integer, fraction));
    }

    /**
     * Checks that a decimal number has at most the given numbers of digits before and after the decimal point. Leading
     * and trailing zeros do not count.
     *
     * @param value the number
     * @param integer the maximum number of digits before the decimal point
     * @param fraction the maximum number of digits after the decimal point
     */
    public final void checkDigits(@Nullable BigDecimal value, int integer, int fraction) {
        if (value != null && !Numbers.hasDigits(value, integer, fraction)) {
            broken(LimitMessages.digits(integer, fraction), found(value));
        }
    }

    /**
     * Checks that a big integer has at most a given number of digits.
     *
     * @param value the number
     * @param integer the maximum number of digits
     */
    public final void checkDigits(@Nullable BigInteger value, int integer) {
        if (value != null && !Numbers.hasDigits(new BigDecimal(value), integer, 0)) {
            broken(LimitMessages.atMost(Unit.DIGIT.of(integer)), found(value));
        }
    }

    /** Checks a number against a limit, using exact arithmetic only near the limit. */
    private void compare(double value, BigDecimal limit, IntPredicate right, Function<Object, String> words) {
        double margin = Math.ulp((float) value); // a float may have been read too
        double near = limit.doubleValue();
        int far = value - margin > near ? 1 : value + margin < near ? -1 : 0;
        if (far == 0 || !right.test(far)) {
            require(value, number -> right.test(number.compareTo(limit)), words.apply(text(limit)));
        }
    }

    private void require(double value, Predicate<BigDecimal> rule, String expected) {
        if (!isRead()) {
            return;
        }
        if (!rule.test(exact(value))) {
            broken(expected, found(value));
        } else if (!rule.test(rounded(value))) {
            broken(LimitMessages.whenRounded(expected), LimitMessages.rounded(found(value), text(rounded(value))));
        }
    }

    private static String text(BigDecimal limit) {
        return Numbers.isPlain(limit) ? limit.toPlainString() : limit.toString();
    }
}
