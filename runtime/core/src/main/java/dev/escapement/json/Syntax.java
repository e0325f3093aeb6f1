package dev.escapement.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonReadFeature;

/** What counts as JSON. The limits are the same for both. */
final class Syntax {

    /** RFC 8259. */
    static final JsonFactory STRICT = builder().build();

    /** Also trailing commas, comments, single quotes, and names without quotes. {@link PythonLiterals} does the rest. */
    static final JsonFactory RELAXED = builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_YAML_COMMENTS,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .build();

    private Syntax() {}

    private static JsonFactoryBuilder builder() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(JsonReader.MAX_DEPTH)
                        .maxNumberLength(JsonReader.MAX_NUMBER_LENGTH)
                        // The text is in memory already.
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build());
    }
}
