package dev.escapement.processor.read;

import dev.escapement.internal.tree.JsonValue;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.pattern.PortablePatterns;
import java.math.BigDecimal;

/**
 * The checks of a default value against the constraints on its component. They are equivalent to the runtime checks of
 * other values.
 */
final class DefaultValueRules {

    private static final Constraint.Visitor<Clause> EXPECTATION = new ExpectedValues();

    private DefaultValueRules() {}

    /**
     * Returns whether a value satisfies a constraint. Constraints that depend on the time of reading are not checked.
     */
    static boolean obeys(JsonValue value, Constraint constraint) {
        return constraint.accept(new Check(value));
    }

    /** Returns a description of the values that satisfy a constraint. */
    static Clause expectation(Constraint constraint) {
        return constraint.accept(EXPECTATION);
    }

    private record Check(JsonValue value) implements Constraint.Visitor<Boolean> {

        @Override
        public Boolean length(Constraint.Length length) {
            return value instanceof JsonValue.Text text
                    && isWithin(text.text().codePointCount(0, text.text().length()), length.min(), length.max());
        }

        @Override
        public Boolean count(Constraint.Count count) {
            return isWithin(value.size(), count.min(), count.max());
        }

        @Override
        public Boolean minimum(Constraint.Minimum minimum) {
            return compare(value, minimum.limit()) > (minimum.exclusive() ? 0 : -1);
        }

        @Override
        public Boolean maximum(Constraint.Maximum maximum) {
            return compare(value, maximum.limit()) < (maximum.exclusive() ? 0 : 1);
        }

        @Override
        public Boolean digits(Constraint.Digits digits) {
            return value instanceof JsonValue.Numeral number && hasDigits(number.number(), digits);
        }

        @Override
        public Boolean matches(Constraint.Matches matches) {
            return value instanceof JsonValue.Text text
                    && PortablePatterns.refusal(matches.regex()).isEmpty()
                    && PortablePatterns.find(matches.regex(), text.text());
        }

        @Override
        public Boolean is(Constraint.Is is) {
            return value.equals(new JsonValue.Bool(is.value()));
        }

        @Override
        public Boolean relative(Constraint.Relative relative) {
            return true;
        }
    }

    private static final class ExpectedValues implements Constraint.Visitor<Clause> {

        @Override
        public Clause length(Constraint.Length length) {
            return length.max() == Integer.MAX_VALUE
                    ? Expectation.MIN_LENGTH.with(length.min())
                    : Expectation.LENGTH.with(length.min(), length.max());
        }

        @Override
        public Clause count(Constraint.Count count) {
            return count.max() == Integer.MAX_VALUE
                    ? Expectation.MIN_COUNT.with(count.min())
                    : Expectation.COUNT.with(count.min(), count.max());
        }

        @Override
        public Clause minimum(Constraint.Minimum minimum) {
            return (minimum.exclusive() ? Expectation.MORE_THAN : Expectation.AT_LEAST)
                    .with(minimum.limit().toPlainString());
        }

        @Override
        public Clause maximum(Constraint.Maximum maximum) {
            return (maximum.exclusive() ? Expectation.LESS_THAN : Expectation.AT_MOST)
                    .with(maximum.limit().toPlainString());
        }

        @Override
        public Clause digits(Constraint.Digits digits) {
            return Expectation.DIGITS.with(digits.integer(), digits.fraction());
        }

        @Override
        public Clause matches(Constraint.Matches matches) {
            if (matches.equals(Constraint.Matches.NOT_BLANK)) {
                return Expectation.NOT_BLANK;
            }
            return matches.equals(Constraint.Matches.EMAIL)
                    ? Expectation.EMAIL
                    : Expectation.MATCH.with(matches.regex());
        }

        @Override
        public Clause is(Constraint.Is is) {
            return is.value() ? Expectation.TRUE : Expectation.FALSE;
        }

        @Override
        public Clause relative(Constraint.Relative relative) {
            return Expectation.OTHER;
        }
    }

    private static boolean isWithin(int size, int min, int max) {
        return min <= size && size <= max;
    }

    private static int compare(JsonValue value, BigDecimal limit) {
        return value instanceof JsonValue.Numeral number ? number.number().compareTo(limit) : 0;
    }

    private static boolean hasDigits(BigDecimal number, Constraint.Digits digits) {
        BigDecimal stripped = number.stripTrailingZeros();
        return number.signum() == 0
                || (stripped.precision() - stripped.scale() <= digits.integer()
                        && stripped.scale() <= digits.fraction());
    }
}
