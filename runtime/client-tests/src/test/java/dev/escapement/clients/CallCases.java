package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.calling;
import static dev.escapement.clients.CaseSpec.complete;
import static dev.escapement.clients.CaseSpec.reply;

import dev.escapement.model.StopReason;
import java.util.List;

/** Calls that servers divide, restate or number in their own ways. */
final class CallCases {

    private static final String OSLO = "get_weather {\"city\":\"Oslo\"}";

    private CallCases() {}

    static List<CaseSpec> all() {
        return List.of(
                calling("chat-stream-index-0", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("chat-stream-index-0-fragments", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("chat-stream-no-index", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("chat-stream-no-ids", OSLO, "list_all {}"),
                calling("chat-stream-no-ids-same-tool", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("chat-stream-one-chunk", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("chat-stream-repeated-id-name", OSLO),
                calling("chat-stream-empty-id-later", OSLO),
                calling("chat-stream-null-name-later", OSLO),
                calling("chat-stream-interleaved", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("chat-stream-index-from-1", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("chat-stream-object-arguments", OSLO),
                calling("chat-stream-name-thrice", OSLO),
                calling("chat-stream-name-with-arguments", OSLO),
                calling("chat-stream-restated-pieces", OSLO),
                calling("chat-stream-empty-object-first", OSLO),
                calling("chat-stream-empty-object-only", "list_all {}"),
                calling("chat-stream-empty-object-twice", "list_all {}"),
                calling("chat-stream-id-late", OSLO),
                calling("chat-stream-name-late", OSLO),
                reply("chat-stream-text-then-call", StopReason.COMPLETE)
                        .text("Hei")
                        .calls(OSLO),
                complete("chat-stream-final-message", "Hei"),
                calling("chat-stream-call-in-message", OSLO).unshown(),
                calling("chat-whole-no-ids", OSLO, "get_weather {\"city\":\"Rome\"}")
                        .distinctIds(),
                calling("chat-whole-same-id", OSLO, "get_weather {\"city\":\"Rome\"}")
                        .distinctIds(),
                calling("chat-whole-null-id", OSLO),
                calling("chat-whole-object-arguments", OSLO),
                calling("chat-whole-number-id", OSLO),
                calling("anth-stream-input-at-start", OSLO),
                calling("anth-stream-input-restated", OSLO),
                calling("anth-stream-empty-object-first", OSLO),
                calling("anth-stream-null-input", OSLO),
                calling("anth-stream-same-index", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("anth-whole-no-id", OSLO),
                calling("anth-whole-end-turn-call", OSLO),
                calling("resp-stream-item-only", OSLO).unshown(),
                calling("resp-stream-deltas-only", OSLO),
                calling("resp-stream-arguments-done", OSLO),
                calling("resp-whole-object-arguments", OSLO),
                calling("resp-whole-no-call-id", OSLO),
                calling("chat-stream-equal-calls", OSLO, OSLO).distinctIds(),
                calling("chat-stream-equal-calls-index-0", OSLO, OSLO).distinctIds(),
                calling("chat-stream-equal-calls-no-ids", OSLO, OSLO).distinctIds(),
                calling("chat-stream-cumulative", OSLO),
                calling("chat-stream-unknown-tool", "get_time {}"),
                calling("chat-stream-unknown-tool-pieces", "get_time {}"),
                calling("chat-stream-name-restated-alone", OSLO),
                calling("chat-stream-number-index", OSLO),
                calling("chat-stream-null-index", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("chat-stream-three-interleaved", OSLO, "list_all {}", "get_weather {\"city\":\"Rome\"}"),
                calling("chat-stream-legacy-function-call", OSLO),
                calling("chat-whole-legacy-function-call", OSLO),
                calling("chat-stream-whitespace-first", "get_weather  {\"city\":\"Oslo\"}"),
                complete("chat-stream-perplexity", "Hei du"),
                complete("chat-stream-split-surrogate", "😀"),
                calling("anth-whole-null-input", "list_all {}"),
                calling("anth-stream-no-input", "list_all {}"),
                calling("anth-stream-two-calls", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("anth-stream-interleaved", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("resp-stream-two-calls", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("resp-stream-no-item-ids", OSLO),
                calling("chat-stream-id-changes", OSLO),
                calling("chat-stream-id-per-chunk-same-name", OSLO),
                calling("chat-stream-type-null", OSLO),
                calling("chat-stream-function-null", OSLO),
                calling("chat-stream-name-padded", OSLO),
                calling("chat-stream-empty-first", OSLO),
                calling("chat-stream-flat", OSLO),
                calling("chat-stream-map-instead-of-list", OSLO),
                calling("chat-stream-two-then-restated", OSLO, "get_weather {\"city\":\"Rome\"}"),
                calling("chat-stream-restated-other-format", OSLO),
                calling("chat-stream-restated-without-name", OSLO),
                calling("chat-stream-restated-in-message", OSLO),
                calling("chat-stream-message-restates", OSLO),
                calling("anth-stream-id-missing", OSLO),
                calling("anth-stream-object-partial", OSLO),
                calling("chat-stream-brace-after-arguments", OSLO),
                calling("chat-stream-quote-after-arguments", OSLO),
                calling("chat-stream-marker-after-arguments", OSLO),
                calling("chat-stream-tag-after-arguments", OSLO, "list_all {}"),
                calling("chat-stream-words-after-arguments", OSLO + ", \"then\": "),
                calling("chat-whole-brace-after-arguments", OSLO),
                calling("resp-whole-marker-after-arguments", OSLO),
                calling("anth-stream-brace-after-arguments", OSLO),
                calling("chat-stream-arguments-null-text", "list_all "),
                calling("chat-stream-arguments-empty-list-text", "list_all "),
                calling("chat-whole-arguments-null-text", "list_all "),
                calling("chat-whole-arguments-empty-list-text", "list_all "),
                calling("resp-whole-arguments-null-text", "list_all "),
                calling("resp-whole-arguments-empty-list-text", "list_all "),
                calling("anth-whole-arguments-null-text", "list_all {}"),
                calling("chat-whole-parameters", OSLO));
    }
}
