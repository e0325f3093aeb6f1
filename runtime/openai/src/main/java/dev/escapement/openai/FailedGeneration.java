package dev.escapement.openai;

import dev.escapement.http.client.MalformedReplyException;
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

    private static final String CODE = "tool_use_failed";

    private FailedGeneration() {}

    /**
     * Returns the reply that an error contains.
     *
     * @param body the body of a response that reports an error
     * @return the reply; empty if the error is another one
     */
    static Optional<ReplyBuilder> in(ProviderJson body) {
        ProviderJson error = body.get("error");
        ProviderJson generation = error.get("failed_generation");
        ProviderJson code = error.get("code");
        if (!code.isText()
                || !code.text().equals(CODE)
                || !generation.isText()
                || generation.text().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(reply(generation.text()));
    }

    private static ReplyBuilder reply(String generation) {
        try {
            ProviderJson written = ProviderJson.parse(generation);
            ReplyBuilder reply = ModelReply.builder();
            for (ProviderJson call : written.isArray() ? written.items() : List.of(written)) {
                String tool = call.get("name").text();
                ProviderJson arguments = call.get(call.get("arguments").isAbsent() ? "parameters" : "arguments");
                reply.call(call.get("id").textOrEmpty(), tool, arguments.textOrJson());
            }
            return reply;
        } catch (MalformedReplyException noCall) {
            return ModelReply.builder().text(generation).stop(StopReason.UNKNOWN);
        }
    }
}
