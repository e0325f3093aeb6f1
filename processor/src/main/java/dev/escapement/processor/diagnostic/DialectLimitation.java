package dev.escapement.processor.diagnostic;

/** Types and sizes that a dialect cannot express, and their replacements. */
public enum DialectLimitation implements Wording {
    MAP(
            "is a map, and the objects of the dialect have no properties but those it lists",
            "use a list of records with a component for the name and one for the value"),
    ANY_JSON(
            "is any JSON, and the dialect needs to know its type",
            "use a String that holds JSON, or a type that says what is expected"),
    RECURSION(
            "is of a type that contains itself, and the dialect has no recursion",
            "use a type with as many levels as are needed, or a flat list whose elements refer to each other by an id"),
    REQUIRED_RECURSION(
            "leads back to a type that contains it, and the dialect knows such types only where they may be left out",
            "make it optional"),
    /** Arguments: the number of parts that a schema may have. */
    TOO_MANY_PARTS(
            "has types in it that are used so often that, written out in each place, they would have more than {0} parts,"
                    + " and the dialect has no references",
            "use fewer types inside one another"),
    DIFFERENT_KINDS(
            "is of different kinds in different types of one sealed interface, which the dialect sees as one object",
            "give the two different names"),
    /** Arguments: a number, a {@link SchemaQuantity}, and the number that the dialect allows. */
    SIZE("has {0} {1}, and the dialect allows {2}", "split it into smaller tools");

    private final String template;

    DialectLimitation(String reason, String remedy) {
        this.template = reason + "; " + remedy;
    }

    @Override
    public String template() {
        return template;
    }
}
