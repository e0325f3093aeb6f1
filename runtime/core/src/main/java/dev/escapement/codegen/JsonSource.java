package dev.escapement.codegen;

import dev.escapement.internal.json.JsonSyntax;
import dev.escapement.internal.json.SyntaxFault;
import dev.escapement.internal.json.UnpairedEscapes;
import dev.escapement.internal.json.ViolationMessages;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text and the parser that reads it. A string in the text can contain an object or array that a model encoded
 * twice; a nested source exists while such a value is read.
 */
final class JsonSource implements AutoCloseable {

    private final String text;
    private final boolean unescaped;
    private final JsonFactory syntax;
    private final JsonParser parser;
    private final @Nullable JsonSource around;
    private final @Nullable Frame insideOf;

    /** The characters of the text, or null until a second parser needs them. */
    private char @Nullable [] characters;

    JsonSource(String text, JsonFactory syntax) {
        this(text, text, syntax, null, null);
    }

    private JsonSource(
            String original, String text, JsonFactory syntax, @Nullable JsonSource around, @Nullable Frame insideOf) {
        this.unescaped = !original.equals(text);
        this.text = text;
        this.syntax = syntax;
        this.around = around;
        this.insideOf = insideOf;
        this.parser = syntax.createParser(ObjectReadContext.empty(), text);
    }

    /** Returns a source for text whose names can contain escaped unpaired surrogates, which the parser rejects. */
    static JsonSource ofUnpaired(String text, JsonFactory syntax) {
        return new JsonSource(text, UnpairedEscapes.unescaped(text), syntax, null, null);
    }

    JsonParser parser() {
        return parser;
    }

    /** Returns a new parser that begins at an offset in the text. */
    JsonParser parserFrom(int start) {
        if (characters == null) {
            characters = text.toCharArray();
        }
        return syntax.createParser(ObjectReadContext.empty(), characters, start, characters.length - start);
    }

    /** Returns the description of text after the value, or of a value that the decoder did not read. */
    String moreText() {
        return syntax == JsonSyntax.UNLIMITED && SyntaxFault.isIn(text)
                ? SyntaxFault.in(text).actual()
                : ViolationMessages.MORE_TEXT;
    }

    String text(int start, int end) {
        String part = text.substring(start, end);
        return unescaped ? UnpairedEscapes.escaped(part) : part;
    }

    /**
     * Returns whether the content of the current string is JSON that begins with the given token. Returns false if this
     * source is itself the content of a string.
     */
    boolean holds(JsonToken start) {
        if (around != null) {
            return false;
        }
        String string = parser.getString();
        return string.indexOf(start.asString()) >= 0 && isJson(string, start);
    }

    /** Returns a nested source for the content of a string that is the current value of a frame. */
    JsonSource inside(String string, Frame frame) {
        return new JsonSource(string, UnpairedEscapes.unescaped(string), JsonSyntax.UNLIMITED, this, frame);
    }

    /** Returns whether this is the nested source for a frame's current string. */
    boolean isInside(Frame frame) {
        return frame == insideOf;
    }

    /** Closes this source and returns the enclosing source. */
    JsonSource around() {
        close();
        return around == null ? this : around;
    }

    /**
     * Returns a parser positioned at the number in a string, or null if the string does not consist solely of a number.
     */
    static @Nullable JsonParser number(String string) {
        JsonSource source = new JsonSource(string, JsonSyntax.UNLIMITED);
        try {
            JsonToken token = source.parser.nextToken();
            boolean number = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
            // The string must not contain white space or further text.
            return number && source.parser.getString().equals(string) ? source.parser : null;
        } catch (JacksonException noNumber) {
            return null;
        }
    }

    private static boolean isJson(String string, JsonToken start) {
        JsonSource source = ofUnpaired(string, JsonSyntax.UNLIMITED);
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
