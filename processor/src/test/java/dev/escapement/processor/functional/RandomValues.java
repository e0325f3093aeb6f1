package dev.escapement.processor.functional;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of any record, found by reflection: what the generated code does without, its test may use. */
final class RandomValues {

    private static final List<String> STRINGS = List.of(
            "",
            " ",
            "a",
            "orderId",
            "null",
            "\"quoted\" \\ /",
            "line\nbreak\ttab\r\u0000\u001f\u007f",
            "ünïcödé 日本 😀 \u2028\u2029\ufeff",
            "$& ${x} %s {@code} */ \"\"\"",
            "x".repeat(300));
    private static final double[] DOUBLES = {
        0, -0.0, 1, 0.1, -2.5, 1e-7, 1e21, 123456789.125, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE
    };
    private static final long[] LONGS = {0, 1, -1, 42, Integer.MAX_VALUE, 1L << 53, Long.MIN_VALUE, Long.MAX_VALUE};
    private static final int MAX_DEPTH = 5;

    private final SplittableRandom random;

    RandomValues(SplittableRandom random) {
        this.random = random;
    }

    /** A value of a record. */
    <T> T of(Class<T> type) {
        return type.cast(record(type, 0));
    }

    private Object record(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int attempt = 0; attempt < 1000; attempt++) {
            @Nullable Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = component(components[i], depth + 1);
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (InvocationTargetException refused) {
                // another one, then
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("the constructor of " + type + " refuses everything");
    }

    private @Nullable Object component(RecordComponent component, int depth) {
        boolean nullable;
        try {
            nullable = isNullable(component.getAnnotations())
                    || isNullable(component
                            .getDeclaringRecord()
                            .getDeclaredField(component.getName())
                            .getAnnotations());
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
        return nullable && isEmpty(depth) ? null : value(component.getAnnotatedType(), depth);
    }

    private @Nullable Object value(AnnotatedType type, int depth) {
        if (isNullable(type.getAnnotations()) && isEmpty(depth)) {
            return null;
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
            if (raw == Optional.class) {
                return isEmpty(depth) ? Optional.empty() : Optional.ofNullable(value(arguments[0], depth));
            }
            return raw == List.class ? list(arguments[0], depth) : map(arguments[1], depth);
        }
        return plain((Class<?>) type.getType(), depth);
    }

    private List<@Nullable Object> list(AnnotatedType element, int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        while (!isEmpty(depth) && list.size() < 4) {
            list.add(value(element, depth + 1));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(AnnotatedType element, int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (!isEmpty(depth) && map.size() < 4) {
            map.put(string(), value(element, depth + 1));
        }
        return map;
    }

    private Object plain(Class<?> type, int depth) {
        if (type == String.class) {
            return string();
        } else if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == int.class || type == Integer.class) {
            return (int) LONGS[random.nextInt(LONGS.length)] + (random.nextBoolean() ? 0 : random.nextInt(100));
        } else if (type == long.class || type == Long.class) {
            return random.nextBoolean() ? LONGS[random.nextInt(LONGS.length)] : random.nextLong();
        } else if (type == double.class || type == Double.class) {
            return random.nextBoolean() ? DOUBLES[random.nextInt(DOUBLES.length)] : random.nextDouble() * 1000;
        } else if (type == BigDecimal.class) {
            int scale = random.nextInt(4) == 0 ? 200 : random.nextInt(8);
            return new BigDecimal(BigInteger.valueOf(random.nextLong(-100_000, 100_000)), scale);
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        } else if (type.isSealed()) {
            List<Class<?>> permitted = Arrays.asList(type.getPermittedSubclasses());
            // The last one is a leaf in all of our types.
            int choice = depth > MAX_DEPTH ? permitted.size() - 1 : random.nextInt(permitted.size());
            return plain(permitted.get(choice), depth + 1);
        }
        return record(type, depth);
    }

    private String string() {
        return STRINGS.get(random.nextInt(STRINGS.size()));
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
