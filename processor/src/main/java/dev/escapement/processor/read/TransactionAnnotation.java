package dev.escapement.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A {@code @Transactional} annotation of Spring or of Jakarta EE, on a declaration or on an annotation of the
 * declaration.
 *
 * @param declaration the declaration
 * @param mirror the annotation on the declaration
 * @param definitions the annotation and the {@code @Transactional} annotation that it is annotated with, or only
 *     {@code @Transactional}
 * @param spring whether the annotation is that of Spring
 */
record TransactionAnnotation(
        Element declaration, AnnotationMirror mirror, List<AnnotationMirror> definitions, boolean spring) {

    private static final String SPRING = "org.springframework.transaction.annotation.Transactional";
    private static final Set<String> JTA =
            Set.of("jakarta.transaction.Transactional", "javax.transaction.Transactional");

    private static final Set<String> WITHOUT_TRANSACTION = Set.of("NEVER", "NOT_SUPPORTED");
    private static final int MAX_DEPTH = 4;

    static Optional<TransactionAnnotation> of(Element declaration) {
        for (AnnotationMirror mirror : declaration.getAnnotationMirrors()) {
            List<AnnotationMirror> definitions = definitions(mirror, MAX_DEPTH);
            if (!definitions.isEmpty()) {
                String name = Annotations.name(definitions.get(definitions.size() - 1));
                return Optional.of(new TransactionAnnotation(declaration, mirror, definitions, name.equals(SPRING)));
            }
        }
        return Optional.empty();
    }

    /** Returns the annotations from a given one to {@code @Transactional}, empty if it does not lead there. */
    private static List<AnnotationMirror> definitions(AnnotationMirror mirror, int depth) {
        String name = Annotations.name(mirror);
        if (name.equals(SPRING) || JTA.contains(name)) {
            return List.of(mirror);
        } else if (depth == 0 || name.startsWith("java.lang.")) {
            return List.of();
        }
        return mirror.getAnnotationType().asElement().getAnnotationMirrors().stream()
                .map(meta -> definitions(meta, depth - 1))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> Stream.concat(Stream.of(mirror), found.stream()).toList())
                .orElse(List.of());
    }

    boolean isOn(Element element) {
        return declaration.equals(element);
    }

    /** Returns the name of the type that has the annotation. */
    String owner() {
        return declaration.getSimpleName().toString();
    }

    /** Returns the name of the element with the exceptions that roll back. */
    String rollback() {
        return spring ? "rollbackFor" : "rollbackOn";
    }

    /** Returns the name of the element with the exceptions that do not roll back. */
    String noRollback() {
        return spring ? "noRollbackFor" : "dontRollbackOn";
    }

    Stream<TypeMirror> classes(String element) {
        return definitions.stream().flatMap(mirror -> Annotations.classes(mirror, element));
    }

    Stream<String> patterns(String element) {
        return definitions.stream().flatMap(mirror -> Annotations.strings(mirror, element));
    }

    /** Returns whether the method runs without a transaction, or in a read-only one. */
    boolean isWithoutWrites() {
        return definitions.stream()
                .anyMatch(mirror -> Annotations.flag(mirror, "readOnly").orElse(false)
                        || Stream.of("propagation", "value")
                                .flatMap(element -> Annotations.constant(mirror, element).stream())
                                .anyMatch(WITHOUT_TRANSACTION::contains));
    }
}
