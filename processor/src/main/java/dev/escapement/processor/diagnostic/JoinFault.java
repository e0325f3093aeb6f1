package dev.escapement.processor.diagnostic;

/** The reasons why a join does not continue a step. */
public enum JoinFault implements Wording {
    NO_STEP("the agent has no step for this tool"),
    OTHER_RETURN_TYPE("the step {0}() does not return Delegate<…>");

    private final String template;

    JoinFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
