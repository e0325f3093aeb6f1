package dev.escapement.processor.diagnostic;

/** Annotations that no value satisfies. */
public enum ConstraintConflict implements Wording {
    ALONE("@{0}"),
    WITH_LIMITS("@{0} here"),
    WITH_SIZES("@{0} with what stands before it"),
    WITH("@{0} with @{1}");

    private final String template;

    ConstraintConflict(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
