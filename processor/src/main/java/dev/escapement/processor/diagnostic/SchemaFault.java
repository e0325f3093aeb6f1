package dev.escapement.processor.diagnostic;

/** The reasons why a type does not have a JSON Schema. */
public enum SchemaFault implements Wording {
    /** The arguments are a {@link Declaration} and its type. */
    TYPE("{0^} uses the type {1}, which is not supported here"),
    ENUM_WITHOUT_CONSTANTS("The enum {0} has no constants"),
    /** The arguments are a permitted type, its sealed interface, and the {@link TypeFault} of the permitted type. */
    PERMITTED_TYPE("The sealed interface {1} permits {0}, which {2}"),
    NO_POSSIBLE_TYPE("No type that the sealed interface {0} permits has these type arguments");

    private final String template;

    SchemaFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
