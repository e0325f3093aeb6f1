package dev.escapement.openai;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ObjectText;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.List;
import java.util.Optional;

/**
 * A reader of the reply that Groq's error {@code tool_use_failed} contains. Groq reports this error if it finds a call
 * of the model to be invalid. The request is valid, so the reply is processed like any other, and the loop answers the
 * call with its violations. Content that is not a call becomes the text of an incomplete reply.
 *
 * @see <a href="https://console.groq.com/docs/tool-use">Tool use</a>
 */
final class FailedGeneration {

    /** The code of the error. */
    static final String CODE = "tool_use_failed";

    private FailedGeneration() {}

    /**
     * Returns the reply that an error contains.
     *
     * @param body the body of a response that reports an error, or the error
     * @param shown the text of the reply before the error; empty unless the reply is streamed
     * @return the reply; empty for another error, or if neither the error nor the stream has content
     */
    static Optional<ReplyBuilder> in(ProviderJson body, String shown) {
        ProviderJson error = body.get("error").isObject() ? body.get("error") : body;
        String generation = LenientJson.text(error.get("failed_generation"));
        if (!LenientJson.text(error.get("code")).equals(CODE) || (generation.isBlank() && shown.isBlank())) {
            return Optional.empty();
        }
        return Optional.of(reply(generation, shown));
    }

    private static ReplyBuilder reply(String generation, String shown) {
        try {
            ProviderJson written = ProviderJson.parse(generation);
            ReplyBuilder reply = ModelReply.builder().text(shown);
            for (ProviderJson call : written.isArray() ? written.items() : List.of(written)) {
                String tool = call.get("name").text();
                ProviderJson arguments = call.get(call.get("arguments").isAbsent() ? "parameters" : "arguments");
                reply.call(LenientJson.word(call.get("id")), tool, ObjectText.of(arguments.textOrJson()));
            }
            return reply;
        } catch (MalformedReplyException noCall) {
            String text = generation.startsWith(shown) ? generation : shown + generation;
            return ModelReply.builder().text(text).stop(StopReason.UNKNOWN);
        }
    }
}
