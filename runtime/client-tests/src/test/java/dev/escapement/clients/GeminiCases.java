package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.calling;
import static dev.escapement.clients.CaseSpec.complete;
import static dev.escapement.clients.CaseSpec.failed;
import static dev.escapement.clients.CaseSpec.rejected;
import static dev.escapement.clients.CaseSpec.reply;
import static dev.escapement.clients.RequestChecks.modelPart;

import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.StopReason;
import java.time.Duration;
import java.util.List;

/** Replies of Gemini's own protocol, of all kinds. */
final class GeminiCases {

    private static final String OSLO = "get_weather {\"city\":\"Oslo\"}";

    private GeminiCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("gemini-whole-text", "Hei"),
                complete("gemini-whole-stop-lower", "Hei"),
                complete("gemini-whole-no-reason", "Hei"),
                complete("gemini-whole-unknown-reason", "Hei").finishReason("CONCLUDED"),
                reply("gemini-whole-max-tokens", StopReason.LENGTH).text("Hei"),
                reply("gemini-whole-safety", StopReason.CONTENT_FILTER).text("Hei"),
                reply("gemini-whole-recitation", StopReason.CONTENT_FILTER).text("Hei"),
                reply("gemini-whole-prohibited-content", StopReason.CONTENT_FILTER)
                        .text("Hei"),
                reply("gemini-whole-blocklist", StopReason.CONTENT_FILTER).text("Hei"),
                reply("gemini-whole-spii", StopReason.CONTENT_FILTER).text("Hei"),
                reply("gemini-whole-malformed-call", StopReason.UNKNOWN),
                reply("gemini-whole-blocked", StopReason.CONTENT_FILTER).usage(10, 0, 0),
                complete("gemini-stream-reason-everywhere", "Hei du"),
                complete("gemini-stream-one-reason", "Hei du"),
                complete("gemini-stream-empty-end", "Hei"),
                complete("gemini-stream-no-parts-end", "Hei"),
                complete("gemini-stream-late-usage", "Hei"),
                complete("gemini-stream-done", "Hei"),
                failed("gemini-stream-cut", ModelUnavailableException.class),
                complete("gemini-stream-as-json", "Hei"),
                complete("gemini-stream-array", "Hei du"),
                complete("gemini-stream-whole", "Hei"),
                complete("gemini-stream-open", "Hei").heldOpen().within(Duration.ofSeconds(4)),
                complete("gemini-stream-error", "ok").requests(2),
                complete("gemini-whole-sse", "Hei"),
                complete("gemini-whole-no-type", "Hei"),
                complete("gemini-whole-gzip", "Hei"),
                complete("gemini-whole-error-empty", "Hei"),
                rejected("gemini-whole-error-array", 400, "API key not valid"),
                calling("gemini-whole-call", OSLO),
                calling("gemini-whole-call-no-arguments", "list_all {}"),
                calling("gemini-whole-call-null-arguments", "list_all {}"),
                calling("gemini-whole-equal-calls", OSLO, OSLO).distinctIds(),
                calling("gemini-stream-two-calls", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("gemini-stream-call-unknown-reason", OSLO),
                complete("gemini-whole-thought", "Hei"),
                complete("gemini-whole-signature", "ok")
                        .continued()
                        .request(2, modelPart(0, "thoughtSignature", "U0lH")),
                complete("gemini-stream-signature", "ok")
                        .continued()
                        .request(2, modelPart(0, "thoughtSignature", "U0lH")),
                complete("gemini-whole-id", "ok").continued().request(2, modelPart(0, "functionCall/id", "fc-7")),
                complete("gemini-whole-thoughts-usage", "Hei").usage(10, 8, 0),
                complete("gemini-whole-cached", "Hei").usage(10, 5, 8),
                complete("gemini-whole-no-usage", "Hei").noUsage(),
                complete("gemini-whole-odd-usage", "Hei").noUsage(),
                complete("gemini-whole-odd-fields", "Hei"),
                complete("gemini-whole-unknown-part", "Hei"),
                complete("gemini-whole-null-text", "Hei"),
                complete("gemini-whole-503", "ok").requests(2),
                complete("gemini-whole-quota-with-delay", "ok").requests(2).atLeast(Duration.ofSeconds(1)),
                rejected("gemini-whole-unknown-name", 400, "Cannot find field"),
                complete("gemini-whole-path", "ok").target("/v1beta/models/m-1:generateContent"),
                complete("gemini-stream-path", "ok").target("/v1beta/models/m-1:streamGenerateContent?alt=sse"),
                calling("gemini-whole-arguments-null-text", "list_all {}"),
                calling("gemini-whole-arguments-empty-list-text", "list_all {}"),
                calling("gemini-whole-snake-case", OSLO),
                complete("gemini-stream-snake-case", "Hei"),
                reply("gemini-whole-snake-case-block", StopReason.CONTENT_FILTER)
                        .usage(10, 0, 0),
                complete("gemini-whole-raw-line-break", "Hei\ndu"),
                complete("gemini-whole-odd-escape", "a'b"),
                complete("gemini-stream-metadata-between", "Hei"),
                complete("gemini-stream-ping", "Hei"),
                complete("gemini-stream-empty-object", "Hei"),
                complete("gemini-stream-wrapped", "Hei"),
                complete("gemini-whole-wrapped", "Hei"));
    }
}
