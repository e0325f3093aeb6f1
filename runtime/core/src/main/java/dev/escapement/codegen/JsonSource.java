package dev.escapement.codegen;

import dev.escapement.internal.json.JsonSyntax;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A text and the parser that goes through it. A string in it may hold the JSON text of an object or array, as models
 * write that encode twice: then there is a source inside this one, for as long as that value is read.
 */
final class JsonSource implements AutoCloseable {

    private final char[] text;
    private final JsonFactory syntax;
    private final JsonParser parser;
    private final @Nullable JsonSource around;
    private final @Nullable Frame insideOf;

    JsonSource(char[] text, JsonFactory syntax) {
        this(text, syntax, null, null);
    }

    private JsonSource(char[] text, JsonFactory syntax, @Nullable JsonSource around, @Nullable Frame insideOf) {
        this.text = text;
        this.syntax = syntax;
        this.around = around;
        this.insideOf = insideOf;
        this.parser = parserFrom(0);
    }

    JsonParser parser() {
        return parser;
    }

    /** Another parser, for what begins at an offset of the text. */
    JsonParser parserFrom(int start) {
        return syntax.createParser(ObjectReadContext.empty(), text, start, text.length - start);
    }

    String text(int start, int end) {
        return new String(text, start, end - start);
    }

    /** Whether the string at which the parser stands holds an object or array. Only once: not inside another string. */
    boolean holds(JsonToken start) {
        if (around != null) {
            return false;
        }
        String string = parser.getString();
        return string.indexOf(start.asString()) >= 0 && isJson(string, start);
    }

    /** The source for the text of a string, which is read as the value at which a frame stands. */
    JsonSource inside(String string, Frame frame) {
        return new JsonSource(string.toCharArray(), JsonSyntax.STRICT, this, frame);
    }

    /** Whether this is the source for the text of a string at which a frame stands. */
    boolean isInside(Frame frame) {
        return frame == insideOf;
    }

    /** The source that holds the string which this is the source for. */
    JsonSource around() {
        close();
        return around == null ? this : around;
    }

    /** A parser that stands at the number which a string is; null if it is none. */
    static @Nullable JsonParser number(String string) {
        JsonSource source = new JsonSource(string.toCharArray(), JsonSyntax.STRICT);
        try {
            JsonToken token = source.parser.nextToken();
            boolean number = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
            // Exactly the number: no white space, and nothing after it.
            return number && source.parser.getString().equals(string) ? source.parser : null;
        } catch (JacksonException noNumber) {
            return null;
        }
    }

    private static boolean isJson(String string, JsonToken start) {
        JsonSource source = new JsonSource(string.toCharArray(), JsonSyntax.STRICT);
        try (JsonParser parser = source.parser) {
            if (parser.nextToken() != start) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException noJson) {
            return false;
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
