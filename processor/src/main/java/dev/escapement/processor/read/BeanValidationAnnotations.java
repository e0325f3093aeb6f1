package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.model.Restriction;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/**
 * A reader that looks up Bean Validation annotations ({@code jakarta} and {@code javax}) by name. {@code message} is
 * allowed and ignored, because models read the messages of the decoder. Groups, payloads and flags are rejected.
 */
final class BeanValidationAnnotations {

    private static final Set<String> PACKAGES =
            Set.of("jakarta.validation.constraints", "javax.validation.constraints");

    private static final String LIST = ".List";
    private static final String NOT_NULL = "NotNull";

    /** The supported annotations, with the elements that may be set in addition to {@code message}. */
    private static final Map<String, Set<String>> HONOURED = Map.ofEntries(
            Map.entry(NOT_NULL, Set.of()),
            Map.entry("NotBlank", Set.of()),
            Map.entry("NotEmpty", Set.of()),
            Map.entry("Size", Set.of("min", "max")),
            Map.entry("Min", Set.of("value")),
            Map.entry("Max", Set.of("value")),
            Map.entry("DecimalMin", Set.of("value", "inclusive")),
            Map.entry("DecimalMax", Set.of("value", "inclusive")),
            Map.entry("Positive", Set.of()),
            Map.entry("PositiveOrZero", Set.of()),
            Map.entry("Negative", Set.of()),
            Map.entry("NegativeOrZero", Set.of()),
            Map.entry("Digits", Set.of("integer", "fraction")),
            Map.entry("Pattern", Set.of("regexp")),
            Map.entry("Email", Set.of("regexp")),
            Map.entry("Past", Set.of()),
            Map.entry("PastOrPresent", Set.of()),
            Map.entry("Future", Set.of()),
            Map.entry("FutureOrPresent", Set.of()),
            Map.entry("AssertTrue", Set.of()),
            Map.entry("AssertFalse", Set.of()));

    private final TypeTraversal reading;

    BeanValidationAnnotations(TypeTraversal reading) {
        this.reading = reading;
    }

    /**
     * Returns whether this reader supports an annotation or, for a container annotation, the annotations that it
     * contains.
     */
    static boolean isRead(AnnotationMirror mirror) {
        return isOne(mirror) || isRepeated(mirror);
    }

    static boolean isNotNull(AnnotationMirror mirror) {
        return simpleName(mirror).equals(NOT_NULL);
    }

    /**
     * Returns a shape with the constraints that annotations declare for its value.
     *
     * @param absent the reason why the value is optional or nullable, as written; empty if it is neither
     * @param annotations the annotations on the value, and any others
     */
    TypeShape constrain(TypeShape shape, String absent, Stream<? extends AnnotationMirror> annotations, SourceRef at) {
        if (shape instanceof TypeShape.NullableOf nullable) { // as written for a type argument
            return new TypeShape.NullableOf(constrain(nullable.value(), "@Nullable", annotations, at));
        }
        TypeShape value = shape.bare();
        List<Restriction.Rule> rules = new ArrayList<>();
        shape.constraints().forEach(constraint -> rules.add(new Restriction.Rule("", constraint, at)));
        Restriction.Required required = null;
        for (AnnotationMirror mirror : distinct(annotations)) {
            String name = simpleName(mirror);
            SourceRef place = at.at(mirror);
            refuseMembers(mirror, name, place);
            // Jakarta's @NotBlank and @NotEmpty also reject null.
            if (name.equals(NOT_NULL) || (absent.startsWith("@") && name.startsWith("Not"))) {
                required = new Restriction.Required(name, place);
            }
            rules.addAll(new ConstraintReader(reading.problems(), value, mirror, place).rules(name));
        }
        if (rules.size() == shape.constraints().size() && required == null) {
            return shape;
        }
        reading.restrict(new Restriction(value, absent, required, rules));
        return ConstraintMerger.around(value, rules);
    }

    /** Rejects constraints in a place where generated code cannot check them. */
    void refuse(AnnotatedConstruct construct, SourceRef at, AnnotationRemedy remedy) {
        distinct(construct.getAnnotationMirrors().stream())
                .forEach(mirror -> reading.problems()
                        .add(
                                ProblemKind.UNSUPPORTED_ANNOTATION,
                                at.at(mirror),
                                Annotations.shortName(mirror),
                                TypeText.place(at.element()),
                                remedy));
    }

    /**
     * Returns the supported annotations without duplicates. A compiler may attach one annotation to several elements
     * and types.
     */
    private static List<AnnotationMirror> distinct(Stream<? extends AnnotationMirror> annotations) {
        List<AnnotationMirror> distinct = new ArrayList<>();
        annotations
                .flatMap(BeanValidationAnnotations::unrolled)
                .filter(BeanValidationAnnotations::isOne)
                .forEach(mirror -> {
                    if (distinct.stream().noneMatch(other -> Annotations.isSame(other, mirror))) {
                        distinct.add(mirror);
                    }
                });
        return distinct;
    }

    private static Stream<? extends AnnotationMirror> unrolled(AnnotationMirror mirror) {
        return isRepeated(mirror) ? Annotations.nested(mirror, "value").stream() : Stream.of(mirror);
    }

    private static boolean isOne(AnnotationMirror mirror) {
        return HONOURED.containsKey(simpleName(mirror));
    }

    private static boolean isRepeated(AnnotationMirror mirror) {
        String name = Annotations.name(mirror);
        return name.endsWith(LIST)
                && HONOURED.containsKey(simpleName(name.substring(0, name.length() - LIST.length())));
    }

    private static String simpleName(AnnotationMirror mirror) {
        return simpleName(Annotations.name(mirror));
    }

    /** Returns the simple name of a Bean Validation annotation, empty for any other annotation. */
    private static String simpleName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && PACKAGES.contains(name.substring(0, dot)) ? name.substring(dot + 1) : "";
    }

    private void refuseMembers(AnnotationMirror mirror, String name, SourceRef place) {
        for (Map.Entry<String, AnnotationValue> entry :
                Annotations.values(mirror).entrySet()) {
            String member = entry.getKey();
            boolean honoured = member.equals("message")
                    || Optional.ofNullable(HONOURED.get(name)).orElse(Set.of()).contains(member);
            if (!honoured) {
                reading.problems()
                        .add(
                                ProblemKind.UNSUPPORTED_ANNOTATION,
                                place.at(mirror, entry.getValue()),
                                Declaration.ANNOTATION_ELEMENT.with(Annotations.shortName(mirror), member),
                                TypeText.place(place.element()),
                                AnnotationRemedy.NONE);
            }
        }
    }
}
