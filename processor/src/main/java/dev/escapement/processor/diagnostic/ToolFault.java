package dev.escapement.processor.diagnostic;

/** The reasons why a value of a type might not be a tool call. */
public enum ToolFault implements Wording {
    NOT_A_TOOL("which is not a tool"),
    /** The arguments are a permitted type that is a tool and a permitted type that is not. */
    MIXED("which permits the tool {0} but also {1}, which is not a tool"),
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
