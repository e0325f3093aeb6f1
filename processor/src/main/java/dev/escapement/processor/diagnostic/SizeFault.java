package dev.escapement.processor.diagnostic;

/** The sizes that exceed a limit, each with its limit and a remedy. The arguments are the size and the maximum. */
public enum SizeFault implements Wording {
    DESCRIPTION(
            "a description of {0} characters. Requests to providers can contain at most {1}. Shorten the description"),
    SCHEMA("a schema of {0} characters. Requests to providers can contain at most {1}. Use fewer or smaller types"),
    STEPS("{0} steps. The generated class can have at most {1}. Split the agent"),
    OTHER_METHODS(
            "{0} gates, triggers and prefetch methods. The generated class can have at most {1}. Split the agent"),
    DEFAULT("a default of {0} characters. A default can have at most {1}. Shorten the default"),
    DEPTH("only values with at least {0} levels of nested JSON. Decoders accept at most {1}. Make a component on the"
            + " way to the innermost type optional"),
    CONTAINED_TYPES(
            "types that require about {0} constants in the generated class. A class can have at most {1}. Annotate"
                    + " some of these types with @Codec, so that each has a class of its own");

    private final String template;

    SizeFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
