package dev.escapement.processor.diagnostic;

/** The reasons why generated code cannot call a method of an agent. */
public enum MethodFault implements Wording {
    PRIVATE("is private"),
    STATIC("is static"),
    NOT_STATIC("is not static"),
    ABSTRACT("is abstract"),
    GENERIC("is generic"),
    PARAMETER_MISSING("has no parameter"),
    PARAMETER("has a parameter"),
    RESULT_MISSING("has no parameter for the result of the child thread"),
    SEVERAL_PARAMETERS("has more than one parameter"),
    UNKNOWN_PARAMETER("has the parameter \"{0}\", which the generated loop cannot supply"),
    UNKNOWN_PARAMETERS("has a parameter that the generated loop cannot supply"),
    THREAD_MISSING("does not take an AgentThread as its first parameter"),
    TAKES_NO_TICK("has a schedule but takes {0}"),
    EXCEPTION("declares an exception"),
    NO_CONVERSION("does not take one JsonText and return a JsonText"),
    OTHER_PACKAGE("is not public, although the agent {0} is in another package"),
    RETURNS("returns {0}"),
    RETURNS_NOTHING("does not return a value"),
    /** The arguments are the type of a parameter and its {@link ToolFault}. */
    TAKES("takes {0}, {1}");

    private final String template;

    MethodFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
