package dev.escapement.processor.diagnostic;

/** The changes that make a join receive each result of its child thread. */
public enum JoinRemedy implements Wording {
    TAKE_RESULT("Use {0} as the type of the second parameter."),
    ONE_RESULT(
            "Return the same Finish<…> from all finishing steps of {0}, for example with a common sealed interface as the"
                    + " type of the result, or remove the join and leave the result to the model.");

    private final String template;

    JoinRemedy(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
