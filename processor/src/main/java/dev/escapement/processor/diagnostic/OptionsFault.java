package dev.escapement.processor.diagnostic;

/** The reasons why options for requests have no effect, each with its remedy. */
public enum OptionsFault implements Wording {
    NOT_A_STEP("the method is not a step"),
    NOT_AN_AGENT("the class is not an agent"),
    FINISHES("the step finishes the thread"),
    SELECTS("the step selects another step, whose result precedes the request"),
    EMPTY("it does not set an option", "Set an option, or remove the annotation");

    private static final String MOVE = "On an agent, options apply to each request; on a step, to the request after its"
            + " result. Remove the annotation, or move it to the agent or to a step whose result the model receives";

    private final String template;

    OptionsFault(String reason) {
        this(reason, MOVE);
    }

    OptionsFault(String reason, String remedy) {
        this.template = reason + ". " + remedy;
    }

    @Override
    public String template() {
        return template;
    }
}
