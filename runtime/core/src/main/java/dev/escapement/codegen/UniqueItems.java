package dev.escapement.codegen;

import dev.escapement.internal.json.CanonicalJson;
import dev.escapement.internal.json.JsonSyntax;
import dev.escapement.json.JsonEncoder;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Which elements of an array JSON Schema calls equal, for {@code uniqueItems}. Java has an opinion of its own: to it
 * 2.0 and 2.00 are two decimal numbers, 0.0 and -0.0 two doubles, and two arrays are never equal.
 */
final class UniqueItems {

    private UniqueItems() {}

    /**
     * The form of a value, as in {@link CanonicalJson#exact}.
     *
     * @throws RuntimeException if the value cannot be written, such as one that its own constructor has damaged
     */
    static <T> String form(T value, JsonEncoder<T> encoder) {
        try (JsonParser parser = parser(JsonWriter.encodeUnchecked(encoder, value))) {
            parser.nextToken();
            return CanonicalJson.exact(parser);
        }
    }

    /** The index of the first element of an array that is equal to one before it; -1 if there is none. */
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
            // No reader will take it either.
        }
        return -1;
    }

    private static JsonParser parser(String json) {
        return JsonSyntax.STRICT.createParser(ObjectReadContext.empty(), json);
    }
}
