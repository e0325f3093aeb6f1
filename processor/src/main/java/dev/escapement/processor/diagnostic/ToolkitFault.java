package dev.escapement.processor.diagnostic;

/** The reasons why a class in {@code @Agent(toolkits)} is not a further toolkit of the agent. */
public enum ToolkitFault implements Wording {
    NOT_A_TOOLKIT("is not annotated with @Toolkit"),
    TWICE("is listed twice");

    private final String template;

    ToolkitFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
