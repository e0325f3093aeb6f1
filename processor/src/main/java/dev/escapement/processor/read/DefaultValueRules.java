package dev.escapement.processor.read;

import dev.escapement.processor.json.JsonValue;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.pattern.PortablePatterns;
import java.math.BigDecimal;

/** Whether a default obeys the rules of its component, as the runtime will check those of other values. */
final class DefaultValueRules {

    private DefaultValueRules() {}

    static boolean obeys(JsonValue value, Constraint rule) {
        if (rule instanceof Constraint.Length length) {
            return value instanceof JsonValue.Text text
                    && isWithin(text.text().codePointCount(0, text.text().length()), length.min(), length.max());
        } else if (rule instanceof Constraint.Count count) {
            return isWithin(count(value), count.min(), count.max());
        } else if (rule instanceof Constraint.Minimum minimum) {
            return compare(value, minimum.limit()) > (minimum.exclusive() ? 0 : -1);
        } else if (rule instanceof Constraint.Maximum maximum) {
            return compare(value, maximum.limit()) < (maximum.exclusive() ? 0 : 1);
        } else if (rule instanceof Constraint.Digits digits) {
            return value instanceof JsonValue.Numeral number
                    && digits(number.number(), digits.integer(), digits.fraction());
        } else if (rule instanceof Constraint.Matches matches) {
            return value instanceof JsonValue.Text text
                    && PortablePatterns.refusal(matches.regex()).isEmpty()
                    && PortablePatterns.find(matches.regex(), text.text());
        } else if (rule instanceof Constraint.Is is) {
            return value.equals(new JsonValue.Bool(is.value()));
        }
        return true;
    }

    /** What a value has to be. */
    static String words(Constraint rule) {
        if (rule instanceof Constraint.Length length) {
            return range("text of", length.min(), length.max(), "characters");
        } else if (rule instanceof Constraint.Count count) {
            return range("an array of", count.min(), count.max(), "elements");
        } else if (rule instanceof Constraint.Minimum minimum) {
            return (minimum.exclusive() ? "more than " : "at least ")
                    + minimum.limit().toPlainString();
        } else if (rule instanceof Constraint.Maximum maximum) {
            return (maximum.exclusive() ? "less than " : "at most ")
                    + maximum.limit().toPlainString();
        } else if (rule instanceof Constraint.Digits digits) {
            return "a number with at most " + digits.integer() + " digits before the decimal point and "
                    + digits.fraction() + " after it";
        } else if (rule instanceof Constraint.Matches matches) {
            return matches.words().isEmpty() ? "text that matches " + matches.regex() : matches.words();
        }
        return rule instanceof Constraint.Is is ? String.valueOf(is.value()) : "another value";
    }

    private static String range(String what, int min, int max, String of) {
        return what + (max == Integer.MAX_VALUE ? " at least " + min : " " + min + " to " + max) + " " + of;
    }

    private static boolean isWithin(int size, int min, int max) {
        return min <= size && size <= max;
    }

    private static int count(JsonValue value) {
        if (value instanceof JsonValue.Array array) {
            return array.elements().size();
        }
        return value instanceof JsonValue.Members object ? object.properties().size() : 0;
    }

    private static int compare(JsonValue value, BigDecimal limit) {
        return value instanceof JsonValue.Numeral number ? number.number().compareTo(limit) : 0;
    }

    private static boolean digits(BigDecimal number, int integer, int fraction) {
        BigDecimal stripped = number.stripTrailingZeros();
        return number.signum() == 0
                || (stripped.precision() - stripped.scale() <= integer && stripped.scale() <= fraction);
    }
}
