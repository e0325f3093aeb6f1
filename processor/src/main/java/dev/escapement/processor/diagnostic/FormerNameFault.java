package dev.escapement.processor.diagnostic;

/** The reasons why a string is not an earlier name of a tool. */
public enum FormerNameFault implements Wording {
    INVALID("is not a valid name of a tool"),
    REPEATED("is repeated"),
    CURRENT("is the current name of the tool"),
    /** The arguments are the record of the other tool and the agent. */
    OTHER_TOOL("is the name of the tool {0} of the agent {1}"),
    /** The arguments are the record of the other tool and the agent. */
    OTHER_FORMER("is also an earlier name of the tool {0} of the agent {1}");

    private final String template;

    FormerNameFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
