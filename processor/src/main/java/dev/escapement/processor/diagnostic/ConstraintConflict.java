package dev.escapement.processor.diagnostic;

/** The combinations of constraint annotations that no value satisfies. */
public enum ConstraintConflict implements Wording {
    ALONE("@{0}"),
    WITH_LIMITS("@{0} together with the other limits on the value"),
    WITH_SIZES("@{0} together with the preceding constraints"),
    WITH("@{0} together with @{1}");

    private final String template;

    ConstraintConflict(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
