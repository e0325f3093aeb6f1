package dev.escapement.processor;

import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.read.AgentReader;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The rules that decide whether the processor claims the annotations of a round.
 *
 * <p>With {@code -Xlint:processing}, javac warns about annotations that no processor claims, so the processor claims
 * its own, and those of generated code. The consequences, from javac's {@code JavacProcessingEnvironment}:
 *
 * <ul>
 *   <li>A later processor that supports one of these annotations by name is not called for them.
 *   <li>A later processor that supports {@code "*"} receives all other annotations. It is not called in a round without
 *       any other annotation, {@code @Override} included, unless it was called in an earlier round.
 *   <li>Annotations of other libraries remain unclaimed, and javac warns about them unless another processor claims
 *       them.
 * </ul>
 *
 * <p>Nothing is claimed in the second case while a type waits for another type that such a processor may generate.
 */
final class AnnotationClaims {

    /** The qualified names of Escapement's own annotations. */
    private static final Set<String> OWN = own();

    /** The qualified names of the annotations that the processor declares as supported. */
    static final Set<String> SUPPORTED = supported();

    private AnnotationClaims() {}

    /**
     * Returns whether the processor claims the supported annotations of a round.
     *
     * @param annotations the supported annotations that are present
     * @param waiting whether a type waits for a later round
     */
    static boolean areMade(Set<? extends TypeElement> annotations, RoundEnvironment round, boolean waiting) {
        return annotations.stream().anyMatch(annotation -> OWN.contains(name(annotation)))
                && (!waiting || round.getRootElements().stream().anyMatch(AnnotationClaims::hasOther));
    }

    private static boolean hasOther(Element element) {
        return element.getAnnotationMirrors().stream()
                        .anyMatch(mirror -> !SUPPORTED.contains(
                                name(mirror.getAnnotationType().asElement())))
                || element.getEnclosedElements().stream().anyMatch(AnnotationClaims::hasOther)
                || (element instanceof ExecutableElement method
                        && method.getParameters().stream().anyMatch(AnnotationClaims::hasOther));
    }

    private static String name(Element annotation) {
        return ((TypeElement) annotation).getQualifiedName().toString();
    }

    private static Set<String> own() {
        Set<String> own = new LinkedHashSet<>(ProcessingPipeline.TYPE_ANNOTATIONS);
        own.addAll(AgentReader.METHOD_ANNOTATIONS);
        own.addAll(List.of(RuntimeNames.UPCAST, RuntimeNames.DESCRIBE, RuntimeNames.GENERATED));
        return own;
    }

    private static Set<String> supported() {
        Set<String> supported = new LinkedHashSet<>(OWN);
        supported.add(RuntimeNames.NULL_UNMARKED); // on generated codecs
        return supported;
    }

    /**
     * Returns the elements with each processed annotation that is present. Each search examines all elements of the
     * round, so there is none for an absent annotation.
     */
    static Map<String, Set<? extends Element>> annotated(Set<? extends TypeElement> present, RoundEnvironment round) {
        Map<String, Set<? extends Element>> annotated = new HashMap<>();
        for (TypeElement annotation : present) {
            String name = annotation.getQualifiedName().toString();
            if (ProcessingPipeline.TYPE_ANNOTATIONS.contains(name)
                    || AgentReader.METHOD_ANNOTATIONS.contains(name)
                    || name.equals(RuntimeNames.UPCAST)) {
                annotated.put(name, round.getElementsAnnotatedWith(annotation));
            }
        }
        return annotated;
    }
}
