package dev.escapement.processor.diagnostic;

/** The optional additions to a message. */
public enum Hint implements Wording {
    NONE(""),
    DID_YOU_MEAN(" (did you mean {0}?)"),
    /** The arguments are a name and a hint about that name. */
    NAME("{0}{1}"),
    /** The argument is the path of components from the annotated type to the reported component. */
    PATH(" (reached through {0|.})"),
    ON(" on {0}"),
    NOT_A_TOOL(": {0} is not a record annotated with @Tool"),
    NOT_YET_A_TOOL(": the record {0} is not annotated with @Tool"),
    PARAM_TAG(" with a @param tag"),
    /** The argument is a generic type. */
    TYPE_PARAMETERS(" Remove the type parameters of {0}.");

    private final String template;

    Hint(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
