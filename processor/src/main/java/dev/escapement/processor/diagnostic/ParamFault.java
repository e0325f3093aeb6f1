package dev.escapement.processor.diagnostic;

/** The faults of {@code @param} tags. */
public enum ParamFault implements Wording {
    /** The arguments are the name in the tag and a {@link Hint}. */
    UNKNOWN("a @param tag for \"{0}\", which is not a component{1}"),
    REPEATED("more than one @param tag for \"{0}\"");

    private final String template;

    ParamFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
