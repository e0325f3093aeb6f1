package dev.escapement.processor.diagnostic;

/** The phrases for types that cannot have a default. */
public enum DefaultFault implements Wording {
    TYPE("the type {0}"),
    UNNAMED_TYPE("its type"),
    RELATIVE_TIME("a time that is validated against the current time"),
    ANY_JSON("arbitrary JSON"),
    GENERIC_ARRAY("an array with generic elements");

    private final String template;

    DefaultFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
