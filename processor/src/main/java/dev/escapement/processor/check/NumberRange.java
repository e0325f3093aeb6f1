package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of numbers, with optional limits.
 *
 * @param min the minimum; null if unlimited
 * @param aboveMin whether the minimum itself is excluded
 * @param max the maximum; null if unlimited
 * @param belowMax whether the maximum itself is excluded
 * @param fraction the maximum number of digits after the decimal point; {@link Integer#MAX_VALUE} for no limit
 */
record NumberRange(
        @Nullable BigDecimal min,
        boolean aboveMin,
        @Nullable BigDecimal max,
        boolean belowMax,
        int fraction) {

    private static final int MAX_PLAIN = 20;

    /** Returns the range of a numeric Java type. */
    static NumberRange of(Scalar scalar) {
        return switch (scalar) {
            case BYTE -> integers(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> integers(Short.MIN_VALUE, Short.MAX_VALUE);
            case INT -> integers(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> integers(Long.MIN_VALUE, Long.MAX_VALUE);
            case BIG_INTEGER -> new NumberRange(null, false, null, false, 0);
            case FLOAT -> decimals(Float.MAX_VALUE);
            case DOUBLE -> decimals(Double.MAX_VALUE);
            case DECIMAL, STRING, CHAR, BOOLEAN, JSON -> new NumberRange(null, false, null, false, Integer.MAX_VALUE);
        };
    }

    private static NumberRange integers(long min, long max) {
        return new NumberRange(BigDecimal.valueOf(min), false, BigDecimal.valueOf(max), false, 0);
    }

    private static NumberRange decimals(double max) {
        BigDecimal limit = new BigDecimal(max);
        return new NumberRange(limit.negate(), false, limit, false, Integer.MAX_VALUE);
    }

    /** Returns the part of this range that satisfies a constraint. */
    NumberRange within(Constraint rule) {
        return switch (rule.kind()) {
            case MINIMUM -> atLeast((Constraint.Minimum) rule);
            case MAXIMUM -> atMost((Constraint.Maximum) rule);
            case DIGITS -> withDigits((Constraint.Digits) rule);
            case LENGTH, COUNT, MATCHES, IS, RELATIVE -> this;
        };
    }

    private NumberRange atLeast(Constraint.Minimum minimum) {
        int compared = min == null ? 1 : minimum.limit().compareTo(min);
        boolean stronger = compared > 0 || (compared == 0 && minimum.exclusive());
        return stronger ? new NumberRange(minimum.limit(), minimum.exclusive(), max, belowMax, fraction) : this;
    }

    private NumberRange atMost(Constraint.Maximum maximum) {
        int compared = max == null ? -1 : maximum.limit().compareTo(max);
        boolean stronger = compared < 0 || (compared == 0 && maximum.exclusive());
        return stronger ? new NumberRange(min, aboveMin, maximum.limit(), maximum.exclusive(), fraction) : this;
    }

    private NumberRange withDigits(Constraint.Digits digits) {
        BigDecimal limit = BigDecimal.ONE.scaleByPowerOfTen(digits.integer());
        return new NumberRange(min, aboveMin, max, belowMax, Math.min(fraction, digits.fraction()))
                .atLeast(new Constraint.Minimum(limit.negate(), true))
                .atMost(new Constraint.Maximum(limit, true));
    }

    /** Returns whether the range is empty. */
    boolean isEmpty() {
        if (min == null || max == null) {
            return false;
        }
        if (fraction == Integer.MAX_VALUE) {
            int compared = min.compareTo(max);
            return compared > 0 || (compared == 0 && (aboveMin || belowMax));
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(fraction);
        BigDecimal least = min.setScale(fraction, RoundingMode.CEILING);
        BigDecimal greatest = max.setScale(fraction, RoundingMode.FLOOR);
        least = aboveMin && least.compareTo(min) == 0 ? least.add(unit) : least;
        greatest = belowMax && greatest.compareTo(max) == 0 ? greatest.subtract(unit) : greatest;
        return least.compareTo(greatest) > 0;
    }

    /** Returns a clause that states the minimum and the maximum, both of which must be present. */
    Clause limits() {
        return Expectation.BOTH_LIMITS.with(
                (aboveMin ? Expectation.MORE_THAN : Expectation.AT_LEAST).with(text(Objects.requireNonNull(min))),
                (belowMax ? Expectation.LESS_THAN : Expectation.AT_MOST).with(text(Objects.requireNonNull(max))));
    }

    private static String text(BigDecimal limit) {
        BigDecimal shortest = limit.stripTrailingZeros();
        boolean plain = Math.abs(shortest.scale()) < MAX_PLAIN && shortest.precision() < MAX_PLAIN;
        return plain
                ? shortest.toPlainString()
                : shortest.round(new MathContext(MAX_PLAIN)).toString();
    }
}
