package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.calling;
import static dev.escapement.clients.CaseSpec.complete;
import static dev.escapement.clients.CaseSpec.reply;
import static dev.escapement.clients.CaseSpec.unavailable;

import dev.escapement.model.StopReason;
import java.util.List;

/** Words for the end of a reply, as servers and gateways send them. */
final class FinishReasonCases {

    private static final String OSLO = "get_weather {\"city\":\"Oslo\"}";

    private FinishReasonCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("chat-stream-eos-upper", "Hei"),
                complete("chat-stream-stop-upper", "Hei"),
                complete("chat-stream-end-turn-mixed", "Hei"),
                calling("chat-stream-calls-hyphen", OSLO),
                calling("chat-stream-call-stop", OSLO),
                calling("chat-stream-call-function", OSLO),
                calling("chat-stream-call-end-turn", OSLO),
                complete("chat-stream-empty", "Hei"),
                complete("chat-stream-unknown", "Hei").finishReason("finish_reason_unspecified"),
                calling("chat-stream-unknown-call", OSLO).finishReason("halted_by_scheduler"),
                reply("chat-stream-unknown-half-call", StopReason.UNKNOWN).calls("get_weather {\"city\":\"Os"),
                reply("chat-stream-length-half-call", StopReason.LENGTH).calls("get_weather {\"city\":\"Os"),
                reply("chat-stream-max-output-tokens", StopReason.LENGTH).text("Hei"),
                calling("chat-stream-null-call", OSLO),
                reply("chat-whole-model-length", StopReason.LENGTH).text("Hei"),
                reply("chat-whole-guardrail", StopReason.CONTENT_FILTER).text("Hei"),
                reply("chat-whole-prohibited", StopReason.CONTENT_FILTER).text("Hei"),
                reply("chat-whole-safety", StopReason.CONTENT_FILTER).text("Hei"),
                reply("chat-whole-refusal", StopReason.REFUSAL).text("Hei"),
                complete("chat-whole-complete", "Hei"),
                complete("chat-whole-unknown", "Hei").finishReason("concluded"),
                complete("chat-whole-absent", "Hei"),
                complete("chat-whole-network-error", "ok").requests(2),
                complete("chat-stream-network-error", "ok").requests(2),
                complete("chat-stream-error-half-call", "ok").requests(2),
                unavailable("chat-stream-error-alone", 200, "error"),
                reply("resp-whole-max-tokens", StopReason.LENGTH).text("Hei"),
                reply("resp-whole-filter", StopReason.CONTENT_FILTER).text("Hei"),
                complete("resp-whole-no-status", "Hei"),
                complete("resp-whole-status-upper", "Hei"),
                complete("anth-whole-stop", "Hei"),
                complete("anth-whole-end-turn-upper", "Hei"),
                calling("anth-whole-tool-calls", OSLO),
                reply("anth-whole-length", StopReason.LENGTH).text("Hei"),
                reply("anth-whole-window", StopReason.LENGTH).text("Hei"),
                reply("anth-whole-sensitive", StopReason.CONTENT_FILTER).text("Hei"),
                complete("anth-whole-unknown", "Hei").finishReason("yielded"),
                complete("anth-whole-error", "ok").requests(2),
                complete("anth-stream-eos", "Hei"),
                complete("anth-stream-null", "Hei"),
                complete("anth-stream-no-message-delta", "Hei").usage(10, 1, 0),
                calling("anth-stream-null-call", OSLO),
                complete("anth-stream-network-error", "ok").requests(2),
                reply("chat-stream-length-whole-call", StopReason.LENGTH).calls(OSLO),
                reply("chat-stream-filter-upper", StopReason.CONTENT_FILTER).text("Hei"),
                reply("chat-stream-recitation", StopReason.CONTENT_FILTER).text("Hei"),
                complete("chat-stream-odd-word", "Hei"),
                complete("chat-whole-odd-word", "Hei"),
                complete("resp-whole-status-null", "Hei"),
                reply("resp-stream-half-call", StopReason.LENGTH).calls("get_weather {\"city\":\"Os"),
                reply("anth-stream-half-call", StopReason.LENGTH).calls("get_weather {\"city\":\"Os"),
                reply("anth-whole-refusal", StopReason.REFUSAL).text("Hei"),
                complete("anth-whole-stop-sequence", "Hei"),
                reply("chat-stream-max-seq-len", StopReason.LENGTH).text("Hei"),
                reply("chat-stream-risk-control", StopReason.CONTENT_FILTER).text("Hei"),
                complete("chat-stream-preempted", "ok").requests(2),
                complete("chat-stream-rate-limit", "ok").requests(2));
    }
}
