package dev.escapement.codegen;

import dev.escapement.internal.json.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules that numbers obey: see {@link ValueChecks}. Numbers are compared exactly: the number that the text says must
 * obey a rule, and so must the {@code double} or {@code float} nearest to it, which is what a program gets and what is
 * written again.
 */
public abstract sealed class NumberChecks permits ValueChecks {

    NumberChecks() {}

    /** Whether there is a value to check. */
    abstract boolean isRead();

    /** The value in words. */
    abstract String found(Object value);

    /** The number that the text says. */
    abstract BigDecimal exact(double value);

    /** The number that was read, in the fewest digits that say which it is. */
    abstract BigDecimal rounded(double value);

    /** Says that the value breaks a rule. */
    abstract void broken(String expected, String found);

    /**
     * The number is not less than a limit.
     *
     * @param value the number
     * @param min the limit
     */
    public final void checkMin(long value, long min) {
        if (value < min && isRead()) {
            broken("at least " + min, found(value));
        }
    }

    /**
     * The number is not more than a limit.
     *
     * @param value the number
     * @param max the limit
     */
    public final void checkMax(long value, long max) {
        if (value > max && isRead()) {
            broken("at most " + max, found(value));
        }
    }

    /**
     * The number is not less than a limit.
     *
     * @param value the number
     * @param min the limit
     */
    public final void checkMin(double value, BigDecimal min) {
        compare(value, min, sign -> sign >= 0, "at least ");
    }

    /**
     * The number is not more than a limit.
     *
     * @param value the number
     * @param max the limit
     */
    public final void checkMax(double value, BigDecimal max) {
        compare(value, max, sign -> sign <= 0, "at most ");
    }

    /**
     * The number is more than a limit.
     *
     * @param value the number
     * @param limit the limit
     */
    public final void checkMoreThan(double value, BigDecimal limit) {
        compare(value, limit, sign -> sign > 0, "more than ");
    }

    /**
     * The number is less than a limit.
     *
     * @param value the number
     * @param limit the limit
     */
    public final void checkLessThan(double value, BigDecimal limit) {
        compare(value, limit, sign -> sign < 0, "less than ");
    }

    /**
     * The number is not less than a limit.
     *
     * @param value the number
     * @param min the limit
     */
    public final void checkMin(@Nullable BigDecimal value, BigDecimal min) {
        if (value != null && value.compareTo(min) < 0) {
            broken("at least " + text(min), found(value));
        }
    }

    /**
     * The number is not more than a limit.
     *
     * @param value the number
     * @param max the limit
     */
    public final void checkMax(@Nullable BigDecimal value, BigDecimal max) {
        if (value != null && value.compareTo(max) > 0) {
            broken("at most " + text(max), found(value));
        }
    }

    /**
     * The number is more than a limit.
     *
     * @param value the number
     * @param limit the limit
     */
    public final void checkMoreThan(@Nullable BigDecimal value, BigDecimal limit) {
        if (value != null && value.compareTo(limit) <= 0) {
            broken("more than " + text(limit), found(value));
        }
    }

    /**
     * The number is less than a limit.
     *
     * @param value the number
     * @param limit the limit
     */
    public final void checkLessThan(@Nullable BigDecimal value, BigDecimal limit) {
        if (value != null && value.compareTo(limit) >= 0) {
            broken("less than " + text(limit), found(value));
        }
    }

    /**
     * The number is not less than a limit.
     *
     * @param value the number
     * @param min the limit
     */
    public final void checkMin(@Nullable BigInteger value, BigInteger min) {
        if (value != null && value.compareTo(min) < 0) {
            broken("at least " + min, found(value));
        }
    }

    /**
     * The number is not more than a limit.
     *
     * @param value the number
     * @param max the limit
     */
    public final void checkMax(@Nullable BigInteger value, BigInteger max) {
        if (value != null && value.compareTo(max) > 0) {
            broken("at most " + max, found(value));
        }
    }

    /**
     * The number has few digits; zeros that change nothing do not count.
     *
     * @param value the number
     * @param integer how many it may have before the decimal point
     */
    public final void checkDigits(long value, int integer) {
        long rest = value;
        for (int i = 0; i < integer && rest != 0; i++) {
            rest /= 10;
        }
        if (rest != 0 && isRead()) {
            broken("at most " + number(integer, "digit"), found(value));
        }
    }

    /**
     * The number has few digits; zeros that change nothing do not count.
     *
     * @param value the number
     * @param integer how many it may have before the decimal point
     * @param fraction how many it may have after the decimal point
     */
    public final void checkDigits(double value, int integer, int fraction) {
        require(value, number -> Numbers.hasDigits(number, integer, fraction), digits(integer, fraction));
    }

    /**
     * The number has few digits; zeros that change nothing do not count.
     *
     * @param value the number
     * @param integer how many it may have before the decimal point
     * @param fraction how many it may have after the decimal point
     */
    public final void checkDigits(@Nullable BigDecimal value, int integer, int fraction) {
        if (value != null && !Numbers.hasDigits(value, integer, fraction)) {
            broken(digits(integer, fraction), found(value));
        }
    }

    /**
     * The number has few digits.
     *
     * @param value the number
     * @param integer how many it may have
     */
    public final void checkDigits(@Nullable BigInteger value, int integer) {
        if (value != null && !Numbers.hasDigits(new BigDecimal(value), integer, 0)) {
            broken("at most " + number(integer, "digit"), found(value));
        }
    }

    /** Compares a number with a limit; only near the limit is there a need for exactness. */
    private void compare(double value, BigDecimal limit, IntPredicate right, String words) {
        double margin = Math.ulp((float) value); // a float may have been read too
        double near = limit.doubleValue();
        int far = value - margin > near ? 1 : value + margin < near ? -1 : 0;
        if (far == 0 || !right.test(far)) {
            require(value, number -> right.test(number.compareTo(limit)), words + text(limit));
        }
    }

    private void require(double value, Predicate<BigDecimal> rule, String expected) {
        if (!isRead()) {
            return;
        }
        if (!rule.test(exact(value))) {
            broken(expected, found(value));
        } else if (!rule.test(rounded(value))) {
            broken(expected + " when rounded", found(value) + ", which is rounded to " + text(rounded(value)));
        }
    }

    private static String digits(int integer, int fraction) {
        return "at most " + number(integer, "digit") + " before the decimal point and " + fraction + " after it";
    }

    private static String text(BigDecimal limit) {
        return Numbers.isPlain(limit) ? limit.toPlainString() : limit.toString();
    }

    static String number(int count, String what) {
        String plural = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return count + " " + (count == 1 ? what : plural);
    }
}
