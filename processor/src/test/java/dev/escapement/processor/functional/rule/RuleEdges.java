package dev.escapement.processor.functional.rule;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The numbers and texts at, just inside and just outside the limits in the rules of a record. */
public final class RuleEdges {

    private static final Map<Class<?>, Function<BigDecimal, Object>> NUMBERS = Map.ofEntries(
            Map.entry(byte.class, BigDecimal::byteValueExact),
            Map.entry(Byte.class, BigDecimal::byteValueExact),
            Map.entry(short.class, BigDecimal::shortValueExact),
            Map.entry(Short.class, BigDecimal::shortValueExact),
            Map.entry(int.class, BigDecimal::intValueExact),
            Map.entry(Integer.class, BigDecimal::intValueExact),
            Map.entry(long.class, BigDecimal::longValueExact),
            Map.entry(Long.class, BigDecimal::longValueExact),
            Map.entry(BigInteger.class, BigDecimal::toBigIntegerExact),
            Map.entry(BigDecimal.class, number -> number),
            Map.entry(float.class, BigDecimal::floatValue),
            Map.entry(Float.class, BigDecimal::floatValue),
            Map.entry(double.class, BigDecimal::doubleValue),
            Map.entry(Double.class, BigDecimal::doubleValue));

    private final Set<String> rules = new LinkedHashSet<>();
    private final Set<BigDecimal> numbers = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private final Map<Class<?>, List<Object>> values = new HashMap<>();

    private RuleEdges() {}

    /** Returns the edges of all rules in a record and in its nested records. */
    public static RuleEdges of(Class<?> type) {
        RuleEdges edges = new RuleEdges();
        edges.record(type, new HashSet<>());
        return edges;
    }

    /** Returns the names of all annotations. */
    public Set<String> rules() {
        return Set.copyOf(rules);
    }

    /** Returns the numbers. */
    public List<BigDecimal> numbers() {
        return List.copyOf(numbers);
    }

    /** Returns the texts. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** Returns all edges that are values of a type. */
    public List<Object> values(Class<?> type) {
        return values.computeIfAbsent(type, this::read);
    }

    private List<Object> read(Class<?> type) {
        List<Object> found = new ArrayList<>();
        if (type == String.class) {
            found.addAll(texts);
        } else if (PresentMoment.isTime(type)) {
            texts.forEach(text -> PresentMoment.time(type, text).ifPresent(found::add));
        }
        Function<BigDecimal, Object> reading = NUMBERS.get(type);
        if (reading != null) {
            for (BigDecimal number : numbers) {
                try {
                    found.add(reading.apply(number));
                } catch (ArithmeticException none) {
                    // the type cannot represent the number
                }
            }
        }
        return found;
    }

    private void record(Class<?> type, Set<Class<?>> seen) {
        if (type.isRecord() && seen.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                rules(ConstraintAnnotation.on(component), component.getType());
                type(component.getAnnotatedType(), seen);
            }
        } else if (type.isSealed() && seen.add(type)) {
            Stream.of(type.getPermittedSubclasses()).forEach(alternative -> record(alternative, seen));
        }
    }

    private void type(AnnotatedType type, Set<Class<?>> seen) {
        rules(ConstraintAnnotation.on(type), type.getType() instanceof Class<?> plain ? plain : Object.class);
        if (type instanceof AnnotatedArrayType array) {
            type(array.getAnnotatedGenericComponentType(), seen);
        } else if (type instanceof AnnotatedParameterizedType generic) {
            Stream.of(generic.getAnnotatedActualTypeArguments()).forEach(argument -> type(argument, seen));
            record(new BoundType(type, Map.of()).raw(), seen);
        } else if (type.getType() instanceof Class<?> plain) {
            record(plain, seen);
        }
    }

    private void rules(List<ConstraintAnnotation> found, Class<?> type) {
        found.forEach(rule -> rule(rule, type));
    }

    private void rule(ConstraintAnnotation rule, Class<?> type) {
        rules.add(rule.annotation().annotationType().getName());
        switch (rule.name()) {
            case "Size" -> {
                lengths(rule.number("min"));
                lengths(rule.number("max"));
            }
            case "NotEmpty" -> lengths(1);
            case "NotBlank" -> texts.addAll(EdgeTexts.BLANKS);
            case "Email" -> texts.addAll(EdgeTexts.ADDRESSES);
            case "Pattern" -> texts.addAll(EdgeTexts.like(rule.text("regexp")));
            case "Digits" -> digits(rule.number("integer"), rule.number("fraction"));
            case "Past", "PastOrPresent", "Future", "FutureOrPresent" -> texts.addAll(PresentMoment.around(type));
            case "NotNull", "AssertTrue", "AssertFalse" -> {} // types with few values
            default -> limit(rule.limit());
        }
    }

    /**
     * Adds texts of one character less than, exactly, and one more than a length: of one char, of surrogate pairs, and
     * of unpaired surrogates.
     */
    private void lengths(int count) {
        for (int length = Math.max(count - 1, 0); length <= count + 1L && length <= 1000; length++) {
            for (String character : List.of("a", "😀", "\ud83d")) {
                texts.add(character.repeat(length));
            }
        }
    }

    private void limit(BigDecimal limit) {
        around(limit, BigDecimal.ONE);
        around(limit, new BigDecimal("0.5"));
        around(limit, new BigDecimal("1e-25"));
        numbers.add(limit.setScale(Math.max(limit.scale(), 0) + 2)); // with trailing zeros
        double nearest = limit.doubleValue();
        Stream.of(Math.nextDown(nearest), nearest, Math.nextUp(nearest))
                .forEach(number -> numbers.add(new BigDecimal(Double.toString(number))));
        float rough = limit.floatValue();
        Stream.of(Math.nextDown(rough), rough, Math.nextUp(rough))
                .forEach(number -> numbers.add(new BigDecimal(Float.toString(number))));
    }

    private void digits(int integer, int fraction) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(fraction);
        BigDecimal beyond = BigDecimal.ONE.movePointRight(integer);
        for (BigDecimal edge : List.of(beyond, beyond.subtract(step), step, step.movePointLeft(1))) {
            around(edge, step);
            around(edge, step.movePointLeft(1));
            around(edge, new BigDecimal("1e-25"));
            around(edge.negate(), step);
        }
        numbers.add(step.setScale(fraction + 3));
    }

    private void around(BigDecimal number, BigDecimal distance) {
        numbers.addAll(List.of(number.subtract(distance), number, number.add(distance)));
    }
}
