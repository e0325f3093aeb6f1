package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;

/** The remedies for unsupported annotations. */
final class AnnotationRemedies {

    private static final Map<String, AnnotationRemedy> OF_JACKSON = Map.ofEntries(
            Map.entry("JsonValue", AnnotationRemedy.JSON_VALUE),
            Map.entry("JsonCreator", AnnotationRemedy.JSON_CREATOR),
            Map.entry("JsonIgnore", AnnotationRemedy.JSON_IGNORE),
            Map.entry("JsonAlias", AnnotationRemedy.JSON_ALIAS),
            Map.entry("JsonNaming", AnnotationRemedy.JSON_NAMING),
            Map.entry("JsonIgnoreProperties", AnnotationRemedy.JSON_IGNORE_PROPERTIES),
            Map.entry("JsonInclude", AnnotationRemedy.JSON_INCLUDE),
            Map.entry("JsonFormat", AnnotationRemedy.JSON_FORMAT),
            Map.entry("JsonPropertyOrder", AnnotationRemedy.JSON_PROPERTY_ORDER),
            Map.entry("JsonUnwrapped", AnnotationRemedy.JSON_UNWRAPPED),
            Map.entry("JsonEnumDefaultValue", AnnotationRemedy.JSON_ENUM_DEFAULT_VALUE),
            Map.entry("JsonAnySetter", AnnotationRemedy.JSON_ANY),
            Map.entry("JsonAnyGetter", AnnotationRemedy.JSON_ANY),
            Map.entry("JsonRawValue", AnnotationRemedy.JSON_RAW_VALUE),
            Map.entry("JsonSerialize", AnnotationRemedy.JSON_SERIALIZE),
            Map.entry("JsonDeserialize", AnnotationRemedy.JSON_SERIALIZE));

    private AnnotationRemedies() {}

    static AnnotationRemedy of(AnnotationMirror mirror) {
        if (Annotations.name(mirror).contains(".validation.constraints.") || ComposedAnnotations.isOne(mirror)) {
            return ComposedAnnotations.remedy(mirror);
        }
        return Optional.ofNullable(OF_JACKSON.get(Annotations.shortName(mirror)))
                .orElse(AnnotationRemedy.NONE);
    }
}
