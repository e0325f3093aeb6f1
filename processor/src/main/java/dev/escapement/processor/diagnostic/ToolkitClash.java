package dev.escapement.processor.diagnostic;

/** The names and tools that must not occur twice in an agent with its toolkits. */
public enum ToolkitClash implements Wording {
    TOOL("both have a step for the tool {0}"),
    /** The arguments are two tools and their common name. */
    TOOL_NAME("the tools {0} and {1} are both named \"{2}\""),
    PREFETCH("both have a prefetch method for the context \"{0}\"");

    private final String template;

    ToolkitClash(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
