package dev.escapement.processor.diagnostic;

/** The reasons why a name cannot identify an agent. */
public enum AgentNameFault implements Wording {
    BLANK("is blank"),
    /** The arguments are the code point, such as {@code U+000A}, and its index. */
    INVISIBLE("contains the control or format character {0} at index {1}");

    private final String template;

    AgentNameFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
