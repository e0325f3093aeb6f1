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
 * Which rules a tree of JSON breaks, for the record that it is to become. What has the wrong type, or a name that the
 * record has not, is passed over: the schema speaks of that.
 */
public final class BrokenRules {

    private static final Set<Class<?>> FLOATS = Set.of(float.class, Float.class);
    private static final Set<Class<?>> DOUBLES = Set.of(double.class, Double.class, OptionalDouble.class);

    /** Of a smaller remainder of a division, the validator that judges schemas sees nothing. */
    private static final BigDecimal SMALLEST_REMAINDER = new BigDecimal("1e-320");

    private static final Pattern NAME_OF_NUMBER = Pattern.compile("-?[0-9]+");

    private final List<Broken> broken = new ArrayList<>();

    private BrokenRules() {}

    /**
     * A rule that is broken.
     *
     * @param rule its name, and more if it is broken in a special way
     * @param schematic whether a schema can say it, so that the text is wrong for the schema too
     */
    public record Broken(String rule, boolean schematic) {}

    /** The rules that are broken, in the order of the text. */
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

    /** Judges a value by the rules that stand on its type, but for those that are about what holds it. */
    private void value(BoundType type, List<ConstraintAnnotation> others, @Nullable Object json) {
        judge(
                ConstraintAnnotation.on(type.type()).stream()
                        .filter(rule -> !others.contains(rule))
                        .toList(),
                type,
                json);
        inside(type, others, json);
    }

    /** What stands before the type of a component that is an array is about the array; Java has it on the elements too. */
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
                    .forEach(alternative -> record(alternative, Map.of(), json));
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

    /** The time or the number that a text says: times are strings in JSON, and so are the names of a map. */
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

    /** The number that is in the record in place of the one in the text, if it is not too large for its type. */
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
