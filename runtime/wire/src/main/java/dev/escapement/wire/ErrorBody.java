package dev.escapement.wire;

import java.util.List;

/**
 * What a provider says went wrong. There is no common form; the ones in use are {@code {"error": {"message", "code" |
 * "type" | "status"}}}, {@code {"error": "text"}}, {@code {"message", "type"}} and {@code {"detail"}}, and each of them in
 * a list.
 *
 * @param message what it says; as a last resort the body as it is
 * @param code the provider's name for the fault; empty if it gives none
 */
record ErrorBody(String message, String code) {

    /** What OpenAI, and who speaks its protocol, calls a quota that is used up; the HTTP status is that of too many requests. */
    private static final String QUOTA = "insufficient_quota";

    static ErrorBody of(String body) {
        try {
            return of(Json.parse(body));
        } catch (MalformedJsonException noJson) {
            return new ErrorBody(body, "");
        }
    }

    static ErrorBody of(Json body) {
        Json fault = body.isArray() && !body.items().isEmpty() ? body.items().get(0) : body;
        Json error = fault.get("error");
        Json source = error.isObject() ? error : fault;
        String message = firstOf(source.get("message"), error, source.get("detail"));
        String code = firstText(source.get("code"), source.get("type"), source.get("status"));
        return new ErrorBody(message.isEmpty() ? body.raw() : message, code);
    }

    /** Whether all that was paid for is used up: that does not pass by waiting. */
    boolean isQuotaUsedUp() {
        return code.equals(QUOTA);
    }

    private static String firstOf(Json... candidates) {
        String text = firstText(candidates);
        if (!text.isEmpty()) {
            return text;
        }
        for (Json candidate : candidates) {
            if (candidate.isObject() || candidate.isArray()) {
                return candidate.raw();
            }
        }
        return "";
    }

    /** A code may be a number, the HTTP status over again: that names nothing. */
    private static String firstText(Json... candidates) {
        return List.of(candidates).stream()
                .filter(Json::isText)
                .map(Json::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
