package dev.escapement.processor.read;

import dev.escapement.processor.model.OptionsModel;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.SourceRef;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** A reader of the options for requests on an agent or one of its methods. */
final class OptionsReader {

    private final SourceRef at;
    private final AnnotationMirror annotation;

    private OptionsReader(SourceRef at, AnnotationMirror annotation) {
        this.at = at;
        this.annotation = annotation;
    }

    /** Returns the options, empty if the element is not annotated with {@code @ModelOptions}. */
    static Optional<OptionsModel> read(Element element) {
        return Annotations.find(element, RuntimeNames.MODEL_OPTIONS)
                .map(annotation -> new OptionsReader(SourceRef.of(element), annotation).options());
    }

    private OptionsModel options() {
        return new OptionsModel(
                value("model", String.class),
                value("temperature", Double.class),
                value("effort", String.class),
                value("maxOutputTokens", Integer.class),
                at.at(annotation));
    }

    /** Returns an explicit value, which can be invalid. */
    private <T> Setting<Optional<T>> value(String member, Class<T> type) {
        Optional<T> value = Annotations.value(annotation, member)
                .map(AnnotationValue::getValue)
                .filter(type::isInstance)
                .map(type::cast);
        return Annotations.setting(at, annotation, member, value);
    }
}
