package dev.escapement.processor.diagnostic;

/** Types that have no default. */
public enum DefaultFault implements Wording {
    TYPE("the type {0}"),
    UNNAMED_TYPE("its type"),
    RELATIVE_TIME("a time that must be past or future when it is read"),
    ANY_JSON("JSON of any kind"),
    GENERIC_ARRAY("an array of such elements");

    private final String template;

    DefaultFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
