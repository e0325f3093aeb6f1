package dev.escapement;

/**
 * A policy for properties in JSON that are not components of the record being read.
 *
 * <p>The policy of {@link Tool} and {@link Codec} applies to the annotated type and to contained types without their
 * own annotation. The schema does not allow unknown properties with either policy.
 */
public enum UnknownProperties {

    /** Each unknown property is a violation, which suggests the name that was probably intended. */
    REJECT,

    /**
     * Unknown properties are skipped. The first 100 are listed as {@link dev.escapement.json.Repair repairs}. Suits the
     * JSON of another system that can grow. If an unknown property resembles a missing required property, the violation
     * names it.
     */
    IGNORE
}
