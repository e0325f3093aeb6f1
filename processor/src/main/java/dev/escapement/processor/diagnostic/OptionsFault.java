package dev.escapement.processor.diagnostic;

/** The reasons why options for requests have no effect. */
public enum OptionsFault implements Wording {
    NOT_A_STEP("the method is not a step"),
    NOT_AN_AGENT("the class is not an agent"),
    FINISHES("the step finishes the thread"),
    SELECTS("the step selects another step, whose result precedes the request"),
    EMPTY("it does not set an option");

    private final String template;

    OptionsFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
