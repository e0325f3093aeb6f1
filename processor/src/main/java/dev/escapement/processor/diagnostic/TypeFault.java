package dev.escapement.processor.diagnostic;

/** The reasons why a type cannot be a tool, a codec or an agent, or cannot be used in generated code. */
public enum TypeFault implements Wording {
    CLASS("is an ordinary class"),
    RECORD("is a record"),
    ENUM("is an enum"),
    ANNOTATION("is an annotation type"),
    SEALED_INTERFACE("is a sealed interface"),
    AGENT("is also an agent"),
    OPEN_INTERFACE("is an unsealed interface"),
    NOT_A_CLASS("is not a class"),
    ABSTRACT("is abstract"),
    GENERIC("is generic"),
    PRIVATE("is private"),
    NOT_PUBLIC("is not public"),
    NOT_STATIC("is not static"),
    LOCAL("is declared in a method"),
    COMPACT("is declared in a compact source file, so that only this file can use it"),
    /** The argument is the name of the module that contains the generated code. */
    OF_OTHER_MODULE("is not visible in the module {0}"),
    /** The argument is a type parameter. */
    OPEN_PARAMETER("has the type parameter {0}, which does not follow from the implements clause"),
    /** The argument is a sealed interface. */
    RAW_SUPERTYPE("implements {0} without type arguments"),
    /** The argument is a type in an implements clause. */
    FIXED_ARGUMENT(
            "implements the interface with {0}, which does not determine the type arguments and annotations of this use"),
    /** The argument is the {@link TypeFault} that describes the kind of the type. */
    NOT_A_RECORD("{0}, not a record"),
    /** The arguments are the enclosing class and its {@link TypeFault}. */
    NESTED("is nested in {0}, which {1}");

    private final String template;

    TypeFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
