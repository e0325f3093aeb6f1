package dev.escapement.processor.read;

import dev.escapement.processor.model.RuntimeNames;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * A finder of the descriptions of types and record components. It uses {@code @Describe}, otherwise Jackson's
 * annotation, otherwise the documentation comment.
 */
final class DescriptionFinder {

    private final Elements elements;
    private final Element file;

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
        return JavaTypes.outermost(type).equals(file) ? Javadoc.of(type, elements) : Javadoc.parse(null);
    }

    /** Returns the description of a type, empty if it has none. */
    String type(TypeElement type) {
        return Annotations.string(type, RuntimeNames.DESCRIBE, "value")
                .or(() -> Annotations.string(type, RuntimeNames.JSON_CLASS_DESCRIPTION, "value"))
                .orElseGet(() -> javadoc(type).description());
    }

    /** Returns the description of a record component, empty if it has none. */
    String component(RecordComponentElement component, Javadoc ofRecord) {
        return Annotations.string(component, RuntimeNames.DESCRIBE, "value")
                .or(() -> jackson(component))
                .or(() -> ofRecord.parameter(component.getSimpleName().toString()))
                .orElse("");
    }

    private static Optional<String> jackson(RecordComponentElement component) {
        return JacksonNames.on(component)
                .filter(mirror -> Annotations.name(mirror).equals(RuntimeNames.JSON_PROPERTY_DESCRIPTION))
                .findFirst()
                .flatMap(mirror -> Annotations.string(mirror, "value"));
    }
}
