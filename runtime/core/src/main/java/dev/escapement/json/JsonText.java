package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import dev.escapement.internal.json.CanonicalJson;
import dev.escapement.internal.json.JsonSyntax;
import dev.escapement.internal.json.SyntaxFault;
import dev.escapement.internal.json.ViolationMessages;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;

/**
 * Any one JSON value, kept as the text that it was written in. Two are equal if their texts are; to compare the values
 * that they stand for, compare what {@link #canonical()} returns.
 *
 * @param json strict RFC 8259 text: exactly one value, perhaps with white space around it; nested and with numbers at
 *     most as {@link JsonReader#MAX_DEPTH} and {@link JsonReader#MAX_NUMBER_LENGTH} allow. A name may be twice in an
 *     object, since the text keeps both values
 */
public record JsonText(String json) {

    /**
     * Keeps a JSON text.
     *
     * @param json the text
     * @throws IllegalArgumentException if it is not as described above; the message names the line and column
     */
    public JsonText {
        try (JsonParser parser = parser(json)) {
            check(parser);
        } catch (JacksonException fault) {
            throw new IllegalArgumentException(refusal(SyntaxFault.of(fault).actual()), fault);
        }
    }

    /**
     * The same value in the form of RFC 8785, the JSON Canonicalization Scheme: no white space, properties sorted by the
     * UTF-16 code units of their names, only the escapes that must be, and numbers as ECMAScript writes the nearest
     * double. Values that differ only in their text have the same form, so that it can be hashed.
     *
     * <p>As RFC 8785 has it, digits that a double cannot hold are lost: {@code 9007199254740993} becomes
     * {@code 9007199254740992}, and a number too close to zero becomes {@code 0}. Where RFC 8785 has no form there is
     * one here: numbers beyond the range of a double keep their digits and get an exponent, and half a surrogate pair is
     * escaped.
     *
     * @return JSON text
     * @throws IllegalArgumentException if a name is twice in an object, for which there is no form; the message tells
     *     its path
     */
    public String canonical() {
        try (JsonParser parser = parser(json)) {
            return CanonicalJson.of(parser);
        }
    }

    private static JsonParser parser(String json) {
        return JsonSyntax.STRICT.createParser(ObjectReadContext.empty(), json);
    }

    private static void check(JsonParser parser) {
        if (parser.nextToken() == null) {
            throw invalid(ViolationMessages.NOTHING, parser.currentLocation());
        }
        parser.skipChildren();
        if (parser.nextToken() != null) {
            throw invalid(ViolationMessages.MORE_TEXT, parser.currentTokenLocation());
        }
    }

    private static IllegalArgumentException invalid(String fault, TokenStreamLocation at) {
        return new IllegalArgumentException(refusal(fault + ViolationMessages.at(at.getLineNr(), at.getColumnNr())));
    }

    static String refusal(String fault) {
        return "no JSON value: " + fault;
    }
}
