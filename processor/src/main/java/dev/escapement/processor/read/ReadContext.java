package dev.escapement.processor.read;

import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.RuntimeNames;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What all readers of a compilation share.
 *
 * @param elements the compiler's elements
 * @param types the compiler's types
 * @param defaultNaming what the compiler option says
 */
public record ReadContext(Elements elements, Types types, Naming defaultNaming) {

    Described described() {
        return new Described(elements);
    }

    /** Whether a generated class beside a type reads and writes it. */
    boolean hasOwnCodec(TypeElement type) {
        return Annotations.has(type, RuntimeNames.TOOL) || Annotations.has(type, RuntimeNames.CODEC);
    }

    /** The generated class that reads and writes a type. */
    JavaType codecOf(TypeElement type) {
        return JavaTypes.of(type).generated(Annotations.has(type, RuntimeNames.TOOL) ? "Spec" : "Codec");
    }

    /** How the properties of an annotated type are named. */
    Naming naming(TypeElement type) {
        Optional<? extends AnnotationMirror> annotation = Annotations.find(type, RuntimeNames.TOOL);
        if (annotation.isEmpty()) {
            annotation = Annotations.find(type, RuntimeNames.CODEC);
        }
        return annotation
                .flatMap(mirror -> Annotations.constant(mirror, "naming"))
                .filter(constant -> !constant.equals("INHERIT"))
                .map(Naming::valueOf)
                .orElse(defaultNaming);
    }
}
