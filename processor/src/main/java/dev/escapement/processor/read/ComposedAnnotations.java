package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;

/**
 * The user-defined annotations that combine Bean Validation or Jackson annotations. Their meaning is known only to
 * those libraries: a validator is code, and can have parameters.
 */
final class ComposedAnnotations {

    private static final Set<String> CONSTRAINT =
            Set.of("jakarta.validation.Constraint", "javax.validation.Constraint");

    private static final Set<String> JACKSON = Set.of("com.fasterxml.jackson.annotation.JacksonAnnotationsInside");

    private ComposedAnnotations() {}

    static boolean isOne(AnnotationMirror mirror) {
        return isConstraint(mirror) || isAnnotatedWith(mirror, JACKSON);
    }

    /** Returns the remedy for a composed annotation. */
    static AnnotationRemedy remedy(AnnotationMirror mirror) {
        return isConstraint(mirror) ? AnnotationRemedy.COMPOSED_CONSTRAINT : AnnotationRemedy.COMPOSED_JACKSON;
    }

    private static boolean isConstraint(AnnotationMirror mirror) {
        return isAnnotatedWith(mirror, CONSTRAINT);
    }

    private static boolean isAnnotatedWith(AnnotationMirror mirror, Set<String> annotations) {
        return mirror.getAnnotationType().asElement().getAnnotationMirrors().stream()
                .map(Annotations::name)
                .anyMatch(annotations::contains);
    }
}
