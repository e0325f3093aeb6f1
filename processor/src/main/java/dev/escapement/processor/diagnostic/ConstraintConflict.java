package dev.escapement.processor.diagnostic;

/** The combinations of constraint annotations that no value satisfies. */
public enum ConstraintConflict implements Wording {
    ALONE("@{0}"),
    WITH_LIMITS("both @{0} and the other limits on the value"),
    WITH_SIZES("both @{0} and the preceding constraints"),
    WITH("both @{0} and @{1}");

    private final String template;

    ConstraintConflict(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
