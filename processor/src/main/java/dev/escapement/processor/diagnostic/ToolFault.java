package dev.escapement.processor.diagnostic;

/** The properties that keep a type from selecting a tool. */
public enum ToolFault implements Wording {
    NOT_A_TOOL("which is no tool"),
    /** Arguments: a permitted type that is a tool, and one that is not. */
    MIXED("which permits {0}, a tool, and {1}, which is none"),
    GENERIC("which is generic");

    private final String template;

    ToolFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
