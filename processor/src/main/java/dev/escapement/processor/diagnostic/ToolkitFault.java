package dev.escapement.processor.diagnostic;

/** The reasons why a class in {@code @Agent(toolkits)} is not a further toolkit of the agent. */
public enum ToolkitFault implements Wording {
    NOT_A_TOOLKIT(
            "is not annotated with @Toolkit. The generated loop calls only the methods of toolkits. Remove this entry, or"
                    + " annotate the class with @Toolkit"),
    TWICE("is listed twice. An agent has one instance of each toolkit. Remove the second entry");

    private final String template;

    ToolkitFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
