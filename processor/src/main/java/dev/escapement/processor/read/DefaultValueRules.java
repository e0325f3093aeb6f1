package dev.escapement.processor.read;

import dev.escapement.processor.json.JsonValue;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.pattern.PortablePatterns;
import java.math.BigDecimal;

/** Checks a default against the constraints of its component, as the runtime checks other values. */
final class DefaultValueRules {

    private static final Constraint.Visitor<String> EXPECTATION = new Expectation();

    private DefaultValueRules() {}

    /** Returns whether a value satisfies a constraint. Constraints that depend on the time of reading are not checked. */
    static boolean obeys(JsonValue value, Constraint constraint) {
        return constraint.accept(new Check(value));
    }

    /** Describes the values that satisfy a constraint. */
    static String words(Constraint constraint) {
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

    private static final class Expectation implements Constraint.Visitor<String> {

        @Override
        public String length(Constraint.Length length) {
            return range("text of", length.min(), length.max(), "characters");
        }

        @Override
        public String count(Constraint.Count count) {
            return range("an array of", count.min(), count.max(), "elements");
        }

        @Override
        public String minimum(Constraint.Minimum minimum) {
            return (minimum.exclusive() ? "more than " : "at least ")
                    + minimum.limit().toPlainString();
        }

        @Override
        public String maximum(Constraint.Maximum maximum) {
            return (maximum.exclusive() ? "less than " : "at most ")
                    + maximum.limit().toPlainString();
        }

        @Override
        public String digits(Constraint.Digits digits) {
            return "a number with at most " + digits.integer() + " digits before the decimal point and "
                    + digits.fraction() + " after it";
        }

        @Override
        public String matches(Constraint.Matches matches) {
            return matches.words().isEmpty() ? "text that matches " + matches.regex() : matches.words();
        }

        @Override
        public String is(Constraint.Is is) {
            return String.valueOf(is.value());
        }

        @Override
        public String relative(Constraint.Relative relative) {
            return "another value";
        }
    }

    private static String range(String what, int min, int max, String of) {
        return what + (max == Integer.MAX_VALUE ? " at least " + min : " " + min + " to " + max) + " " + of;
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
