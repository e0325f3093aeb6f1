package dev.escapement.processor.diagnostic;

/** The noun phrases for the values of one type, or of all types to which a constraint applies. */
public enum ValueKind implements Wording {
    STRING("a string"),
    CHARACTER("a character"),
    BOOLEAN("a boolean"),
    NUMBER("a number"),
    JSON("arbitrary JSON"),
    BYTES("a byte[], which is a Base64 string in JSON"),
    LIST("a list"),
    SET("a set"),
    ARRAY("an array"),
    MAP("a map"),
    OF_TYPE("a value of type {0}"),
    STRINGS("strings"),
    SIZED_VALUES("strings, lists, sets, arrays and maps"),
    BOOLEANS("booleans"),
    TIMES("dates and times of java.time"),
    NUMBERS("numbers");

    private final String template;

    ValueKind(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
