package dev.escapement.processor.diagnostic;

/** The findings about the schema of a tool in a dialect. */
public enum SchemaFinding implements Wording {
    /** Arguments: dialects, a path, and a {@link DialectLimitation}. */
    LIMITATION("In {0| and }, {1} {2}."),
    /** Arguments: the findings, and a dialect. */
    IN_DIALECT("{0} in {1}"),
    SHOWN_ONCE("the schema contains only one level"),
    SHOWN_LEVELS("the schema contains only {0} levels"),
    /** Arguments: a number, a {@link SchemaQuantity}, a dialect, and the number that it allows. */
    LIMIT("{0} {1}, but {2} allows {3}"),
    /** Arguments: a number of values, and a number that was rejected. */
    LONG_ENUM("has an enum of {0} values, and schemas with {1} values have been rejected"),
    FEWER_VALUES("Use fewer values, or use a String that the step looks up"),
    /** Arguments: the values of two discriminators, and the first property of both. */
    SAME_BEGINNING("has the branches \"{0}\" and \"{1}\", which both begin with the property \"{2}\""),
    OTHER_PROPERTY("Rename or add a property in one of these branches, so that they begin with different properties");

    private final String template;

    SchemaFinding(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
