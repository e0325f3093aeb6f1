package dev.escapement.processor.diagnostic;

/** The reasons why a delegate does not determine the agent of its child thread. */
public enum DelegateFault implements Wording {
    NO_TYPE("which does not name an agent"),
    NOT_AN_AGENT("but {0} is not annotated with @Agent");

    private final String template;

    DelegateFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
