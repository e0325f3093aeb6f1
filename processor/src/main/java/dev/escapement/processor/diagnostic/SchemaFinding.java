package dev.escapement.processor.diagnostic;

/** The findings about a tool's schema in a dialect. */
public enum SchemaFinding implements Wording {
    /** The arguments are a list of dialects, a path, and a {@link DialectLimitation}. */
    LIMITATION("The value at {1} cannot be expressed in {0| and }: it {2}."),
    /** The arguments are a list of findings and a dialect. */
    IN_DIALECT("{0} in {1}"),
    SHOWN_ONCE("the schema contains only one level"),
    SHOWN_LEVELS("the schema contains only {0} levels"),
    /** The arguments are a count, its {@link SchemaQuantity}, a dialect, and the maximum that the dialect allows. */
    LIMIT("it has {0} {1}, but {2} allows {3}"),
    /**
     * The arguments are the number of values in an enum, and a number of values for which schemas have been rejected.
     */
    LONG_ENUM("has an enum of {0} values, and schemas with {1} values have been rejected"),
    FEWER_VALUES("Use fewer values, or a String that the step looks up"),
    /** The arguments are the discriminator values of two branches, and the property with which both begin. */
    SAME_BEGINNING("has the branches \"{0}\" and \"{1}\", both of which begin with the property \"{2}\""),
    OTHER_PROPERTY("Rename or add a property in one of these branches, so that the branches begin with different"
            + " properties");

    private final String template;

    SchemaFinding(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
