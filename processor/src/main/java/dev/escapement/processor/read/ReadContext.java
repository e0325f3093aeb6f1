package dev.escapement.processor.read;

import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.RuntimeNames;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The state shared by all readers of a compilation.
 *
 * @param elements the compiler's elements
 * @param types the compiler's types
 * @param isAuxiliary the predicate that tests whether a top-level class is in a source file with another name
 * @param defaultNaming the naming set by the compiler option
 * @param components the reader of the types of record components
 */
public record ReadContext(
        Elements elements,
        Types types,
        Predicate<TypeElement> isAuxiliary,
        Naming defaultNaming,
        ComponentTypes components) {

    /** Returns the state for one round. */
    public static ReadContext of(
            ProcessingEnvironment environment, Naming defaultNaming, Predicate<Element> isCompiled) {
        return new ReadContext(
                environment.getElementUtils(),
                environment.getTypeUtils(),
                new AuxiliaryTypes(environment)::isAuxiliary,
                defaultNaming,
                new ComponentTypes(environment, isCompiled));
    }

    /** Returns a description finder for the code generated from a type. */
    DescriptionFinder described(TypeElement root) {
        return new DescriptionFinder(elements, root);
    }

    /** Returns whether a type has its own generated codec. */
    boolean hasOwnCodec(TypeElement type) {
        return Annotations.has(type, RuntimeNames.TOOL) || Annotations.has(type, RuntimeNames.CODEC);
    }

    /** Returns the name of the generated class that reads and writes a type. */
    JavaType codecOf(TypeElement type) {
        return JavaTypes.of(type).generated(Annotations.has(type, RuntimeNames.TOOL) ? "Spec" : "Codec");
    }

    /** Returns the property naming for a type whose class is generated in this compilation. */
    Naming naming(TypeElement type) {
        return written(type).orElse(defaultNaming);
    }

    /**
     * Returns the property naming for a type annotated with {@code @Tool} or {@code @Codec}. A codec generated earlier
     * declares its naming; the option of this compilation does not apply to it.
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

    /** Returns the naming that a type's annotation selects, empty if the annotation does not select a naming. */
    private static Optional<Naming> written(TypeElement type) {
        return Stream.of(RuntimeNames.TOOL, RuntimeNames.CODEC)
                .flatMap(annotation -> Annotations.find(type, annotation).stream())
                .findFirst()
                .flatMap(mirror -> Annotations.constant(mirror, "naming"))
                .filter(constant -> !constant.equals("INHERIT"))
                .map(Naming::valueOf);
    }
}
