package dev.escapement.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Makes values out of a text. */
final class JsonTree {

    private static final int MAX_TOKENS = 2_000_000;

    /**
     * Depth and the number of values are dangerous, since each takes many times the room of its text. How long one is does
     * not matter: the text is in memory already, and numbers stay text until somebody counts with them.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES) // names that a model invents are not kept
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Json.MAX_DEPTH)
                    .maxTokenCount(MAX_TOKENS)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final String source;

    private JsonTree(JsonParser parser, String source) {
        this.parser = parser;
        this.source = source;
    }

    static Json of(String source) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source)) {
            if (parser.nextToken() == null) {
                throw new MalformedJsonException("$", "a JSON value", "nothing");
            }
            Json value = new JsonTree(parser, source).value(Place.ROOT);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("$", "one JSON value", "more text after it");
            }
            return value;
        } catch (JacksonException fault) {
            throw new MalformedJsonException("$", "JSON", fault.getOriginalMessage());
        }
    }

    private Json value(Place place) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Json> properties = properties(place);
                yield new Json(place, Json.Kind.OBJECT, source, start, end(), "", List.of(), properties);
            }
            case START_ARRAY -> {
                List<Json> items = items(place);
                yield new Json(place, Json.Kind.ARRAY, source, start, end(), "", items, Map.of());
            }
            case VALUE_STRING -> {
                String text = parser.getString(); // reads it to its end, which is not known before
                yield new Json(place, Json.Kind.TEXT, source, start, end(), text, List.of(), Map.of());
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(place, Json.Kind.NUMBER, start);
            case VALUE_TRUE, VALUE_FALSE -> scalar(place, Json.Kind.BOOLEAN, start);
            default -> scalar(place, Json.Kind.NULL, start);
        };
    }

    private Map<String, Json> properties(Place place) {
        Map<String, Json> properties = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Json value = value(place.property(name));
            properties.merge(name, value, (first, second) -> second.ambiguous());
        }
        return properties;
    }

    private List<Json> items(Place place) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(place.element(items.size())));
        }
        return items;
    }

    private Json scalar(Place place, Json.Kind kind, int start) {
        return new Json(place, kind, source, start, end(), "", List.of(), Map.of());
    }

    private int end() {
        int end = (int) parser.currentLocation().getCharOffset();
        while (Character.isWhitespace(source.charAt(end - 1))) {
            end--; // to know that a number that is all of a text is over, the parser reads on
        }
        return end;
    }
}
