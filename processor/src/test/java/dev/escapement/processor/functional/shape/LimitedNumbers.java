package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Constrained numbers, one per record, so that each is mutated often. */
@SuppressWarnings("ESC040")
public interface LimitedNumbers {

    /** A constrained {@code int}. */
    @Tool
    @SuppressWarnings("ESC040")
    record IntFromTo(@Min(1) @Max(99) int value) {}

    /** A constrained {@code byte}. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByteFromTo(@Min(-3) @Max(5) byte value) {}

    /** A constrained {@code short}. */
    @Tool
    @SuppressWarnings("ESC040")
    record ShortAtMostZero(@NegativeOrZero short value) {}

    /** A constrained {@code long}. */
    @Tool
    @SuppressWarnings("ESC040")
    record LongFromTo(
            @Min(5_000_000_000L) @Max(9_007_199_254_740_993L)
            long value) {}

    /** Limits that are not integers. */
    @Tool
    @SuppressWarnings("ESC040")
    record LongBetweenDecimals(
            @DecimalMin("0.5") @DecimalMax(value = "3", inclusive = false)
            long value) {}

    /** Limits outside the range of the type. */
    @Tool
    @SuppressWarnings("ESC040")
    record LongBeyondItsRange(
            @DecimalMin("-1e30") @DecimalMax("1e30") long value) {}

    /** A constrained {@code BigInteger}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PositiveBig(@Positive BigInteger value) {}

    /** A constrained {@code BigInteger}. */
    @Tool
    @SuppressWarnings("ESC040")
    record BigFromTo(
            @DecimalMin("-12345678901234567890") @DecimalMax(value = "1e21", inclusive = false)
            BigInteger value) {}

    /** A constrained {@code Integer}. */
    @Tool
    @SuppressWarnings("ESC040")
    record NegativeInteger(@Negative Integer value) {}

    /** A constrained {@code Byte}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PositiveByte(@Positive Byte value) {}

    /** Several limits, of which the strictest applies. */
    @Tool
    @SuppressWarnings("ESC040")
    record ManyLimits(
            @Min(1) @Positive @Min(3) @Max(10) @DecimalMax("7.5")
            int value) {}

    /** A constrained {@code double}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PositiveDouble(@Positive double value) {}

    /** A constrained {@code double}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DoubleFromZero(@PositiveOrZero double value) {}

    /** A constrained {@code float}. */
    @Tool
    @SuppressWarnings("ESC040")
    record NegativeFloat(@Negative float value) {}

    /** A constrained {@code Float}. */
    @Tool
    @SuppressWarnings("ESC040")
    record FloatUpToZero(@NegativeOrZero Float value) {}

    /** A constrained {@code double}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DoubleAtMost(@DecimalMax("0.1") double value) {}

    /** A constrained {@code double}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DoubleBelow(
            @DecimalMax(value = "0.1", inclusive = false) double value) {}

    /** A constrained {@code Double}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DoubleAbove(
            @DecimalMin(value = "-0.3", inclusive = false) Double value) {}

    /** A constrained {@code double}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DoubleUpToMoreDigitsThanItHas(
            @DecimalMax("0.0999999999999999999999999") double value) {}

    /** A constrained {@code float}. */
    @Tool
    @SuppressWarnings("ESC040")
    record FloatAtMost(@DecimalMax("0.1") float value) {}

    /** A constrained {@code float}. */
    @Tool
    @SuppressWarnings("ESC040")
    record FloatBelow(
            @DecimalMax(value = "0.1", inclusive = false) float value) {}

    /** A constrained {@code double}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DoubleFromTo(@DecimalMin("0.1") @Max(5) double value) {}

    /** A constrained {@code double}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DoubleBeyondIntegersItHas(
            @Min(9_007_199_254_740_993L) double value) {}

    /** A constrained {@code BigDecimal}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DecimalAbove(
            @DecimalMin(value = "0.1", inclusive = false) BigDecimal value) {}

    /** A constrained {@code BigDecimal}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DecimalFromTo(@Min(-3) @DecimalMax("999.99") BigDecimal value) {}

    /** A constrained {@code BigDecimal}. */
    @Tool
    @SuppressWarnings("ESC040")
    record PositiveDecimal(@Positive BigDecimal value) {}

    /** A constrained {@code Integer}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DigitsOfInteger(
            @Digits(integer = 2, fraction = 0) Integer value) {}

    /** A constrained {@code long}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DigitsOfLong(@Digits(integer = 10, fraction = 3) long value) {}

    /** A constrained {@code BigInteger}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DigitsOfBigInteger(
            @Digits(integer = 20, fraction = 0) BigInteger value) {}

    /** A constrained {@code double}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DigitsOfDouble(@Digits(integer = 2, fraction = 1) double value) {}

    /** A constrained {@code double}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DigitsThatAreRounded(
            @Digits(integer = 2, fraction = 20) double value) {}

    /** A constrained {@code BigDecimal}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DigitsOfDecimal(
            @Digits(integer = 2, fraction = 1) BigDecimal value) {}

    /** A constrained {@code float}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DigitsBehindThePoint(
            @Digits(integer = 0, fraction = 2) float value) {}

    /** A constrained {@code double}. */
    @Tool
    @SuppressWarnings("ESC040")
    record DigitsAndLimits(
            @Digits(integer = 2, fraction = 1) @Min(-1) @DecimalMax("1.5")
            double value) {}

    /** A constrained {@code BigDecimal}. */
    @Tool
    @SuppressWarnings("ESC040")
    record Price(
            @Positive @DecimalMax("999.99") @Digits(integer = 3, fraction = 2)
            BigDecimal value) {}
}
