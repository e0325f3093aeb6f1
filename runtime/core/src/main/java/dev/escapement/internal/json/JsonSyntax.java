package dev.escapement.internal.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonReadFeature;

/** The factories for strict and relaxed JSON parsers, and the limits of both. */
public final class JsonSyntax {

    /** The maximum nesting depth of objects and arrays. */
    public static final int MAX_DEPTH = 200;

    /** The maximum length of a number, in characters. */
    public static final int MAX_NUMBER_LENGTH = 500;

    /** The factory for strict parsers, which accept only RFC 8259 JSON. */
    public static final JsonFactory STRICT = builder().build();

    private JsonSyntax() {}

    /**
     * Returns the factory for relaxed parsers. They also accept trailing commas, comments, single quotes, and unquoted
     * names. {@link PythonLiterals} converts Python's literals.
     */
    public static JsonFactory relaxed() {
        return Relaxed.FACTORY;
    }

    private static JsonFactoryBuilder builder() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        // The text is in memory already.
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build());
    }

    /** The holder of the relaxed factory, which is created when it is first used. */
    private static final class Relaxed {

        static final JsonFactory FACTORY = builder()
                .enable(
                        JsonReadFeature.ALLOW_TRAILING_COMMA,
                        JsonReadFeature.ALLOW_JAVA_COMMENTS,
                        JsonReadFeature.ALLOW_YAML_COMMENTS,
                        JsonReadFeature.ALLOW_SINGLE_QUOTES,
                        JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
                .build();
    }
}
