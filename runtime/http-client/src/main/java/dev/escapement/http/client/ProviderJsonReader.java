package dev.escapement.http.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** A parser that converts JSON text to {@link ProviderJson} values. */
final class ProviderJsonReader {

    private static final int MAX_TOKENS = 2_000_000;

    /**
     * The factory of parsers that limit the nesting depth and the number of values. Each value takes many times the
     * memory of its text. Lengths are not limited: the text is in memory already, and numbers remain text until they
     * are used as numbers.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES) // do not cache names that a model invents
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(ProviderJson.MAX_DEPTH)
                    .maxTokenCount(MAX_TOKENS)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** The beginning of a word at the end of a text. */
    private static final Pattern CUT_WORD = Pattern.compile("[:,\\[]\\s*(t|tr|tru|f|fa|fal|fals|n|nu|nul|-)\\s*$");

    private final JsonParser parser;
    private final String source;

    private ProviderJsonReader(JsonParser parser, String source) {
        this.parser = parser;
        this.source = source;
    }

    static ProviderJson of(String source) {
        return of(source, true);
    }

    /** Returns the value of a text that is JSON as the standard defines it. */
    static ProviderJson strict(String source) {
        return parsed(source, true);
    }

    /** Returns the first value of a text, which may have further text after it. */
    static ProviderJson firstOf(String source) {
        return of(source, false);
    }

    private static ProviderJson of(String source, boolean isWhole) {
        try {
            return parsed(source, isWhole);
        } catch (MalformedReplyException fault) {
            return parsed(HandwrittenJson.corrected(source).orElseThrow(() -> fault), isWhole);
        }
    }

    /** Returns whether a text is not JSON only because it ends early. */
    static boolean endsEarly(String source) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source)) {
            if (parser.nextToken() == null) {
                return true;
            }
            parser.skipChildren();
            return false;
        } catch (UnexpectedEndOfInputException cut) {
            return true;
        } catch (JacksonException fault) {
            return CUT_WORD.matcher(source).find();
        }
    }

    /** Returns the first value of a text and the objects that follow it, up to the first text that is not an object. */
    static List<ProviderJson> sequenceOf(String text) {
        String source = HandwrittenJson.corrected(text).orElse(text);
        List<ProviderJson> values = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source)) {
            for (JsonToken token = parser.nextToken();
                    token != null && (values.isEmpty() || token == JsonToken.START_OBJECT);
                    token = parser.nextToken()) {
                values.add(new ProviderJsonReader(parser, source).value(JsonLocation.ROOT));
            }
        } catch (JacksonException fault) {
            if (values.isEmpty()) {
                throw new MalformedReplyException("$", "JSON", fault.getOriginalMessage());
            }
        }
        if (values.isEmpty()) {
            throw new MalformedReplyException("$", "a JSON value", "nothing");
        }
        return values;
    }

    private static ProviderJson parsed(String source, boolean isWhole) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source)) {
            if (parser.nextToken() == null) {
                throw new MalformedReplyException("$", "a JSON value", "nothing");
            }
            ProviderJson value = new ProviderJsonReader(parser, source).value(JsonLocation.ROOT);
            if (isWhole && parser.nextToken() != null) {
                throw new MalformedReplyException("$", "one JSON value", "more text after it");
            }
            return value;
        } catch (JacksonException fault) {
            throw new MalformedReplyException("$", "JSON", fault.getOriginalMessage());
        }
    }

    private ProviderJson value(JsonLocation location) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, ProviderJson> properties = properties(location);
                yield new ProviderJson(
                        location, ProviderJson.Kind.OBJECT, source, start, end(), "", List.of(), properties);
            }
            case START_ARRAY -> {
                List<ProviderJson> items = items(location);
                yield new ProviderJson(location, ProviderJson.Kind.ARRAY, source, start, end(), "", items, Map.of());
            }
            case VALUE_STRING -> {
                String text = parser.getString(); // reads it to its end
                yield new ProviderJson(
                        location, ProviderJson.Kind.TEXT, source, start, end(), text, List.of(), Map.of());
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(location, ProviderJson.Kind.NUMBER, start);
            case VALUE_TRUE, VALUE_FALSE -> scalar(location, ProviderJson.Kind.BOOLEAN, start);
            default -> scalar(location, ProviderJson.Kind.NULL, start);
        };
    }

    private Map<String, ProviderJson> properties(JsonLocation location) {
        Map<String, ProviderJson> properties = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            ProviderJson value = value(location.property(name));
            properties.merge(name, value, (first, second) -> second.ambiguous());
        }
        return properties;
    }

    private List<ProviderJson> items(JsonLocation location) {
        List<ProviderJson> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(location.element(items.size())));
        }
        return items;
    }

    private ProviderJson scalar(JsonLocation location, ProviderJson.Kind kind, int start) {
        return new ProviderJson(location, kind, source, start, end(), "", List.of(), Map.of());
    }

    private int end() {
        int end = (int) parser.currentLocation().getCharOffset();
        while (Character.isWhitespace(source.charAt(end - 1))) {
            end--; // the parser reads beyond a number that is the whole text
        }
        return end;
    }
}
