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
            broken(LimitMessages.atLeast(min), found(value));
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
            broken(LimitMessages.atMost(max), found(value));
        }
    }

    /**
     * The number is not less than a limit.
     *
     * @param value the number
     * @param min the limit
     */
    public final void checkMin(double value, BigDecimal min) {
        compare(value, min, sign -> sign >= 0, LimitMessages::atLeast);
    }

    /**
     * The number is not more than a limit.
     *
     * @param value the number
     * @param max the limit
     */
    public final void checkMax(double value, BigDecimal max) {
        compare(value, max, sign -> sign <= 0, LimitMessages::atMost);
    }

    /**
     * The number is more than a limit.
     *
     * @param value the number
     * @param limit the limit
     */
    public final void checkMoreThan(double value, BigDecimal limit) {
        compare(value, limit, sign -> sign > 0, LimitMessages::moreThan);
    }

    /**
     * The number is less than a limit.
     *
     * @param value the number
     * @param limit the limit
     */
    public final void checkLessThan(double value, BigDecimal limit) {
        compare(value, limit, sign -> sign < 0, LimitMessages::lessThan);
    }

    /**
     * The number is not less than a limit.
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
     * The number is not more than a limit.
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
     * The number is more than a limit.
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
     * The number is less than a limit.
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
     * The number is not less than a limit.
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
     * The number is not more than a limit.
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
            broken(LimitMessages.atMost(Unit.DIGIT.of(integer)), found(value));
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
        require(value, number -> Numbers.hasDigits(number, integer, fraction), LimitMessages.digits(integer, fraction));
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
            broken(LimitMessages.digits(integer, fraction), found(value));
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
            broken(LimitMessages.atMost(Unit.DIGIT.of(integer)), found(value));
        }
    }

    /** Compares a number with a limit; only near the limit is there a need for exactness. */
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
