package dev.escapement.processor.read;

import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * A lookup of the constants to which {@code {@value}} tags refer. It finds constants of the documented type and its
 * enclosing types, of types in the same package or in {@code java.lang}, and of types with a qualified name. Imports
 * are not part of the compiler's model.
 */
final class JavadocConstants {

    private final Element documented;
    private final Elements elements;

    JavadocConstants(Element documented, Elements elements) {
        this.documented = documented;
        this.elements = elements;
    }

    /** Returns the value in a tag such as {@code {@value Integer#MAX_VALUE}}, empty if it is unknown. */
    String value(String content) {
        String[] parts = content.strip().split("\\s+", -1);
        String reference = parts[parts.length - 1];
        int hash = reference.indexOf('#');
        if (hash < 0) {
            return "";
        }
        String constant = reference.substring(hash + 1);
        Object value = types(reference.substring(0, hash))
                .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
                .filter(field -> field.getSimpleName().contentEquals(constant))
                .map(VariableElement::getConstantValue)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("");
        return parts.length > 1 && parts[0].startsWith("%") ? formatted(parts[0], value) : value.toString();
    }

    private static String formatted(String format, Object value) {
        try {
            return String.format(Locale.ROOT, format, value);
        } catch (IllegalArgumentException invalidFormat) {
            return value.toString();
        }
    }

    private Stream<TypeElement> types(String name) {
        if (name.isEmpty()) {
            return Stream.iterate(documented, TypeElement.class::isInstance, JavaTypes::enclosing)
                    .map(TypeElement.class::cast);
        }
        String packageName = JavaTypes.packageName(documented);
        Stream<String> enclosing = types("").map(type -> type.getQualifiedName() + ".");
        return Stream.concat(enclosing, Stream.of("", packageName + ".", "java.lang."))
                .map(prefix -> elements.getTypeElement(prefix + name))
                .flatMap(Stream::ofNullable);
    }
}
