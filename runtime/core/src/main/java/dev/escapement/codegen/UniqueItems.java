package dev.escapement.codegen;

import dev.escapement.internal.json.CanonicalJson;
import dev.escapement.internal.json.JsonSyntax;
import dev.escapement.internal.json.UnpairedEscapes;
import dev.escapement.json.JsonEncoder;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * The JSON Schema equality of array elements, as defined for {@code uniqueItems}. Equality in Java differs: it
 * distinguishes the decimal numbers 2.0 and 2.00, the doubles 0.0 and -0.0, and all arrays.
 */
final class UniqueItems {

    private UniqueItems() {}

    /**
     * Returns the canonical form of a value, as defined by {@link CanonicalJson#exact}.
     *
     * @throws RuntimeException if the value cannot be written, for example because its constructor damaged it
     */
    static <T> String form(T value, JsonEncoder<T> encoder) {
        try (JsonParser parser = parser(JsonEncoding.encodeUnchecked(encoder, value))) {
            parser.nextToken();
            return CanonicalJson.exact(parser);
        }
    }

    /** Returns the index of the first array element that equals an earlier element, or -1 if all differ. */
    static int firstRepeated(String array) {
        Set<String> forms = new HashSet<>();
        try (JsonParser parser = parser(array)) {
            parser.nextToken();
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                if (!forms.add(CanonicalJson.exact(parser))) {
                    return i;
                }
            }
        } catch (JacksonException tooDeep) {
            // A reader would reject it, too.
        }
        return -1;
    }

    private static JsonParser parser(String json) {
        return JsonSyntax.STRICT.createParser(ObjectReadContext.empty(), UnpairedEscapes.unescaped(json));
    }
}
