package dev.escapement.anthropic;

import dev.escapement.http.client.ObjectText;
import dev.escapement.http.client.ProviderJson;

/**
 * The arguments of a call in a reply. The API sends an object at once, or an empty object followed by fragments. Other
 * servers also send text, an empty list, an empty object before or after the fragments, the whole arguments twice, or brackets
 * and markers after them.
 */
final class ToolInput {

    private static final String EMPTY = "{}";

    private ToolInput() {}

    /**
     * Returns the arguments of a call.
     *
     * @param begun the arguments at the beginning of the call
     * @param fragments the fragments that followed
     * @return JSON text if the arguments are complete
     */
    static String of(ProviderJson begun, String fragments) {
        String streamed = fragments.strip();
        if (ObjectText.isNothing(streamed) || streamed.equals(EMPTY)) {
            return of(begun);
        } else if (streamed.startsWith(EMPTY)
                && streamed.substring(EMPTY.length()).strip().startsWith("{")) {
            return streamed.substring(EMPTY.length()).strip();
        }
        String first = streamed.endsWith(EMPTY) ? streamed.substring(0, streamed.length() - EMPTY.length()) : "";
        if (ProviderJson.isObject(first)) {
            return first.strip(); // an empty object does not replace arguments
        }
        String half = streamed.substring(0, streamed.length() / 2);
        return streamed.equals(half + half) && ProviderJson.isObject(half) ? half : ObjectText.of(fragments);
    }

    /** Returns whether a call begins without arguments, which may follow in fragments. */
    static boolean isEmpty(ProviderJson begun) {
        return of(begun).equals(EMPTY);
    }

    private static String of(ProviderJson begun) {
        if (begun.isAbsent() || (begun.isArray() && begun.items().isEmpty())) {
            return EMPTY;
        } else if (begun.isText()) {
            String text = ObjectText.of(begun.text().strip());
            return text.isEmpty() ? EMPTY : text;
        }
        return begun.isObject() && begun.names().isEmpty() ? EMPTY : begun.raw();
    }
}
