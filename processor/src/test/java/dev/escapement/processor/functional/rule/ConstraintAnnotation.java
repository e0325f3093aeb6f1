package dev.escapement.processor.functional.rule;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** An annotation of Bean Validation, of {@code jakarta} or of {@code javax}. */
public record ConstraintAnnotation(Annotation annotation) {

    /** The rules on a type, where it is used. */
    public static List<ConstraintAnnotation> on(AnnotatedElement type) {
        return rules(Stream.of(type.getAnnotations()));
    }

    /** The rules on a component: those before its type, and those on the brackets of an array. */
    public static List<ConstraintAnnotation> on(RecordComponent component) {
        return rules(Stream.concat(
                Stream.of(field(component).getAnnotations()),
                Stream.of(component.getAnnotatedType().getAnnotations())));
    }

    /** The field of a component: annotations that know no components stand there. */
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
                .distinct() // one annotation may be about the component and about its type
                .toList();
    }

    private static Stream<ConstraintAnnotation> unrolled(Annotation annotation) {
        return annotation.annotationType().getSimpleName().equals("List")
                ? Stream.of((Annotation[]) member(annotation, "value")).map(ConstraintAnnotation::new)
                : Stream.of(new ConstraintAnnotation(annotation));
    }

    /** The simple name of the annotation. */
    public String name() {
        return annotation.annotationType().getSimpleName();
    }

    /** The least or largest number that is meant; for those without a member it is zero. */
    BigDecimal limit() {
        return name().startsWith("Pos") || name().startsWith("Neg")
                ? BigDecimal.ZERO
                : new BigDecimal(member(annotation, "value").toString());
    }

    /** Whether the limit itself is allowed. */
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
