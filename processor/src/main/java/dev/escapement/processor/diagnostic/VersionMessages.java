package dev.escapement.processor.diagnostic;

/** The message templates for the conversion of texts that earlier versions recorded. */
final class VersionMessages {

    static final String UPCAST_METHOD =
            "The method {0}() is annotated with @Upcast, but {1}. Generated code calls the method to convert recorded"
                    + " JSON. {2}";

    static final String UPCAST_FROM =
            "@Upcast(from = \"{1}\") on {0}() is not the beginning of a fingerprint. A fingerprint consists of"
                    + " hexadecimal digits. Write its first 8 to 64 digits.";

    static final String UPCAST_OVERLAP =
            "The methods {0}() and {1}() can convert the same form, because {2} and {3} are prefixes of the same"
                    + " fingerprint. Each earlier form has exactly one conversion. Write more digits, or remove one of"
                    + " the methods.";

    static final String UPCAST_OUTSIDE_RECORD =
            "The method {0}() is annotated with @Upcast, but {1} is not a record. Only the arguments of tools, and"
                    + " replies and results that are records, are converted. Move the method to such a record, or"
                    + " remove @Upcast.";

    static final String FORMER_NAME =
            "@Tool(formerly = \"{1}\") on {0} is not an earlier name, because it {2}. An earlier name selects exactly"
                    + " one tool. Remove or correct the name.";

    private VersionMessages() {}
}
