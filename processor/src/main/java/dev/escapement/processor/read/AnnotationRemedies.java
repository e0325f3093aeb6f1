package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;

/** The remedies for unsupported annotations, and for unsupported elements of supported annotations. */
final class AnnotationRemedies {

    private static final Map<String, AnnotationRemedy> BY_NAME = Map.ofEntries(
            Map.entry("JsonValue", AnnotationRemedy.JSON_VALUE),
            Map.entry("JsonCreator", AnnotationRemedy.JSON_CREATOR),
            Map.entry("JsonIgnore", AnnotationRemedy.JSON_IGNORE),
            Map.entry("JsonAlias", AnnotationRemedy.JSON_ALIAS),
            Map.entry("JsonGetter", AnnotationRemedy.JSON_NAME),
            Map.entry("JsonSetter", AnnotationRemedy.JSON_NAME),
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
            Map.entry("JsonDeserialize", AnnotationRemedy.JSON_SERIALIZE),
            Map.entry("JsonTypeInfo", AnnotationRemedy.ON_SEALED_INTERFACE),
            Map.entry("JsonSubTypes", AnnotationRemedy.ON_SEALED_INTERFACE),
            Map.entry("JsonTypeName", AnnotationRemedy.ON_PERMITTED_RECORD),
            Map.entry("Null", AnnotationRemedy.NEVER_PRESENT),
            Map.entry("JsonbProperty", AnnotationRemedy.JSON_NAME),
            Map.entry("JsonbTransient", AnnotationRemedy.JSON_IGNORE),
            Map.entry("JsonbDateFormat", AnnotationRemedy.JSON_FORMAT),
            Map.entry("JsonbNumberFormat", AnnotationRemedy.JSON_FORMAT),
            Map.entry("JsonbNillable", AnnotationRemedy.NULLABLE),
            Map.entry("JsonbPropertyOrder", AnnotationRemedy.JSON_PROPERTY_ORDER),
            Map.entry("JsonbCreator", AnnotationRemedy.JSON_CREATOR),
            Map.entry("JsonbTypeAdapter", AnnotationRemedy.JSON_SERIALIZE),
            Map.entry("JsonbTypeSerializer", AnnotationRemedy.JSON_SERIALIZE),
            Map.entry("JsonbTypeDeserializer", AnnotationRemedy.JSON_SERIALIZE),
            Map.entry("JsonbTypeInfo", AnnotationRemedy.TYPE_INFO_INSTEAD),
            Map.entry("JsonbSubtype", AnnotationRemedy.TYPE_INFO_INSTEAD),
            Map.entry("SerializedName", AnnotationRemedy.JSON_NAME),
            Map.entry("Expose", AnnotationRemedy.JSON_IGNORE),
            Map.entry("JsonAdapter", AnnotationRemedy.JSON_SERIALIZE),
            Map.entry("Json", AnnotationRemedy.JSON_NAME),
            Map.entry("Json.Property", AnnotationRemedy.JSON_NAME),
            Map.entry("Json.Ignore", AnnotationRemedy.JSON_IGNORE),
            Map.entry("Json.Alias", AnnotationRemedy.JSON_ALIAS),
            Map.entry("Schema", AnnotationRemedy.DESCRIBE),
            Map.entry("ArraySchema", AnnotationRemedy.DESCRIBE),
            Map.entry("Parameter", AnnotationRemedy.DESCRIBE),
            Map.entry("Hidden", AnnotationRemedy.JSON_IGNORE),
            Map.entry("ApiModel", AnnotationRemedy.DESCRIBE),
            Map.entry("ApiModelProperty", AnnotationRemedy.DESCRIBE),
            Map.entry("ApiParam", AnnotationRemedy.DESCRIBE));

    /** The remedies for elements of {@code @Schema} and {@code @JsonProperty}. */
    private static final Map<String, AnnotationRemedy> BY_ELEMENT = Map.ofEntries(
            Map.entry("name", AnnotationRemedy.JSON_NAME),
            Map.entry("required", AnnotationRemedy.OPTIONAL),
            Map.entry("requiredMode", AnnotationRemedy.OPTIONAL),
            Map.entry("nullable", AnnotationRemedy.NULLABLE),
            Map.entry("defaultValue", AnnotationRemedy.JSON_DEFAULT),
            Map.entry("allowableValues", AnnotationRemedy.ENUM),
            Map.entry("example", AnnotationRemedy.IN_DESCRIPTION),
            Map.entry("examples", AnnotationRemedy.IN_DESCRIPTION),
            Map.entry("title", AnnotationRemedy.IN_DESCRIPTION),
            Map.entry("hidden", AnnotationRemedy.JSON_IGNORE),
            Map.entry("accessMode", AnnotationRemedy.JSON_IGNORE),
            Map.entry("type", AnnotationRemedy.JSON_SERIALIZE),
            Map.entry("implementation", AnnotationRemedy.JSON_SERIALIZE),
            Map.entry("format", AnnotationRemedy.JSON_FORMAT),
            Map.entry("pattern", AnnotationRemedy.CONSTRAINT),
            Map.entry("minLength", AnnotationRemedy.CONSTRAINT),
            Map.entry("maxLength", AnnotationRemedy.CONSTRAINT),
            Map.entry("minimum", AnnotationRemedy.CONSTRAINT),
            Map.entry("maximum", AnnotationRemedy.CONSTRAINT),
            Map.entry("discriminatorProperty", AnnotationRemedy.TYPE_INFO_INSTEAD));

    private AnnotationRemedies() {}

    static AnnotationRemedy of(AnnotationMirror mirror) {
        return Optional.ofNullable(BY_NAME.get(Annotations.shortName(mirror)))
                .filter(remedy -> AnnotationFamilies.isNamed(mirror))
                .or(() -> ComposedAnnotations.remedy(mirror))
                .orElse(
                        Annotations.name(mirror).contains(".validation.")
                                ? AnnotationRemedy.CHECK_VALUE
                                : AnnotationRemedy.NONE);
    }

    /** Returns the remedy for an element of a supported annotation. */
    static AnnotationRemedy of(String element) {
        return BY_ELEMENT.getOrDefault(element, AnnotationRemedy.NONE);
    }
}
