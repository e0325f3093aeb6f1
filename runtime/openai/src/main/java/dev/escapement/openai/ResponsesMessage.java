package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;

/** A reader of the message items in a Responses reply. */
final class ResponsesMessage {

    private ResponsesMessage() {}

    /** Returns the text of a message, including refusals. The content may be a string or a list of parts. */
    static String textOf(ProviderJson message) {
        ProviderJson content = message.get("content");
        if (content.isText()) {
            return content.text();
        }
        StringBuilder text = new StringBuilder();
        for (ProviderJson part : LenientJson.list(content)) {
            text.append(LenientJson.text(part)).append(LenientJson.text(part.get("text")));
            text.append(LenientJson.text(part.get("refusal")));
        }
        return text.toString();
    }

    /** Returns whether a message contains a refusal. */
    static boolean isRefused(ProviderJson message) {
        return LenientJson.list(message.get("content")).stream()
                .anyMatch(part -> !LenientJson.text(part.get("refusal")).isEmpty());
    }
}
