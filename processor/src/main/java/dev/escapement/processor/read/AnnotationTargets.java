package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.TypeFault;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The checks for types annotated with {@code @Tool} or {@code @Codec}. */
final class AnnotationTargets {

    private AnnotationTargets() {}

    /**
     * Returns whether a type is a valid target of its {@code @Tool} and {@code @Codec} annotations. Reports a problem
     * for each annotation that does not apply to the type.
     */
    static boolean areRight(TypeElement type, Problems problems) {
        boolean tool = !Annotations.has(type, RuntimeNames.TOOL) || isTool(type, problems);
        boolean codec = !Annotations.has(type, RuntimeNames.CODEC) || isCodec(type, problems);
        return tool && codec;
    }

    static boolean isTool(TypeElement type, Problems problems) {
        Clause kind = TypeFault.NOT_A_RECORD.with(TypeText.kind(type));
        return is(type.getKind() == ElementKind.RECORD, kind, ProblemKind.TOOL_TARGET, type, problems);
    }

    static boolean isCodec(TypeElement type, Problems problems) {
        boolean data = type.getKind() == ElementKind.RECORD || type.getKind() == ElementKind.ENUM || isUnion(type);
        return is(data, TypeText.kind(type), ProblemKind.CODEC_TARGET, type, problems);
    }

    /** Returns whether a type is a sealed interface. */
    static boolean isUnion(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
    }

    private static boolean is(boolean right, Clause kind, ProblemKind otherwise, TypeElement type, Problems problems) {
        if (right && type.getTypeParameters().isEmpty()) {
            return true;
        }
        Clause fault = right ? TypeFault.GENERIC : kind;
        problems.add(otherwise, SourceRef.of(type), type.getSimpleName(), fault);
        return false;
    }
}
