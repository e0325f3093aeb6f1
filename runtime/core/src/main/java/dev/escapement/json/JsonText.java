package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import dev.escapement.internal.json.CanonicalJson;
import dev.escapement.internal.json.JsonSyntax;
import dev.escapement.internal.json.SyntaxFault;
import dev.escapement.internal.json.UnpairedEscapes;
import dev.escapement.internal.json.ViolationMessages;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;

/**
 * A JSON value of any type, stored as its original text. Two instances are equal if their texts are equal; to compare
 * the values, compare the results of {@link #canonical()}.
 *
 * @param json strict RFC 8259 text: exactly one value with optional surrounding white space, within the limits
 *     {@link JsonReader#MAX_DEPTH} and {@link JsonReader#MAX_NUMBER_LENGTH}. Duplicate names in an object are permitted
 *     and preserved
 */
public record JsonText(String json) {

    /**
     * Creates a JSON value from its text.
     *
     * @param json the text
     * @throws IllegalArgumentException if the text is not a valid JSON value as described above; the message contains
     *     the line and column
     */
    public JsonText {
        try (JsonParser parser = parser(json)) {
            check(parser, json);
        } catch (JacksonException fault) {
            throw new IllegalArgumentException(
                    refusal(SyntaxFault.of(fault, json).summary()), fault);
        }
    }

    /**
     * Returns the value in the canonical form that RFC 8785 (JSON Canonicalization Scheme) defines. The form has no
     * white space, properties sorted by the UTF-16 code units of their names, only the required escapes, and numbers as
     * ECMAScript writes the nearest double. Values that differ only in their text have the same form, which is
     * therefore suitable for hashing.
     *
     * <p>As RFC 8785 requires, digits beyond the precision of a double are lost: {@code 9007199254740993} becomes
     * {@code 9007199254740992}, and a number too close to zero becomes {@code 0}. Two cases extend RFC 8785: numbers
     * beyond the range of a double keep their digits and are written with an exponent, and unpaired surrogates are
     * escaped.
     *
     * @return JSON text
     * @throws IllegalArgumentException if an object has a duplicate name; the message contains its path
     */
    public String canonical() {
        try (JsonParser parser = parser(json)) {
            return CanonicalJson.of(parser);
        }
    }

    private static JsonParser parser(String json) {
        return JsonSyntax.STRICT.createParser(ObjectReadContext.empty(), UnpairedEscapes.unescaped(json));
    }

    private static void check(JsonParser parser, String json) {
        if (parser.nextToken() == null) {
            throw invalid(ViolationMessages.NOTHING, parser.currentLocation());
        }
        parser.skipChildren();
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException(refusal(SyntaxFault.in(json).summary()));
        }
    }

    private static IllegalArgumentException invalid(String fault, TokenStreamLocation at) {
        return new IllegalArgumentException(refusal(fault + ViolationMessages.at(at.getLineNr(), at.getColumnNr())));
    }

    static String refusal(String fault) {
        return "not a JSON value: " + fault;
    }
}
