package dev.escapement.processor.diagnostic;

/** The quantities of a schema that dialects limit. */
public enum SchemaQuantity implements Wording {
    PROPERTIES("properties"),
    OPTIONAL_PROPERTIES("optional properties"),
    UNIONS("union types"),
    DEPTH("levels of nested objects and arrays"),
    CHARACTERS("characters in names and enum values"),
    ENUM_VALUES("enum values"),
    /** The argument is the number of values above which an enum is large. */
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
