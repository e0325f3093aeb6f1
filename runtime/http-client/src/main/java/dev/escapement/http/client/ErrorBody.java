package dev.escapement.http.client;

import java.util.List;

/**
 * An error reported by a provider. Providers do not share one form; the forms in use are {@code {"error": {"message",
 * "code" | "type" | "status"}}}, {@code {"error": "text"}}, {@code {"message", "type"}} and {@code {"detail"}}, and
 * each of them in a list.
 *
 * @param message the message; in an unknown form, the whole body
 * @param code the provider's name for the error; empty if it has none
 */
record ErrorBody(String message, String code) {

    /** The error code for an exhausted quota in OpenAI's protocols. The HTTP status is 429. */
    private static final String QUOTA = "insufficient_quota";

    static ErrorBody of(String body) {
        try {
            return of(ProviderJson.parse(body));
        } catch (MalformedReplyException noJson) {
            return new ErrorBody(body, "");
        }
    }

    static ErrorBody of(ProviderJson body) {
        ProviderJson fault =
                body.isArray() && !body.items().isEmpty() ? body.items().get(0) : body;
        ProviderJson error = fault.get("error");
        ProviderJson source = error.isObject() ? error : fault;
        String message = firstOf(source.get("message"), error, source.get("detail"));
        String code = firstText(source.get("code"), source.get("type"), source.get("status"));
        return new ErrorBody(message.isEmpty() ? body.raw() : message, code);
    }

    /** Returns whether the error reports an exhausted quota. A retry is then useless. */
    boolean isQuotaExhausted() {
        return code.equals(QUOTA);
    }

    private static String firstOf(ProviderJson... candidates) {
        String text = firstText(candidates);
        if (!text.isEmpty()) {
            return text;
        }
        for (ProviderJson candidate : candidates) {
            if (candidate.isObject() || candidate.isArray()) {
                return candidate.raw();
            }
        }
        return "";
    }

    /**
     * Returns the first candidate that is a non-blank string, or an empty string if there is none. A numeric code is
     * skipped, because it repeats the HTTP status.
     */
    private static String firstText(ProviderJson... candidates) {
        return List.of(candidates).stream()
                .filter(ProviderJson::isText)
                .map(ProviderJson::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
