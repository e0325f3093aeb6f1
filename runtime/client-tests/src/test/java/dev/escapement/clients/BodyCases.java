package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.complete;
import static dev.escapement.clients.CaseSpec.failed;
import static dev.escapement.clients.CaseSpec.rejected;
import static dev.escapement.clients.CaseSpec.unavailable;

import dev.escapement.model.ModelException;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.UnreadableReplyException;
import java.util.List;

/** Bodies whose form differs from their header, and forms of errors. */
final class BodyCases {

    private BodyCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("chat-stream-json", "Hei"),
                complete("chat-stream-json-as-stream", "Hei"),
                complete("chat-stream-plain", "Hei"),
                complete("chat-stream-html-type", "Hei"),
                complete("chat-stream-no-type", "Hei"),
                complete("chat-stream-octets", "Hei"),
                complete("chat-stream-broken-type", "Hei"),
                complete("chat-stream-comment-first", "Hei"),
                complete("chat-stream-event-first", "Hei"),
                complete("chat-stream-bom", "Hei"),
                complete("chat-stream-gzip", "Hei"),
                complete("chat-whole-gzip", "Hei"),
                complete("chat-whole-gzip-upper", "Hei"),
                complete("chat-whole-sse", "Hei"),
                complete("chat-whole-sse-as-json", "Hei"),
                complete("chat-whole-text", "Hei"),
                complete("chat-whole-html-type", "Hei"),
                complete("chat-whole-problem-json", "Hei"),
                complete("chat-whole-bom", "Hei"),
                complete("chat-whole-blank-lines", "Hei"),
                failed("chat-whole-page", UnreadableReplyException.class),
                failed("chat-whole-page-as-json", UnreadableReplyException.class),
                complete("chat-whole-gateway-page", "ok").requests(2),
                rejected("chat-whole-page-404", 404),
                failed("chat-stream-nothing", ModelUnavailableException.class),
                rejected("chat-whole-error-text", 404, "try pulling it first"),
                rejected("chat-whole-error-detail", 401, "Not authenticated"),
                rejected("chat-whole-error-detail-list", 422, "field required", "model"),
                rejected("chat-whole-error-message", 400, "invalid tool name"),
                rejected("chat-whole-error-list", 400, "Could not route"),
                rejected("chat-whole-error-msg", 400, "model not enabled"),
                rejected("chat-whole-error-nested", 400, "quite nested"),
                rejected("chat-whole-error-vllm", 400, "at most 8 images"),
                failed("chat-whole-error-vllm-200", ModelException.class, "at most 8 images"),
                failed("chat-whole-error-minimax", ModelException.class, "login fail"),
                rejected("chat-whole-error-array", 400, "API key not valid"),
                rejected("chat-whole-error-plain", 400, "unknown model m-1"),
                rejected("chat-whole-error-number-code", 403, "no access"),
                complete("chat-whole-error-429-in-200", "ok").requests(2),
                complete("chat-whole-error-null", "Hei"),
                complete("chat-whole-error-empty-object", "Hei"),
                complete("chat-whole-error-empty-text", "Hei"),
                complete("chat-stream-error-empty", "Hei"),
                failed("chat-stream-error-text", ModelException.class, "engine exploded"),
                failed("chat-stream-error-event-plain", ModelException.class, "engine overloaded"),
                complete("chat-stream-error-choices", "ok").requests(2),
                failed("chat-stream-error-in-choice", ModelException.class, "upstream gone"),
                failed("chat-stream-error-bare", ModelException.class, "out of memory"),
                rejected("chat-stream-error-json-body", 400, "bad tools"),
                rejected("chat-stream-error-sse-400", 400, "bad tools"),
                complete("chat-stream-error-sse-429", "ok").requests(2),
                rejected("chat-whole-gzip-error", 401, "wrong key"),
                complete("resp-whole-no-type", "Hei"),
                complete("resp-stream-as-json", "Hei"),
                complete("resp-stream-whole", "Hei"),
                complete("resp-whole-sse", "Hei"),
                failed("resp-stream-error-event", ModelException.class, "Slow down"),
                failed("resp-stream-error-nested", ModelException.class, "Slow down"),
                complete("resp-stream-failed", "ok").requests(2),
                complete("resp-whole-error-empty", "Hei"),
                complete("anth-whole-no-type", "Hei"),
                complete("anth-whole-sse", "Hei"),
                complete("anth-stream-whole", "Hei"),
                complete("anth-stream-as-json", "Hei"),
                complete("anth-whole-overloaded-200", "ok").requests(2),
                complete("anth-stream-overloaded", "ok").requests(2),
                failed("anth-stream-error-field", ModelException.class, "slot unavailable"),
                failed("anth-stream-error-text", ModelException.class, "engine exploded"),
                rejected("anth-whole-error-text", 404, "unknown model"),
                complete("anth-whole-error-empty", "Hei"),
                complete("anth-stream-junk-after", "Hei"),
                complete("chat-whole-201", "Hei"),
                complete("chat-whole-http-1-0", "Hei"),
                complete("chat-whole-error-like-text", "{\"error\":{\"message\":\"no\"}}"),
                complete("chat-stream-error-like-text", "error: {}"),
                unavailable("chat-stream-402-in-200", 200, "Insufficient credits"),
                rejected("chat-stream-context-in-200", 200, "maximum context length"),
                complete("chat-whole-gateway-page-524", "ok").requests(2),
                complete("chat-stream-error-after-text", "ok").requests(2),
                complete("chat-whole-two-documents", "Hei"),
                complete("chat-whole-error-fastapi-500", "ok").requests(2),
                rejected("chat-whole-error-result", 400, "no such deployment"),
                rejected("chat-whole-error-title", 403, "Forbidden by policy"),
                rejected("chat-whole-error-key", 401, "Incorrect API key"),
                rejected("anth-whole-error-vertex", 404, "was not found"),
                rejected("anth-whole-error-bedrock", 403, "not authorized to perform"));
    }
}
