package dev.escapement.processor.functional.rule;

import dev.escapement.processor.functional.MutableJson;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A check of a JSON tree against the rules of its record type. Values of the wrong type and unknown names are ignored,
 * because the schema covers them.
 */
public final class BrokenRules {

    private static final Set<Class<?>> FLOATS = Set.of(float.class, Float.class);
    private static final Set<Class<?>> DOUBLES = Set.of(double.class, Double.class, OptionalDouble.class);

    /** The smallest remainder of a division that the schema validator detects. */
    private static final BigDecimal SMALLEST_REMAINDER = new BigDecimal("1e-320");

    private static final Pattern NAME_OF_NUMBER = Pattern.compile("-?[0-9]+");

    private final List<Broken> broken = new ArrayList<>();

    private BrokenRules() {}

    /**
     * A violated rule.
     *
     * @param rule the name of the rule, with a suffix for special violations
     * @param schematic whether a schema can express the rule, so that the schema rejects the text too
     */
    public record Broken(String rule, boolean schematic) {}

    /** Returns the violated rules, in the order of the text. */
    public static List<Broken> in(Class<?> type, @Nullable Object tree) {
        BrokenRules rules = new BrokenRules();
        rules.record(type, Map.of(), tree);
        return rules.broken;
    }

    private void record(Class<?> type, Map<TypeVariable<?>, BoundType> variables, @Nullable Object json) {
        if (json instanceof MutableJson.Obj object && type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                object.stream()
                        .filter(entry -> entry.getKey().equals(component.getName()))
                        .forEach(entry -> component(component, variables, entry.getValue()));
            }
        }
    }

    private void component(
            RecordComponent component, Map<TypeVariable<?>, BoundType> variables, @Nullable Object json) {
        List<ConstraintAnnotation> rules = ConstraintAnnotation.on(component);
        BoundType type = new BoundType(component.getAnnotatedType(), variables);
        judge(rules, type, json);
        inside(type, rules, json);
    }

    /** Checks a value against the rules on its type, except those about its container. */
    private void value(BoundType type, List<ConstraintAnnotation> others, @Nullable Object json) {
        judge(
                ConstraintAnnotation.on(type.type()).stream()
                        .filter(rule -> !others.contains(rule))
                        .toList(),
                type,
                json);
        inside(type, others, json);
    }

    /**
     * Checks elements. An annotation before an array type applies to the array, although Java also reports it on the
     * elements.
     */
    private void inside(BoundType type, List<ConstraintAnnotation> rulesOfComponent, @Nullable Object json) {
        Class<?> raw = type.raw();
        if (type.type() instanceof AnnotatedTypeVariable) {
            value(type.resolved(), List.of(), json);
        } else if (type.type() instanceof AnnotatedArrayType array) {
            BoundType element = type.with(array.getAnnotatedGenericComponentType());
            elements(json).forEach(each -> value(element, rulesOfComponent, each));
        } else if (raw == Optional.class) {
            value(type.argument(0), List.of(), json);
        } else if (raw == Iterable.class || Collection.class.isAssignableFrom(raw)) {
            elements(json).forEach(each -> value(type.argument(0), List.of(), each));
        } else if (raw == Map.class && json instanceof MutableJson.Obj map) {
            for (Map.Entry<String, @Nullable Object> entry : map) {
                value(type.argument(0), List.of(), entry.getKey());
                value(type.argument(1), List.of(), entry.getValue());
            }
        } else if (raw.isSealed() && json instanceof MutableJson.Obj object) {
            Stream.of(raw.getPermittedSubclasses())
                    .filter(alternative -> object.stream()
                            .anyMatch(entry -> entry.getKey().equals("type")
                                    && alternative.getSimpleName().equalsIgnoreCase(String.valueOf(entry.getValue()))))
                    .forEach(alternative -> record(
                            alternative,
                            PermittedArguments.of(alternative, raw, type.arguments())
                                    .orElse(Map.of()),
                            json));
        } else {
            record(raw, type.arguments(), json);
        }
    }

    private static Stream<? extends @Nullable Object> elements(@Nullable Object json) {
        return json instanceof List<?> array && !(json instanceof MutableJson.Obj) ? array.stream() : Stream.of();
    }

    private void judge(List<ConstraintAnnotation> rules, BoundType type, @Nullable Object json) {
        Class<?> raw = type.raw() == Optional.class ? type.argument(0).raw() : type.raw();
        Object value = meant(raw, json);
        for (ConstraintAnnotation rule : rules) {
            if (!ConstraintMeaning.obeys(rule, value)) {
                broken.add(new Broken(rule.name(), value == json && !isTooSmall(rule, value)));
            } else if (!ConstraintMeaning.obeys(rule, rounded(raw, value))) {
                broken.add(new Broken(rule.name() + " when rounded", false));
            }
        }
    }

    /** Returns the time or the number that a text represents: times and names of a map are strings in JSON. */
    private static @Nullable Object meant(Class<?> type, @Nullable Object json) {
        if (json instanceof String text) {
            Optional<? extends Object> time = PresentMoment.time(type, text);
            if (time.isPresent()) {
                return time.get();
            } else if (Number.class.isAssignableFrom(type)
                    && NAME_OF_NUMBER.matcher(text).matches()) {
                return new BigDecimal(text);
            }
        }
        return json;
    }

    private static boolean isTooSmall(ConstraintAnnotation rule, @Nullable Object value) {
        return rule.name().equals("Digits")
                && value instanceof BigDecimal number
                && number.abs().compareTo(SMALLEST_REMAINDER) < 0;
    }

    /** Returns the number after rounding to the component's type, unless it is out of range. */
    private static @Nullable Object rounded(Class<?> type, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            if (FLOATS.contains(type) && Float.isFinite(number.floatValue())) {
                return number.floatValue();
            } else if (DOUBLES.contains(type) && Double.isFinite(number.doubleValue())) {
                return number.doubleValue();
            }
        }
        return value;
    }
}
