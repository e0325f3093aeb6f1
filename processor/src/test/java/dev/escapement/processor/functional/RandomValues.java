package dev.escapement.processor.functional;

import dev.escapement.json.JsonText;
import dev.escapement.processor.functional.rule.BoundType;
import dev.escapement.processor.functional.rule.ConstraintAnnotation;
import dev.escapement.processor.functional.rule.ConstraintMeaning;
import dev.escapement.processor.functional.rule.PermittedArguments;
import dev.escapement.processor.functional.rule.RuleEdges;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A generator of values of any record, by reflection, which only generated code must avoid. */
final class RandomValues {

    private static final int MAX_DEPTH = 5;
    private static final JsonText NULL = new JsonText("null");

    private final SplittableRandom random;
    private final RandomLeaves leaves;

    RandomValues(SplittableRandom random, RuleEdges edges) {
        this.random = random;
        this.leaves = new RandomLeaves(random, edges);
    }

    /** Returns a value of a record. */
    <T> T of(Class<T> type) {
        return type.cast(record(type, Map.of(), 0));
    }

    private Object record(Class<?> type, Map<TypeVariable<?>, BoundType> variables, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int attempt = 0; attempt < 1000; attempt++) {
            @Nullable Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = component(components[i], variables, depth + 1);
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (InvocationTargetException refused) {
                // retry with another value
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("the constructor of " + type + " refuses everything");
    }

    private @Nullable Object component(
            RecordComponent component, Map<TypeVariable<?>, BoundType> variables, int depth) {
        boolean nullable = isNullable(component.getAnnotations())
                || isNullable(ConstraintAnnotation.field(component).getAnnotations());
        BoundType bound = new BoundType(component.getAnnotatedType(), variables);
        return nullable && isEmpty(depth)
                ? null
                : obeying(ConstraintAnnotation.on(component), () -> value(bound, depth));
    }

    private @Nullable Object value(BoundType bound, int depth) {
        if (isNullable(bound.type().getAnnotations()) && isEmpty(depth)) {
            return null;
        }
        return obeying(ConstraintAnnotation.on(bound.type()), () -> any(bound, depth));
    }

    /** Returns the first value that satisfies rules according to their independent interpretation. */
    private static @Nullable Object obeying(List<ConstraintAnnotation> rules, Supplier<@Nullable Object> values) {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            Object value = values.get();
            if (rules.stream().allMatch(rule -> ConstraintMeaning.obeys(rule, value))) {
                return value;
            }
        }
        throw new AssertionError("no value obeys " + rules);
    }

    private @Nullable Object any(BoundType bound, int depth) {
        AnnotatedType type = bound.type();
        if (type instanceof AnnotatedTypeVariable) {
            return value(bound.resolved(), depth);
        } else if (type instanceof AnnotatedArrayType array) {
            BoundType element = bound.with(array.getAnnotatedGenericComponentType());
            List<@Nullable Object> elements = list(element, depth);
            Object values = Array.newInstance(element.raw(), elements.size());
            for (int i = 0; i < elements.size(); i++) {
                Array.set(values, i, elements.get(i));
            }
            return values;
        } else if (type instanceof AnnotatedParameterizedType) {
            return generic(bound, depth);
        }
        Object value = plain((Class<?>) type.getType(), Map.of(), depth);
        return isNullable(type.getAnnotations()) && value.equals(NULL) ? null : value; // they are equal in JSON
    }

    private @Nullable Object generic(BoundType bound, int depth) {
        Class<?> raw = bound.raw();
        BoundType first = bound.argument(0);
        if (raw == Optional.class) {
            return isEmpty(depth) ? Optional.empty() : Optional.ofNullable(value(first, depth));
        } else if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return list(first, depth);
        } else if (raw == Set.class) {
            return set(first, depth);
        } else if (raw == Map.class) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            for (int i = size(depth); i > 0; i--) {
                map.put(value(first, depth + 1), value(bound.argument(1), depth + 1));
            }
            return map;
        }
        return raw.isSealed() ? alternative(raw, bound.arguments(), depth) : record(raw, bound.arguments(), depth);
    }

    private Object alternative(Class<?> union, Map<TypeVariable<?>, BoundType> arguments, int depth) {
        List<Class<?>> possible = Stream.<Class<?>>of(union.getPermittedSubclasses())
                .filter(permitted ->
                        PermittedArguments.of(permitted, union, arguments).isPresent())
                .toList();
        // The last alternative is a leaf in all types under test.
        Class<?> permitted = possible.get(depth > MAX_DEPTH ? possible.size() - 1 : random.nextInt(possible.size()));
        Map<TypeVariable<?>, BoundType> variables =
                PermittedArguments.of(permitted, union, arguments).orElseThrow();
        return permitted.isSealed() && !variables.isEmpty()
                ? alternative(permitted, variables, depth + 1)
                : plain(permitted, variables, depth + 1);
    }

    private Set<@Nullable Object> set(BoundType element, int depth) {
        Set<@Nullable Object> set = new LinkedHashSet<>();
        Set<@Nullable Object> inJson = new HashSet<>();
        for (Object value : list(element, depth)) {
            if (!set.contains(value) && inJson.add(JsonEquality.of(value))) {
                set.add(value);
            }
        }
        return set;
    }

    private List<@Nullable Object> list(BoundType element, int depth) {
        @Nullable Object[] list = new Object[size(depth)];
        Arrays.setAll(list, i -> value(element, depth + 1));
        return Arrays.asList(list);
    }

    private int size(int depth) {
        int size = 0;
        while (!isEmpty(depth) && size < 4) {
            size++;
        }
        return size;
    }

    private Object plain(Class<?> type, Map<TypeVariable<?>, BoundType> variables, int depth) {
        if (RandomLeaves.has(type)) { // first, because ZoneId is sealed since Java 25
            return leaves.of(type);
        } else if (type == OptionalInt.class) {
            return isEmpty(depth) ? OptionalInt.empty() : OptionalInt.of((int) leaves.of(int.class));
        } else if (type == OptionalLong.class) {
            return isEmpty(depth) ? OptionalLong.empty() : OptionalLong.of((long) leaves.of(long.class));
        } else if (type == OptionalDouble.class) {
            return isEmpty(depth) ? OptionalDouble.empty() : OptionalDouble.of((double) leaves.of(double.class));
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        } else if (type.isSealed()) {
            List<Class<?>> permitted = Arrays.asList(type.getPermittedSubclasses());
            // The last alternative is a leaf in all types under test.
            int choice = depth > MAX_DEPTH ? permitted.size() - 1 : random.nextInt(permitted.size());
            return plain(permitted.get(choice), variables, depth + 1);
        }
        return record(type, variables, depth);
    }

    private boolean isEmpty(int depth) {
        return depth > MAX_DEPTH || random.nextInt(3) == 0;
    }

    private static boolean isNullable(Annotation[] annotations) {
        return Stream.of(annotations)
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }
}
