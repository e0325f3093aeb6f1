package dev.escapement.processor.diagnostic;

/** Replacements for annotations that are not honoured, as the end of the sentence "Remove it". */
public enum AnnotationRemedy implements Wording {
    NONE(""),
    COMPOSED_CONSTRAINT(
            "; write the annotations of jakarta.validation.constraints that it stands for, or check the value in the"
                    + " compact constructor"),
    COMPOSED_JACKSON("; write the annotations of Jackson that it stands for"),
    ON_COMPONENT("; names and the like belong on the components"),
    CONSTRAINT_ON_COMPONENT("; constraints belong on the components"),
    ON_SEALED_INTERFACE("; it belongs on the sealed interface"),
    LIST_OF_PRIMITIVES("; elements of arrays of primitives are not checked, those of lists are"),
    ONE_NAME("; a record has one name, name = …"),
    TYPE_INFO("; types are told apart with use = NAME, include = PROPERTY and a property"),
    OPTIONAL("; what may be left out is an Optional, all else is required"),
    VALUE_METHOD(
            "; or let it give a String, without parameters, not static and not private, and public if another package"
                    + " generates from it"),
    CREATOR_METHOD(
            "; or let it be a static method that makes the enum of one String, not private, and public if another"
                    + " package generates from it"),
    ONE_METHOD("; there is one already"),
    /** Arguments: the constants without a text. */
    TEXT_OF_CONSTANTS(
            ", or say the value on each constant, which has to be known at compile time: @JsonProperty(\"…\") is missing on"
                    + " {0}"),
    JSON_VALUE("; a record is an object with a property for each component"),
    JSON_CREATOR("; a record is made with its canonical constructor"),
    JSON_IGNORE("; leave the component out of the record"),
    JSON_ALIAS("; a property has one name"),
    JSON_NAMING("; for names in snake_case write naming = SNAKE_CASE in @Tool or @Codec, or compile with"
            + " -Aescapement.naming=snake_case"),
    JSON_IGNORE_PROPERTIES(
            "; leave those components out of the record, and know that a property without a component is a"
                    + " violation"),
    JSON_INCLUDE("; an Optional that is empty is left out, and all else is written"),
    JSON_FORMAT("; use the type of java.time whose ISO form it is, or a String with @Pattern for another form"),
    JSON_PROPERTY_ORDER("; properties are written in the order of the components"),
    JSON_UNWRAPPED("; make the components of that type components of this one"),
    JSON_ENUM_DEFAULT_VALUE("; a constant that does not exist is a violation"),
    JSON_ANY("; make it an ordinary component of type Map"),
    JSON_RAW_VALUE("; use a component of type JsonText"),
    JSON_SERIALIZE("; the type of a component alone says how it is read and written");

    private final String template;

    AnnotationRemedy(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
