package dev.escapement.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NumberRangeTest {

    @Test
    void withoutRulesEveryTypeHasNumbers() {
        for (Scalar scalar :
                Arrays.stream(Scalar.values()).filter(Scalar::isNumber).toList()) {
            assertFalse(NumberRange.of(scalar).isEmpty(), scalar.name());
        }
    }

    @Test
    void limitsThatMeetLeaveOneNumber() {
        assertFalse(range(Scalar.INT, min("3", false), max("3", false)).isEmpty());
        assertTrue(range(Scalar.INT, min("3", true), max("3", false)).isEmpty());
        assertTrue(range(Scalar.INT, min("3", false), max("3", true)).isEmpty());
        assertFalse(range(Scalar.DECIMAL, min("3", false), max("3.0", false)).isEmpty());
    }

    @Test
    void betweenTwoIntegersThereIsNoOther() {
        assertTrue(range(Scalar.LONG, min("3", true), max("4", true)).isEmpty());
        assertFalse(range(Scalar.LONG, min("3", true), max("5", true)).isEmpty());
        assertFalse(range(Scalar.DOUBLE, min("3", true), max("4", true)).isEmpty());
        assertTrue(
                range(Scalar.BIG_INTEGER, min("0.1", false), max("0.9", false)).isEmpty());
    }

    @Test
    void theTypeItselfIsALimit() {
        assertTrue(range(Scalar.BYTE, min("128", false)).isEmpty());
        assertFalse(range(Scalar.BYTE, min("127", false)).isEmpty());
        assertTrue(range(Scalar.BYTE, min("127", true)).isEmpty());
        assertTrue(range(Scalar.FLOAT, max("-1e39", false)).isEmpty());
        assertTrue(range(Scalar.DOUBLE, min("1e309", false)).isEmpty());
        assertFalse(range(Scalar.DECIMAL, min("1e309", false)).isEmpty());
    }

    @Test
    void digitsAreLimitsOnBothSides() {
        assertTrue(range(Scalar.INT, new Constraint.Digits(2, 0), min("100", false))
                .isEmpty());
        assertFalse(
                range(Scalar.INT, new Constraint.Digits(2, 0), min("99", false)).isEmpty());
        assertTrue(range(Scalar.DECIMAL, new Constraint.Digits(9, 1), min("0.11", false), max("0.19", false))
                .isEmpty());
        assertFalse(range(Scalar.DECIMAL, new Constraint.Digits(9, 2), min("0.11", false), max("0.19", false))
                .isEmpty());
    }

    @Test
    void limitsAreShortHoweverLargeTheNumbers() {
        assertEquals(
                limits(Expectation.AT_LEAST, "300", Expectation.AT_MOST, "127"),
                range(Scalar.BYTE, min("3e2", false)).limits());
        assertEquals(
                limits(Expectation.MORE_THAN, "0", Expectation.LESS_THAN, "0.5"),
                range(Scalar.DECIMAL, min("0", true), max("0.50", true)).limits());
        assertEquals(
                limits(Expectation.AT_LEAST, "1E+900", Expectation.AT_MOST, "1.7976931348623157081E+308"),
                range(Scalar.DOUBLE, min("1e900", false)).limits());
    }

    private static Clause limits(Expectation lower, String min, Expectation upper, String max) {
        return Expectation.BOTH_LIMITS.with(lower.with(min), upper.with(max));
    }

    private static NumberRange range(Scalar scalar, Constraint... rules) {
        NumberRange range = NumberRange.of(scalar);
        for (Constraint rule : rules) {
            range = range.within(rule);
        }
        return range;
    }

    private static Constraint min(String limit, boolean exclusive) {
        return new Constraint.Minimum(new BigDecimal(limit), exclusive);
    }

    private static Constraint max(String limit, boolean exclusive) {
        return new Constraint.Maximum(new BigDecimal(limit), exclusive);
    }
}
