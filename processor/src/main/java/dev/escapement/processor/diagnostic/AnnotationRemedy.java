package dev.escapement.processor.diagnostic;

/** The alternatives to unsupported annotations, each phrased as the end of a sentence that begins with "Remove". */
public enum AnnotationRemedy implements Wording {
    NONE(""),
    COMPOSED_CONSTRAINT(", and use the jakarta.validation.constraints annotations that it combines, or check the"
            + " value in the compact constructor"),
    CHECK_VALUE(", and check the value in the compact constructor"),
    COMPOSED_JACKSON(", and use the Jackson annotations that it combines"),
    CONSTRAINT(", and use the annotations of jakarta.validation.constraints, which are checked"),
    ON_COMPONENT(", or move it to a record component"),
    CONSTRAINT_ON_COMPONENT(", or move the constraint to a record component"),
    ON_SEALED_INTERFACE(", or move it to the sealed interface"),
    ON_PERMITTED_RECORD(", or move it to a record that a sealed interface permits"),
    ON_IMPLEMENTATION(", or move it to the types that implement the interface"),
    ON_TYPE_ARGUMENT(", or move it to the type argument of the return type, which is the type of the value"),
    ON_OUTERMOST_INTERFACE(", or set the same property name on {0}, which determines the discriminator"),
    ON_TOOL(", and describe the @Tool record instead, which the model reads"),
    NEVER_PRESENT(", or remove the component, which could never have a value"),
    LIST_OF_PRIMITIVES(", or use a List, because elements of primitive arrays are not checked"),
    ONE_NAME(", and set a single name with name = \"…\""),
    TYPE_INFO(", or set use = NAME, include = PROPERTY and a property name"),
    KEPT_ANNOTATION(", and use a @Nullable annotation that compilers keep in class files, such as that of JSpecify; its"
            + " retention is SOURCE, so that the schema would change when the record is compiled separately"),
    OPTIONAL(", and use Optional for a property that can be omitted; all other properties are required"),
    VALUE_METHOD(", or move it to an instance method that has no parameters, returns String, and is accessible to"
            + " generated code"),
    CREATOR_METHOD(", or move it to a static method that converts one String to the enum and is accessible to"
            + " generated code"),
    ONE_METHOD(", because the enum already has such a method"),
    /** The argument is the list of constants whose JSON name is unknown. */
    TEXT_OF_CONSTANTS(
            ", or add @JsonProperty(\"…\") to the constants whose JSON names are not known at compile time: {0}"),
    JSON_NAME(", and set the name of the property with @JsonProperty(\"…\") of Jackson"),
    JSON_DEFAULT(", and set the default with @JsonProperty(defaultValue = \"…\")"),
    NULLABLE(", and annotate a value that can be null with @Nullable"),
    DESCRIBE(", and write the description in @Describe"),
    IN_DESCRIPTION(", and write this text in the description"),
    ENUM(", and use an enum with these constants"),
    TYPE_INFO_INSTEAD(", and use @JsonTypeInfo and @JsonTypeName of Jackson"),
    JSON_VALUE(", because a record is encoded as an object with one property for each component"),
    JSON_CREATOR(", because a record is created with its canonical constructor"),
    JSON_IGNORE(", or remove the component from the record"),
    JSON_ALIAS(", because a property has exactly one name"),
    JSON_NAMING(", and use naming = SNAKE_CASE in @Tool or @Codec, or compile with -Aescapement.naming=snake_case"),
    JSON_IGNORE_PROPERTIES(
            ", and remove the ignored components from the record. To ignore unknown properties, write @Tool(unknown ="
                    + " UnknownProperties.IGNORE) or @Codec(unknown = UnknownProperties.IGNORE)"),
    JSON_INCLUDE(", because an empty Optional is always omitted and every other value is always written"),
    JSON_FORMAT(", and use the java.time type whose ISO format you need, or a String with @Pattern"),
    JSON_PROPERTY_ORDER(", because properties are written in the order of the components"),
    JSON_UNWRAPPED(", and declare the properties of the unwrapped type as components of this record"),
    JSON_ENUM_DEFAULT_VALUE(", because an unknown constant is always rejected"),
    JSON_ANY(", and use a component of type Map"),
    JSON_RAW_VALUE(", and use a component of type JsonText"),
    JSON_SERIALIZE(", because the type of a component determines its JSON form");

    private final String template;

    AnnotationRemedy(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
