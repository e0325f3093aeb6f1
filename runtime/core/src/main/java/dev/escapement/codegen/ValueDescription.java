package dev.escapement.codegen;

import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.internal.text.DidYouMean;
import dev.escapement.internal.text.Excerpt;
import java.util.List;
import java.util.StringJoiner;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The descriptions of actual and expected JSON values in violations. They are short, fit on one line, and do not
 * contain control characters.
 */
final class ValueDescription {

    private static final int MAX_LENGTH = 60;
    private static final int MAX_LISTED = 30;
    private static final int MAX_LIST_LENGTH = 400;

    private ValueDescription() {}

    /** Returns a description of the parser's current value. */
    static String describe(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return ViolationMessages.NOTHING;
        }
        return switch (token) {
            case START_OBJECT -> ViolationMessages.OBJECT;
            case START_ARRAY -> ViolationMessages.ARRAY;
            case VALUE_STRING -> string(parser.getString());
            case VALUE_NULL, VALUE_TRUE, VALUE_FALSE -> token.asString();
            default -> shorten(parser.getString());
        };
    }

    /** Returns the parser's current value as JSON, shortened. */
    static String literal(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> "{…}";
            case START_ARRAY -> "[…]";
            case VALUE_STRING -> quote(parser.getString());
            default -> describe(parser);
        };
    }

    static String string(String text) {
        return ViolationMessages.string(quote(text));
    }

    static String quote(String text) {
        return Excerpt.quoted(text, MAX_LENGTH);
    }

    static String shorten(String text) {
        return Excerpt.line(text, MAX_LENGTH);
    }

    /**
     * Returns a list of the allowed strings, truncated if long, and a suggestion of the one that was probably intended.
     */
    static String oneOf(String written, List<String> allowed) {
        StringJoiner names = new StringJoiner(", ");
        int listed = 0;
        for (String name : allowed) {
            String quoted = quote(name);
            if (listed == MAX_LISTED || names.length() + quoted.length() > MAX_LIST_LENGTH) {
                names.add("…");
                break;
            }
            names.add(quoted);
            listed++;
        }
        return ViolationMessages.oneOf(names.toString()) + didYouMean(written, allowed);
    }

    /** Returns a note about an ignored property that resembles a missing one, or the empty string if none does. */
    static String ignoredAs(String missing, List<String> ignored) {
        return DidYouMean.among(missing, ignored)
                .map(name -> ViolationMessages.ignored(quote(name)))
                .orElse("");
    }

    /**
     * Returns a question in parentheses that suggests the probably intended name, or the empty string if none is
     * similar.
     */
    static String didYouMean(String written, List<String> names) {
        return DidYouMean.among(written, names)
                .map(name -> ViolationMessages.meant(quote(name)))
                .orElse("");
    }
}
