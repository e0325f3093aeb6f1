package dev.escapement.processor.diagnostic;

/** The reasons why a class in {@code @Agent(withheld)} is not a tool to withhold. */
public enum WithheldFault implements Wording {
    NOT_A_TOOL("is not a @Tool record"),
    /** The argument is a step of the agent itself. */
    OWN_STEP("is the tool of the agent's own step {0}(), for which @Step(offered = false) has this effect"),
    /** The argument is a {@link Hint} about the tool. */
    NO_STEP("is not the tool of a step in a toolkit of the agent{0}");

    private final String template;

    WithheldFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
