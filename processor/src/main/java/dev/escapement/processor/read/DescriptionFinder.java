package dev.escapement.processor.read;

import dev.escapement.processor.model.RuntimeNames;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds descriptions: our annotation, otherwise that of Jackson, otherwise the documentation comment. */
final class DescriptionFinder {

    private final Elements elements;
    private final Element file;

    /**
     * Descriptions for what is generated from one type.
     *
     * @param root the type; documentation comments count in its own file only. Those of another may be out of sight, as
     *     in a class file, and the same type must get the same schema however much is compiled along with it
     */
    DescriptionFinder(Elements elements, TypeElement root) {
        this.elements = elements;
        this.file = JavaTypes.outermost(root);
    }

    /** The documentation comment of a type. */
    Javadoc javadoc(TypeElement type) {
        return JavaTypes.outermost(type).equals(file) ? Javadoc.of(type, elements) : Javadoc.parse(null);
    }

    /** What a type is; may be empty. */
    String type(TypeElement type) {
        return Annotations.string(type, RuntimeNames.DESCRIBE, "value")
                .or(() -> Annotations.string(type, RuntimeNames.JSON_CLASS_DESCRIPTION, "value"))
                .orElseGet(() -> javadoc(type).description());
    }

    /** What a component of a record is; may be empty. */
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
