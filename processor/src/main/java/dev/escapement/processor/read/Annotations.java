package dev.escapement.processor.read;

import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A lookup of annotations and their values by name, which does not load user classes. */
final class Annotations {

    private Annotations() {}

    /** Returns the annotation of a given type on a program element. */
    static Optional<? extends AnnotationMirror> find(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> name(mirror).equals(annotation))
                .findFirst();
    }

    static boolean has(Element element, String annotation) {
        return find(element, annotation).isPresent();
    }

    /** Returns the qualified name of an annotation type. */
    static String name(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    /**
     * Returns the name of an annotation type as written in the source, such as {@code Size} or {@code
     * JsonSubTypes.Type}.
     */
    static String shortName(AnnotationMirror mirror) {
        return String.join(
                ".",
                JavaTypes.of((TypeElement) mirror.getAnnotationType().asElement())
                        .names());
    }

    /**
     * Returns the value of an annotation element, empty if the element is not set explicitly.
     *
     * @throws UnresolvedTypeException if the annotation is not valid, which the compiler reports
     */
    static Optional<AnnotationValue> value(AnnotationMirror mirror, String member) {
        for (Map.Entry<String, AnnotationValue> entry : values(mirror).entrySet()) {
            if (entry.getKey().equals(member)) {
                return Optional.of(entry.getValue());
            }
        }
        for (ExecutableElement method :
                ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(member) && method.getDefaultValue() == null) {
                throw UnresolvedTypeException.reportedByCompiler(member);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the explicit values of an annotation by the names of its elements.
     *
     * @throws UnresolvedTypeException if a value or an element cannot be resolved, which the compiler reports; another
     *     processor may generate the constant
     */
    static Map<String, AnnotationValue> values(AnnotationMirror mirror) {
        Map<String, AnnotationValue> values = new LinkedHashMap<>();
        written(mirror).forEach((member, value) -> {
            String name = member.getSimpleName().toString();
            if (member.getReturnType().getKind() == TypeKind.ERROR || isErroneous(value)) {
                throw UnresolvedTypeException.reportedByCompiler(name);
            }
            values.put(name, value);
        });
        return values;
    }

    private static Map<? extends ExecutableElement, ? extends AnnotationValue> written(AnnotationMirror mirror) {
        try {
            return mirror.getElementValues();
        } catch (RuntimeException valueOfOtherType) { // in the Eclipse compiler 3.46
            throw UnresolvedTypeException.reportedByCompiler(shortName(mirror));
        }
    }

    private static boolean isErroneous(AnnotationValue value) {
        Object read = value.getValue();
        if (read instanceof List<?> list) {
            return list.stream().anyMatch(item -> isErroneous((AnnotationValue) item));
        }
        return (read instanceof TypeMirror type && type.getKind() == TypeKind.ERROR)
                || (read instanceof VariableElement constant
                        && constant.asType().getKind() == TypeKind.ERROR)
                || (read instanceof String text && isMarker(text, value));
    }

    /**
     * Returns whether a string is the marker of a value that cannot be resolved. javac does not quote the marker,
     * unlike strings in source. For the Eclipse compiler, every string that equals the marker counts.
     */
    @SuppressWarnings("AnnotationValueToString") // only the quotation mark is of interest
    private static boolean isMarker(String text, AnnotationValue value) {
        boolean quoted =
                value.toString().startsWith("\"") && !value.getClass().getName().startsWith("org.eclipse.");
        return text.equals("<error>") && !quoted;
    }

    /**
     * Returns the value of a string element of an annotation, empty if the value is not set explicitly or is an empty
     * string.
     */
    static Optional<String> string(AnnotationMirror mirror, String member) {
        return value(mirror, member)
                .map(AnnotationValue::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
    }

    /**
     * Returns the value of a string element in an annotation on a declaration, empty if the annotation or the value is
     * missing.
     */
    static Optional<String> string(Element element, String annotation, String member) {
        return find(element, annotation).flatMap(mirror -> string(mirror, member));
    }

    /** Returns the value of an integer annotation element, empty if the element is not set explicitly. */
    static Optional<Integer> integer(AnnotationMirror mirror, String member) {
        return value(mirror, member)
                .map(AnnotationValue::getValue)
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast);
    }

    /** Returns a setting whose source is an annotation element or, if the element is not set, the annotation. */
    static <T> Setting<T> setting(SourceRef at, AnnotationMirror mirror, String member, T value) {
        return new Setting<>(value, at.at(mirror, value(mirror, member).orElse(null)));
    }

    /** Returns the value of a boolean annotation element, empty if the element is not set explicitly. */
    static Optional<Boolean> flag(AnnotationMirror mirror, String member) {
        return value(mirror, member)
                .map(AnnotationValue::getValue)
                .filter(Boolean.class::isInstance)
                .map(Boolean.class::cast);
    }

    /**
     * Returns the name of the enum constant to which an annotation element is set, empty if the element is not set
     * explicitly.
     */
    static Optional<String> constant(AnnotationMirror mirror, String member) {
        return value(mirror, member)
                .map(AnnotationValue::getValue)
                .filter(VariableElement.class::isInstance)
                .map(constant -> ((VariableElement) constant).getSimpleName().toString());
    }

    /**
     * Returns the names of the enum constants in an array element of an annotation, empty if the element is not set
     * explicitly.
     */
    static List<String> constants(AnnotationMirror mirror, String member) {
        return items(mirror, member, VariableElement.class)
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    /** Returns the annotations in an array element of an annotation, empty if the element is not set explicitly. */
    static List<AnnotationMirror> nested(AnnotationMirror mirror, String member) {
        return items(mirror, member, AnnotationMirror.class).toList();
    }

    /** Returns the classes in an element of an annotation, empty if the element is not set explicitly. */
    static Stream<TypeMirror> classes(AnnotationMirror mirror, String member) {
        return items(mirror, member, TypeMirror.class);
    }

    /** Returns the values in an array element of an annotation, empty if the element is not set explicitly. */
    static List<AnnotationValue> values(AnnotationMirror mirror, String member) {
        List<AnnotationValue> values = new ArrayList<>();
        value(mirror, member)
                .map(AnnotationValue::getValue)
                .filter(List.class::isInstance)
                .ifPresent(list -> ((List<?>) list).forEach(item -> values.add((AnnotationValue) item)));
        return values;
    }

    /** Returns the strings in an element of an annotation, empty if the element is not set explicitly. */
    static Stream<String> strings(AnnotationMirror mirror, String member) {
        return items(mirror, member, String.class);
    }

    /** Returns whether two annotations have the same type and the same explicit values. */
    static boolean isSame(AnnotationMirror a, AnnotationMirror b) {
        return name(a).equals(name(b)) && texts(a).equals(texts(b));
    }

    private static Map<String, String> texts(AnnotationMirror mirror) {
        Map<String, String> texts = new HashMap<>();
        values(mirror)
                .forEach((member, value) -> texts.put(member, value.getValue().toString()));
        return texts;
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
