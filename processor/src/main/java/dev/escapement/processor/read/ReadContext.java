package dev.escapement.processor.read;

import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.RuntimeNames;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Descriptions for what is generated from a type. */
    DescriptionFinder described(TypeElement root) {
        return new DescriptionFinder(elements, root);
    }

    /** Whether a generated class beside a type reads and writes it. */
    boolean hasOwnCodec(TypeElement type) {
        return Annotations.has(type, RuntimeNames.TOOL) || Annotations.has(type, RuntimeNames.CODEC);
    }

    /** The generated class that reads and writes a type. */
    JavaType codecOf(TypeElement type) {
        return JavaTypes.of(type).generated(Annotations.has(type, RuntimeNames.TOOL) ? "Spec" : "Codec");
    }

    /** How the properties of a type are named for which a class is being generated now. */
    Naming naming(TypeElement type) {
        return written(type).orElse(defaultNaming);
    }

    /**
     * How the properties of a type are named that has a codec of its own. If that was generated before, it says so
     * itself: the option of this compilation says nothing about another.
     */
    Naming namingOfCodec(TypeElement type) {
        return written(type).orElseGet(() -> {
            TypeElement codec = elements.getTypeElement(codecOf(type).qualifiedName());
            return codec == null
                    ? defaultNaming
                    : Annotations.find(codec, RuntimeNames.GENERATED)
                            .map(generated -> Annotations.constant(generated, "naming")
                                    .map(Naming::valueOf)
                                    .orElse(Naming.AS_DECLARED))
                            .orElse(defaultNaming);
        });
    }

    /** The naming that the annotation of a type asks for. */
    private static Optional<Naming> written(TypeElement type) {
        return Stream.of(RuntimeNames.TOOL, RuntimeNames.CODEC)
                .flatMap(annotation -> Annotations.find(type, annotation).stream())
                .findFirst()
                .flatMap(mirror -> Annotations.constant(mirror, "naming"))
                .filter(constant -> !constant.equals("INHERIT"))
                .map(Naming::valueOf);
    }
}
