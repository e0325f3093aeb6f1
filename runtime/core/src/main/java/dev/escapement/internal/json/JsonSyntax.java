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

    /**
     * The maximum nesting depth that a parser reads for a reader, which checks {@link #MAX_DEPTH} itself in order to
     * report the path. It bounds the memory for hostile text.
     */
    private static final int MAX_PARSER_DEPTH = 10_000;

    /** The factory for strict parsers, which accept only RFC 8259 JSON. */
    public static final JsonFactory STRICT =
            builder(MAX_DEPTH, MAX_NUMBER_LENGTH).build();

    /** The factory for strict parsers whose reader checks the limits. */
    public static final JsonFactory UNLIMITED =
            builder(MAX_PARSER_DEPTH, Integer.MAX_VALUE).build();

    private JsonSyntax() {}

    /**
     * Returns the factory for relaxed parsers whose reader checks the limits. They also accept trailing commas, comments,
     * single quotes, and unquoted names. {@link PythonLiterals} converts Python's literals.
     */
    public static JsonFactory relaxed() {
        return Relaxed.FACTORY;
    }

    private static JsonFactoryBuilder builder(int maxDepth, int maxNumberLength) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxNumberLength(maxNumberLength)
                        // The text is in memory already.
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build());
    }

    /** The holder of the relaxed factory, which is created when it is first used. */
    private static final class Relaxed {

        static final JsonFactory FACTORY = builder(MAX_PARSER_DEPTH, Integer.MAX_VALUE)
                .enable(
                        JsonReadFeature.ALLOW_TRAILING_COMMA,
                        JsonReadFeature.ALLOW_JAVA_COMMENTS,
                        JsonReadFeature.ALLOW_YAML_COMMENTS,
                        JsonReadFeature.ALLOW_SINGLE_QUOTES,
                        JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
                .build();
    }
}
