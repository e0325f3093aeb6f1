package dev.escapement.processor.diagnostic;

/** The types and sizes that a dialect cannot express, each with its remedy. */
public enum DialectLimitation implements Wording {
    MAP(
            "is a map, but objects must list all of their properties",
            "Use a list of records with one component for the key and one for the value"),
    ANY_JSON(
            "is arbitrary JSON, but a specific type is required",
            "Use a String that contains JSON, or a more specific type"),
    RECURSION(
            "has a recursive type, but recursion is not supported",
            "Use a type with a fixed number of levels, or a flat list whose elements refer to each other by ID"),
    REQUIRED_RECURSION(
            "refers back to an enclosing type, but recursion is supported only through optional properties",
            "Make the component optional"),
    /** The argument is the maximum number of parts of a schema. */
    TOO_MANY_PARTS(
            "has a schema of more than {0} parts, because references are not supported and each type is"
                    + " repeated where it is used",
            "Use fewer nested types"),
    DIFFERENT_KINDS(
            "has different types in the records of a sealed interface, but these records are merged into one object",
            "Rename the property in one of the records"),
    /** The arguments are a count, its {@link SchemaQuantity}, and the maximum that the dialect allows. */
    SIZE("has {0} {1}, but at most {2} are allowed", "Split the tool into smaller tools");

    private final String template;

    DialectLimitation(String reason, String remedy) {
        this.template = reason + ". " + remedy;
    }

    @Override
    public String template() {
        return template;
    }
}
