package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;
import java.util.List;

/**
 * A reader of properties that are not essential for a reply. Servers write other types into them, for example a number
 * in place of text or an object in place of a list, which must not make a paid reply unreadable.
 */
final class LenientJson {

    private LenientJson() {}

    /** Returns a string, or an empty string for any other value. */
    static String text(ProviderJson value) {
        return value.isText() ? value.text() : "";
    }

    /** Returns a string, number or boolean as text, or an empty string for any other value. */
    static String word(ProviderJson value) {
        return value.isObject() || value.isArray() ? "" : value.textOrJson();
    }

    /** Returns the elements of an array, an object as the only element, or no elements for any other value. */
    static List<ProviderJson> list(ProviderJson value) {
        if (value.isArray()) {
            return value.items();
        }
        return value.isObject() && !value.names().isEmpty() ? List.of(value) : List.of();
    }
}
