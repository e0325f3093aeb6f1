package dev.escapement.processor.read;

import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;

/** The alternatives to annotations that are not supported, as the rest of the sentence "Remove it". */
final class AnnotationRemedies {

    private static final String ITS_TYPE = "; the type of a component alone says how it is read and written";

    private static final Map<String, String> OF_JACKSON = Map.ofEntries(
            Map.entry("JsonValue", "; a record is an object with a property for each component"),
            Map.entry("JsonCreator", "; a record is made with its canonical constructor"),
            Map.entry("JsonIgnore", "; leave the component out of the record"),
            Map.entry("JsonAlias", "; a property has one name"),
            Map.entry(
                    "JsonNaming",
                    "; for names in snake_case write naming = SNAKE_CASE in @Tool or @Codec, or compile with"
                            + " -Aescapement.naming=snake_case"),
            Map.entry(
                    "JsonIgnoreProperties",
                    "; leave those components out of the record, and know that a property without a component is a"
                            + " violation"),
            Map.entry("JsonInclude", "; an Optional that is empty is left out, and all else is written"),
            Map.entry(
                    "JsonFormat",
                    "; use the type of java.time whose ISO form it is, or a String with @Pattern for another form"),
            Map.entry("JsonPropertyOrder", "; properties are written in the order of the components"),
            Map.entry("JsonUnwrapped", "; make the components of that type components of this one"),
            Map.entry("JsonEnumDefaultValue", "; a constant that does not exist is a violation"),
            Map.entry("JsonAnySetter", "; make it an ordinary component of type Map"),
            Map.entry("JsonAnyGetter", "; make it an ordinary component of type Map"),
            Map.entry("JsonRawValue", "; use a component of type JsonText"),
            Map.entry("JsonSerialize", ITS_TYPE),
            Map.entry("JsonDeserialize", ITS_TYPE));

    private AnnotationRemedies() {}

    static String of(AnnotationMirror mirror) {
        if (Annotations.name(mirror).contains(".validation.constraints.") || ComposedAnnotations.isOne(mirror)) {
            return ComposedAnnotations.remedy(mirror);
        }
        return Optional.ofNullable(OF_JACKSON.get(Annotations.shortName(mirror)))
                .orElse("");
    }
}
