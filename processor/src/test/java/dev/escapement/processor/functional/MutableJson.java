package dev.escapement.processor.functional;

import java.math.BigDecimal;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A mutable JSON tree of {@link Obj}, lists, strings, numbers, booleans and null. */
public final class MutableJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The pattern of an escape, in which group 1 is an unpaired surrogate. */
    private static final Pattern ESCAPES =
            Pattern.compile("\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}"
                    + "|\\\\u([dD][89a-fA-F][0-9a-fA-F]{2})|\\\\.");

    private static final JsonFactory WITH_DUPLICATES = new JsonFactory();

    private MutableJson() {}

    /** A JSON object in which a name may occur more than once. */
    public static final class Obj extends ArrayList<Map.Entry<String, @Nullable Object>> {
        private static final long serialVersionUID = 1L;

        void put(String name, @Nullable Object value) {
            add(new SimpleEntry<>(name, value));
        }
    }

    /** A tree, which may be null. */
    public record Tree(@Nullable Object root) {}

    /** Returns the tree of a text; empty if the text is not valid JSON. */
    public static Optional<Tree> parse(String text) {
        return parse(FACTORY, text);
    }

    /** Returns the tree of a text whose objects may have duplicate names; empty if the text is not valid JSON. */
    static Optional<Tree> parseWithDuplicates(String text) {
        return parse(WITH_DUPLICATES, text);
    }

    private static Optional<Tree> parse(JsonFactory factory, String text) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), withRawSurrogates(text))) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Tree tree = new Tree(value(parser));
            return parser.nextToken() == null ? Optional.of(tree) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Replaces escaped unpaired surrogates, which Jackson rejects in names, with the surrogates themselves. */
    private static String withRawSurrogates(String text) {
        return ESCAPES.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? escape.group()
                                : Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Obj object = new Obj();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<@Nullable Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> new BigDecimal(parser.getString());
        };
    }

    /** Returns the text of a tree. */
    static String print(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        print(value, out);
        return out.toString();
    }

    private static void print(@Nullable Object value, StringBuilder out) {
        if (value instanceof Obj object) {
            String separator = "{";
            for (Map.Entry<String, @Nullable Object> entry : object) {
                print(entry.getKey(), out.append(separator));
                print(entry.getValue(), out.append(':'));
                separator = ",";
            }
            out.append(object.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> array) {
            String separator = "[";
            for (Object element : array) {
                print(element, out.append(separator));
                separator = ",";
            }
            out.append(array.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) {
            quote(string, out);
        } else {
            out.append(value);
        }
    }

    private static void quote(String string, StringBuilder out) {
        out.append('"');
        for (char c : string.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
