package dev.escapement.processor.diagnostic;

/** The remedies for a {@link SubtypeFault}. */
public enum SubtypeRemedy implements Wording {
    /** The arguments are a permitted type and its name in snake_case. */
    LIST("Add @JsonSubTypes.Type(value = {0}.class, name = \"{1}\") to the list, or annotate {0} with @JsonTypeName"),
    REMOVE("Remove {0} from the list, or let it implement the interface"),
    ONE_NAME("Keep one name in @JsonTypeName or @JsonSubTypes");

    private final String template;

    SubtypeRemedy(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
