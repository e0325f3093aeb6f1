package dev.escapement.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Finds annotations and their values by name, so that nothing of the user's has to be loaded. */
final class Annotations {

    private Annotations() {}

    /** The annotation of a type that an element has. */
    static Optional<? extends AnnotationMirror> find(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> name(mirror).equals(annotation))
                .findFirst();
    }

    static boolean has(Element element, String annotation) {
        return find(element, annotation).isPresent();
    }

    /** The qualified name of an annotation's type. */
    static String name(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    /** The name of an annotation's type as it is written: {@code Size}, {@code JsonSubTypes.Type}. */
    static String shortName(AnnotationMirror mirror) {
        return String.join(
                ".",
                JavaTypes.of((TypeElement) mirror.getAnnotationType().asElement())
                        .names());
    }

    /** A value that is written out in the source; defaults do not count. */
    static Optional<AnnotationValue> value(AnnotationMirror mirror, String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** A string that is written out and not empty. */
    static Optional<String> string(AnnotationMirror mirror, String member) {
        return value(mirror, member)
                .map(AnnotationValue::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
    }

    /** A string of an annotation of an element. */
    static Optional<String> string(Element element, String annotation, String member) {
        return find(element, annotation).flatMap(mirror -> string(mirror, member));
    }

    /** A boolean that is written out. */
    static Optional<Boolean> flag(AnnotationMirror mirror, String member) {
        return value(mirror, member)
                .map(AnnotationValue::getValue)
                .filter(Boolean.class::isInstance)
                .map(Boolean.class::cast);
    }

    /** The name of an enum constant that is written out. */
    static Optional<String> constant(AnnotationMirror mirror, String member) {
        return value(mirror, member)
                .map(AnnotationValue::getValue)
                .filter(VariableElement.class::isInstance)
                .map(constant -> ((VariableElement) constant).getSimpleName().toString());
    }

    /** The names of the enum constants in an array that is written out. */
    static List<String> constants(AnnotationMirror mirror, String member) {
        return items(mirror, member, VariableElement.class)
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    /** The annotations in an array that is written out. */
    static List<AnnotationMirror> nested(AnnotationMirror mirror, String member) {
        return items(mirror, member, AnnotationMirror.class).toList();
    }

    private static <T> Stream<T> items(AnnotationMirror mirror, String member, Class<T> kind) {
        return value(mirror, member)
                .map(AnnotationValue::getValue)
                .filter(List.class::isInstance)
                .map(list -> (List<?>) list)
                .orElse(List.of())
                .stream()
                .map(item -> ((AnnotationValue) item).getValue())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
