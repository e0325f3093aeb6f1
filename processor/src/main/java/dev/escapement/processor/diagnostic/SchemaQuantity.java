package dev.escapement.processor.diagnostic;

/** Quantities of a schema that dialects limit. */
public enum SchemaQuantity implements Wording {
    PROPERTIES("properties"),
    OPTIONAL_PROPERTIES("optional properties"),
    UNIONS("types that are unions"),
    DEPTH("objects and arrays inside one another"),
    CHARACTERS("characters in names and enums"),
    ENUM_VALUES("values of enums"),
    /** Arguments: the number of values from which on an enum is large. */
    LARGE_ENUM_CHARACTERS("characters in an enum of more than {0} values");

    private final String template;

    SchemaQuantity(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
