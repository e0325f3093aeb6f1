package dev.escapement.openai;

import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.model.spi.ReplyBuilder;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import java.util.List;
import java.util.Optional;

/**
 * What Groq reports as the error {@code tool_use_failed}: its model called a tool in a way that Groq itself found to be
 * wrong. That is no fault of the request but a reply like any other, which the loop answers with what is wrong. If what the
 * model wrote is no call that can be read, it is text of a reply that is not complete.
 *
 * @see <a href="https://console.groq.com/docs/tool-use">Tool use</a>
 */
final class FailedGeneration {

    private static final String CODE = "tool_use_failed";

    private FailedGeneration() {}

    /**
     * The reply in an error.
     *
     * @param body the body of a response that reports an error
     * @return the reply; empty if the error is another one
     */
    static Optional<ReplyBuilder> in(Json body) {
        Json error = body.get("error");
        Json generation = error.get("failed_generation");
        Json code = error.get("code");
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
            Json written = Json.parse(generation);
            ReplyBuilder reply = ModelReply.builder();
            for (Json call : written.isArray() ? written.items() : List.of(written)) {
                String tool = call.get("name").text();
                Json arguments = call.get(call.get("arguments").isAbsent() ? "parameters" : "arguments");
                reply.call(call.get("id").textOrEmpty(), tool, Arguments.verbatim(arguments));
            }
            return reply;
        } catch (MalformedJsonException noCall) {
            return ModelReply.builder().text(generation).stop(StopReason.UNKNOWN);
        }
    }
}
