package dev.escapement.processor.diagnostic;

/** The alternatives to unsupported annotations, each as the end of a sentence that begins with "Remove it". */
public enum AnnotationRemedy implements Wording {
    NONE(""),
    COMPOSED_CONSTRAINT(", and use the annotations of jakarta.validation.constraints that it combines, or check the"
            + " value in the compact constructor"),
    COMPOSED_JACKSON(", and use the Jackson annotations that it combines"),
    ON_COMPONENT(", or move it to a record component"),
    CONSTRAINT_ON_COMPONENT(", or move the constraint to a record component"),
    ON_SEALED_INTERFACE(", or move it to the sealed interface"),
    LIST_OF_PRIMITIVES(", or use a List: elements of primitive arrays are not checked"),
    ONE_NAME(", and set one name with name = \"…\""),
    TYPE_INFO(", or identify the types with use = NAME, include = PROPERTY and a property"),
    OPTIONAL(", and use Optional for a property that can be omitted: all other properties are required"),
    VALUE_METHOD(", or move it to an instance method without parameters that returns String and is not private"
            + " (public if code is generated in another package)"),
    CREATOR_METHOD(", or move it to a static method that converts one String to the enum and is not private (public"
            + " if code is generated in another package)"),
    ONE_METHOD(": the enum already has one"),
    /** The argument is the list of constants whose JSON name is unknown. */
    TEXT_OF_CONSTANTS(", or add @JsonProperty(\"…\") to the constants whose value is not known at compile time: {0}"),
    JSON_VALUE(": a record is encoded as an object with one property for each component"),
    JSON_CREATOR(": a record is created with its canonical constructor"),
    JSON_IGNORE(", or remove the component from the record"),
    JSON_ALIAS(": a property has exactly one name"),
    JSON_NAMING(", and use naming = SNAKE_CASE in @Tool or @Codec, or compile with -Aescapement.naming=snake_case"),
    JSON_IGNORE_PROPERTIES(", and remove these components from the record: a property without a component is rejected"),
    JSON_INCLUDE(": an empty Optional is omitted, and every other value is written"),
    JSON_FORMAT(", and use the java.time type with the required ISO format, or a String with @Pattern"),
    JSON_PROPERTY_ORDER(": properties are written in the order of the components"),
    JSON_UNWRAPPED(", and declare the components of that type in this record"),
    JSON_ENUM_DEFAULT_VALUE(": an unknown constant is rejected"),
    JSON_ANY(", and use a component of type Map"),
    JSON_RAW_VALUE(", and use a component of type JsonText"),
    JSON_SERIALIZE(": the type of a component determines its JSON form");

    private final String template;

    AnnotationRemedy(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
