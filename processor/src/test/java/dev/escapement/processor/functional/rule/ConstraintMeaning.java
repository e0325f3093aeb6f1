package dev.escapement.processor.functional.rule;

import dev.escapement.processor.functional.MutableJson;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The semantics of Bean Validation annotations, according to their Javadoc (Jakarta Validation 3.1) and the reference
 * implementation. Where these leave a choice or JSON Schema cannot express them:
 *
 * <ul>
 *   <li>{@code @Size} and {@code @NotEmpty} count the characters of a string as code points, as JSON Schema does;
 *   <li>{@code @Email} accepts the same addresses as browsers;
 *   <li>{@code @Pattern} is tested only with expressions that have the same meaning in Java and in ECMAScript, which
 *       defines our patterns;
 *   <li>{@code @Digits} ignores insignificant zeros, and zero has 0 digits;
 *   <li>empty and absent values satisfy every rule except {@code @NotNull}, {@code @NotEmpty} and {@code @NotBlank}.
 * </ul>
 */
public final class ConstraintMeaning {

    private ConstraintMeaning() {}

    /**
     * Returns whether a value satisfies a rule, which is also true for values of a kind to which the rule does not
     * apply.
     *
     * @param value a Java value, or a value of a JSON tree
     */
    public static boolean obeys(ConstraintAnnotation rule, @Nullable Object value) {
        Object present = content(value);
        if (present == null) {
            return value != null || !rule.name().startsWith("Not");
        }
        return switch (rule.name()) {
            case "NotNull" -> true;
            case "NotBlank" -> !(present instanceof String text) || !text.trim().isEmpty();
            case "NotEmpty" -> size(present, 1) >= 1;
            case "Size" ->
                size(present, rule.number("min")) >= rule.number("min")
                        && size(present, rule.number("max")) <= rule.number("max");
            case "Min", "DecimalMin", "Positive", "PositiveOrZero" ->
                compare(present, rule.limit(), sign -> sign > 0 || (sign == 0 && rule.isInclusive()));
            case "Max", "DecimalMax", "Negative", "NegativeOrZero" ->
                compare(present, rule.limit(), sign -> sign < 0 || (sign == 0 && rule.isInclusive()));
            case "Digits" ->
                !(present instanceof Number number)
                        || hasDigits(decimal(number), rule.number("integer"), rule.number("fraction"));
            case "Pattern" -> !(present instanceof String text) || Pattern.matches(rule.text("regexp"), text);
            case "Email" ->
                !(present instanceof String text) || (isEmail(text) && Pattern.matches(rule.text("regexp"), text));
            case "Past" -> lies(present, sign -> sign < 0);
            case "PastOrPresent" -> lies(present, sign -> sign <= 0);
            case "Future" -> lies(present, sign -> sign > 0);
            case "FutureOrPresent" -> lies(present, sign -> sign >= 0);
            case "AssertTrue" -> !present.equals(false);
            case "AssertFalse" -> !present.equals(true);
            default -> throw new AssertionError("no meaning for " + rule);
        };
    }

    private static @Nullable Object content(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        } else if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        } else if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        } else if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        return value;
    }

    private static int size(Object value, int otherwise) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        } else if (value instanceof MutableJson.Obj object) { // the last of duplicate names counts
            return (int) object.stream().map(Map.Entry::getKey).distinct().count();
        } else if (value instanceof Collection<?> collection) {
            return collection.size();
        } else if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        return value.getClass().isArray() ? Array.getLength(value) : otherwise;
    }

    private static boolean compare(Object value, BigDecimal limit, IntPredicate right) {
        return !(value instanceof Number number) || right.test(decimal(number).compareTo(limit));
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static boolean hasDigits(BigDecimal number, int integer, int fraction) {
        BigDecimal shortest = number.stripTrailingZeros();
        return number.signum() == 0
                || (shortest.precision() - shortest.scale() <= integer && shortest.scale() <= fraction);
    }

    private static boolean lies(Object value, IntPredicate side) {
        return !(value instanceof TemporalAccessor) || side.test(PresentMoment.compare(value));
    }

    /** Returns whether a text is a valid e-mail address by the grammar of the HTML Living Standard. */
    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return at > 0
                && text.substring(0, at)
                        .chars()
                        .allMatch(c -> isLetterOrDigit(c) || ".!#$%&'*+/=?^_`{|}~-".indexOf(c) >= 0)
                && Stream.of(text.substring(at + 1).split("[.]", -1)).allMatch(ConstraintMeaning::isLabel);
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= 63
                && label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-')
                && !label.startsWith("-")
                && !label.endsWith("-");
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
