package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A check that rejects unsupported annotations on an agent, its methods and their parameters. Constraints are supported
 * on a method that returns a value to the model, and on the payload of a trigger.
 */
final class AgentAnnotations {

    private static final Set<String> WRAPPERS = Set.of(RuntimeNames.FINISH, RuntimeNames.PAUSE);

    private AgentAnnotations() {}

    static void refuseOnClass(TypeElement type, Problems problems) {
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            if (Annotations.name(mirror).equals(RuntimeNames.DESCRIBE)) {
                refuse(type, mirror, AnnotationRemedy.ON_TOOL, problems);
            } else if (AnnotationFamilies.isForeign(mirror)) {
                refuse(type, mirror, AnnotationRemedies.of(mirror), problems);
            }
        }
    }

    static void refuseOnMethod(ExecutableElement method, Problems problems) {
        for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
            if (BeanValidationAnnotations.isRead(mirror)) {
                if (!returnsValue(method)) {
                    refuse(method, mirror, remedy(method), problems);
                }
            } else if (AnnotationFamilies.isForeign(mirror)) {
                refuse(method, mirror, AnnotationRemedies.of(mirror), problems);
            }
        }
        boolean trigger = Annotations.has(method, RuntimeNames.TRIGGER);
        for (VariableElement parameter : method.getParameters()) {
            for (AnnotationMirror mirror : parameter.getAnnotationMirrors()) {
                boolean constraint = BeanValidationAnnotations.isRead(mirror);
                boolean read = constraint && (trigger || BeanValidationAnnotations.isNotNull(mirror));
                if (AnnotationFamilies.isForeign(mirror) && !read) {
                    refuse(
                            parameter,
                            mirror,
                            constraint ? AnnotationRemedy.CONSTRAINT_ON_COMPONENT : AnnotationRemedies.of(mirror),
                            problems);
                }
            }
        }
    }

    /** Returns whether the returned value itself is sent to the model. */
    private static boolean returnsValue(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        boolean mayReturnValue =
                Annotations.has(method, RuntimeNames.STEP) || Annotations.has(method, RuntimeNames.JOIN);
        return Annotations.has(method, RuntimeNames.PREFETCH)
                || (mayReturnValue
                        && !FlowReader.isFlow(type)
                        && ToolTypes.of(type).isNone()
                        && type.getKind() != TypeKind.VOID);
    }

    private static AnnotationRemedy remedy(ExecutableElement method) {
        return WRAPPERS.contains(JavaTypes.qualifiedName(method.getReturnType()))
                ? AnnotationRemedy.ON_TYPE_ARGUMENT
                : AnnotationRemedy.CONSTRAINT_ON_COMPONENT;
    }

    private static void refuse(Element at, AnnotationMirror mirror, AnnotationRemedy remedy, Problems problems) {
        Annotations.values(mirror); // throws an exception if the compiler reports the annotation
        problems.add(
                ProblemKind.UNSUPPORTED_ANNOTATION,
                SourceRef.of(at).at(mirror),
                Annotations.shortName(mirror),
                TypeText.place(at),
                remedy);
    }
}
