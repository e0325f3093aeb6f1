package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import java.util.Optional;
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

    /** Returns the remedy for a composed annotation, empty for any other annotation. */
    static Optional<AnnotationRemedy> remedy(AnnotationMirror mirror) {
        if (isConstraint(mirror)) {
            return Optional.of(AnnotationRemedy.COMPOSED_CONSTRAINT);
        }
        return isOne(mirror) ? Optional.of(AnnotationRemedy.COMPOSED_JACKSON) : Optional.empty();
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
