package dev.escapement.processor.diagnostic;

/** The faults in the names of the types that a sealed interface permits. */
public enum SubtypeFault implements Wording {
    /** The arguments are a sealed interface and one of its permitted types. */
    UNLISTED("@JsonSubTypes on {0} does not list {1}, which {0} permits"),
    /** The arguments are a sealed interface and a class. */
    NOT_PERMITTED("@JsonSubTypes on {0} lists {1}, which {0} does not permit"),
    /** The arguments are a permitted type and its names. */
    TWO_NAMES("The type {0} has more than one name in JSON: {1}");

    private final String template;

    SubtypeFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
