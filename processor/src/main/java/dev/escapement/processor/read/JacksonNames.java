package dev.escapement.processor.read;

import dev.escapement.processor.model.RuntimeNames;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** A lookup of the JSON names that Jackson annotations declare. */
final class JacksonNames {

    private JacksonNames() {}

    /**
     * Returns the annotations on a record component and its field. Some annotations are not applicable to components
     * and are only on the field.
     */
    static Stream<? extends AnnotationMirror> on(RecordComponentElement component) {
        Stream<? extends AnnotationMirror> own = component.getAnnotationMirrors().stream();
        Stream<? extends AnnotationMirror> ofField =
                ElementFilter.fieldsIn(JavaTypes.enclosing(component).getEnclosedElements()).stream()
                        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                        .flatMap(field -> field.getAnnotationMirrors().stream());
        return Stream.concat(own, ofField);
    }

    /** Returns the {@code @JsonProperty} annotation of a record component. */
    static Optional<? extends AnnotationMirror> property(RecordComponentElement component) {
        return on(component)
                .filter(mirror -> Annotations.name(mirror).equals(RuntimeNames.JSON_PROPERTY))
                .findFirst();
    }

    /** Returns the JSON name that an annotation declares for a record component. */
    static Optional<String> name(RecordComponentElement component) {
        return property(component).flatMap(mirror -> Annotations.string(mirror, "value"));
    }

    /** Returns the JSON name that an annotation declares for an enum constant. */
    static Optional<String> name(VariableElement constant) {
        return Annotations.string(constant, RuntimeNames.JSON_PROPERTY, "value");
    }

    /** Returns the name of the discriminator that an annotation declares for a sealed interface. */
    static Optional<String> discriminator(TypeElement union) {
        return Annotations.find(union, RuntimeNames.JSON_TYPE_INFO)
                .map(mirror -> Annotations.string(mirror, "property").orElse("@type"));
    }

    /** Returns the discriminator value that an annotation on a permitted type declares. */
    static Optional<String> typeName(TypeElement permitted) {
        return Annotations.string(permitted, RuntimeNames.JSON_TYPE_NAME, "value");
    }

    /** Returns the entry for a permitted type in the list of a sealed interface. */
    static Optional<AnnotationMirror> listed(TypeElement union, TypeElement permitted) {
        return Annotations.find(union, RuntimeNames.JSON_SUB_TYPES).stream()
                .flatMap(types -> Annotations.nested(types, "value").stream())
                .filter(type -> isClass(Annotations.value(type, "value"), permitted))
                .findFirst();
    }

    private static boolean isClass(Optional<AnnotationValue> value, TypeElement type) {
        return value.map(v ->
                        v.getValue().toString().equals(type.getQualifiedName().toString()))
                .orElse(false);
    }
}
