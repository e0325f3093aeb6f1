package dev.escapement.processor.read;

import dev.escapement.internal.text.BlankText;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.TextOwner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * A finder of the descriptions of types and record components. It uses {@code @Describe}, otherwise Jackson's
 * annotation, otherwise the {@code description} of Swagger's {@code @Schema}, otherwise the documentation comment.
 */
final class DescriptionFinder {

    /** The qualified name of Swagger's annotation. */
    static final String SCHEMA = "io.swagger.v3.oas.annotations.media.Schema";

    private final Elements elements;
    private final Element file;
    private final Map<TextOwner, String> written = new HashMap<>();

    /**
     * Creates a finder for the code generated from one type.
     *
     * @param root the type; only documentation comments in its own file count. Those of another file may be
     *     unavailable, as in a class file, and the same type must get the same schema regardless of the other types in
     *     the compilation
     */
    DescriptionFinder(Elements elements, TypeElement root) {
        this.elements = elements;
        this.file = JavaTypes.outermost(root);
    }

    /** Returns the documentation comment of a type. */
    Javadoc javadoc(TypeElement type) {
        return JavaTypes.outermost(type).equals(file) ? Javadoc.of(type, elements) : Javadoc.NONE;
    }

    /** Returns the description of a type, empty if it has none. */
    String type(TypeElement type) {
        JavaType name = JavaTypes.of(type);
        Annotations.find(type, RuntimeNames.TOOL).ifPresent(tool -> {
            String toolName = Annotations.string(tool, "name").orElse("");
            written.put(TextOwner.tool(name), toolName + Annotations.constants(tool, "lenient"));
        });
        return written(
                        TextOwner.type(name),
                        visible(Annotations.string(type, RuntimeNames.DESCRIBE, "value"))
                                .or(() ->
                                        visible(Annotations.string(type, RuntimeNames.JSON_CLASS_DESCRIPTION, "value")))
                                .or(() -> visible(Annotations.string(type, SCHEMA, "description"))))
                .or(() -> visible(Optional.of(javadoc(type).description())))
                .orElse("");
    }

    /** Returns the description of a record component, empty if it has none. */
    String component(RecordComponentElement component, Javadoc ofRecord) {
        JavaType record = JavaTypes.of((TypeElement) JavaTypes.enclosing(component));
        return written(
                        TextOwner.component(record, component.getSimpleName().toString()),
                        visible(Annotations.string(component, RuntimeNames.DESCRIBE, "value"))
                                .or(() -> foreign(component, RuntimeNames.JSON_PROPERTY_DESCRIPTION, "value"))
                                .or(() -> foreign(component, SCHEMA, "description")))
                .or(() -> visible(ofRecord.parameter(component.getSimpleName().toString())))
                .orElse("");
    }

    /** Returns the main description in the documentation comment of a method, empty if it has none. */
    String method(ExecutableElement method) {
        TypeElement owner = (TypeElement) JavaTypes.enclosing(method);
        String description = JavaTypes.outermost(owner).equals(file)
                ? Javadoc.of(method, elements).description()
                : "";
        return visible(Optional.of(description)).orElse("");
    }

    /**
     * Returns the texts found in annotations. In contrast to documentation comments, they are the same for each type
     * that refers to these types.
     */
    Map<TextOwner, String> written() {
        return Map.copyOf(written);
    }

    private Optional<String> written(TextOwner owner, Optional<String> description) {
        description.ifPresent(text -> written.put(owner, text));
        return description;
    }

    private static Optional<String> foreign(RecordComponentElement component, String annotation, String member) {
        return visible(JacksonNames.on(component)
                .filter(mirror -> Annotations.name(mirror).equals(annotation))
                .findFirst()
                .flatMap(mirror -> Annotations.string(mirror, member)));
    }

    /** Returns a description unless it contains no visible character. */
    private static Optional<String> visible(Optional<String> description) {
        return description.filter(text -> !BlankText.is(text));
    }
}
