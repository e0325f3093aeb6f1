package dev.escapement.processor.functional.rule;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** A Bean Validation annotation, from {@code jakarta} or {@code javax}. */
public record ConstraintAnnotation(Annotation annotation) {

    /** Returns the rules on a type use. */
    public static List<ConstraintAnnotation> on(AnnotatedElement type) {
        return rules(Stream.of(type.getAnnotations()));
    }

    /** Returns the rules on a component: those before its type, and those on the brackets of an array. */
    public static List<ConstraintAnnotation> on(RecordComponent component) {
        return rules(Stream.concat(
                Stream.of(field(component).getAnnotations()),
                Stream.of(component.getAnnotatedType().getAnnotations())));
    }

    /** Returns the field of a component, which holds annotations without the record component target. */
    public static AnnotatedElement field(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static List<ConstraintAnnotation> rules(Stream<Annotation> annotations) {
        return annotations
                .filter(annotation -> annotation.annotationType().getName().contains(".validation.constraints."))
                .flatMap(ConstraintAnnotation::unrolled)
                .distinct() // one annotation may apply to both the component and its type
                .toList();
    }

    private static Stream<ConstraintAnnotation> unrolled(Annotation annotation) {
        return annotation.annotationType().getSimpleName().equals("List")
                ? Stream.of((Annotation[]) member(annotation, "value")).map(ConstraintAnnotation::new)
                : Stream.of(new ConstraintAnnotation(annotation));
    }

    /** Returns the simple name of the annotation. */
    public String name() {
        return annotation.annotationType().getSimpleName();
    }

    /** Returns the limit; zero for annotations without a member. */
    BigDecimal limit() {
        return name().startsWith("Pos") || name().startsWith("Neg")
                ? BigDecimal.ZERO
                : new BigDecimal(member(annotation, "value").toString());
    }

    /** Returns whether the limit itself is allowed. */
    boolean isInclusive() {
        return switch (name()) {
            case "DecimalMin", "DecimalMax" -> (boolean) member(annotation, "inclusive");
            case "Positive", "Negative" -> false;
            default -> true;
        };
    }

    int number(String member) {
        return (int) member(annotation, member);
    }

    String text(String member) {
        return (String) member(annotation, member);
    }

    private static Object member(Annotation annotation, String name) {
        try {
            return annotation.annotationType().getMethod(name).invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
