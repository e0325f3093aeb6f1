package dev.escapement.processor.diagnostic;

/** Findings about the schema of a tool in a dialect. */
public enum SchemaFinding implements Wording {
    /** Arguments: dialects, a path, and a {@link DialectLimitation}. */
    LIMITATION("in {0| and }, {1} {2}"),
    /** Arguments: what was found, and a dialect. */
    IN_DIALECT("{0} in {1}"),
    SHOWN_ONCE("it is shown once"),
    SHOWN_LEVELS("it is shown {0} levels deep"),
    /** Arguments: a number, a {@link SchemaQuantity}, a dialect, and the number that it allows. */
    LIMIT("{0} {1} where {2} allows {3}"),
    /** Arguments: a number of values, and one that was refused. */
    LONG_ENUM("is one of {0} values, and {1} have been too many"),
    FEWER_VALUES("use fewer values, or a String that the step looks up"),
    /** Arguments: the values of two discriminators, and the first property of both. */
    SAME_BEGINNING("has the branches \"{0}\" and \"{1}\", which both begin with the property \"{2}\""),
    OTHER_PROPERTY("rename a property of one of the two, or give it another one");

    private final String template;

    SchemaFinding(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
