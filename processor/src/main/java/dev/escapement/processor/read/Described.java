package dev.escapement.processor.read;

import dev.escapement.processor.model.RuntimeNames;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds descriptions: our annotation, else Jackson's, else the documentation comment. */
final class Described {

    private final Elements elements;

    Described(Elements elements) {
        this.elements = elements;
    }

    /** What a type is; may be empty. */
    String type(TypeElement type) {
        return Annotations.string(type, RuntimeNames.DESCRIBE, "value")
                .or(() -> Annotations.string(type, RuntimeNames.JSON_CLASS_DESCRIPTION, "value"))
                .orElseGet(() -> Javadoc.of(type, elements).description());
    }

    /** What a component of a record is; may be empty. */
    String component(RecordComponentElement component, Javadoc ofRecord) {
        return Annotations.string(component, RuntimeNames.DESCRIBE, "value")
                .or(() -> jackson(component))
                .or(() -> ofRecord.parameter(component.getSimpleName().toString()))
                .orElse("");
    }

    private static Optional<String> jackson(RecordComponentElement component) {
        return JacksonAnnotations.on(component)
                .filter(mirror -> Annotations.name(mirror).equals(RuntimeNames.JSON_PROPERTY_DESCRIPTION))
                .findFirst()
                .flatMap(mirror -> Annotations.string(mirror, "value"));
    }
}
