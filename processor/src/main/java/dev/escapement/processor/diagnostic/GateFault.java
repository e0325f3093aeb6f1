package dev.escapement.processor.diagnostic;

/** The reasons why a gate never runs. */
public enum GateFault implements Wording {
    /** The argument is a {@link Hint} about the tool. */
    NO_STEP("the agent has no step for this tool{0}"),
    /** The argument is the list of tools that a sealed interface permits. */
    NO_STEP_OF_INTERFACE("the agent has no step for any of the permitted tools ({0})");

    private final String template;

    GateFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
