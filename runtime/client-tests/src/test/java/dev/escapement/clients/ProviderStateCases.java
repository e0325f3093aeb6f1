package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.complete;
import static dev.escapement.clients.RequestChecks.absent;
import static dev.escapement.clients.RequestChecks.assistantLast;
import static dev.escapement.clients.RequestChecks.block;
import static dev.escapement.clients.RequestChecks.callCompanion;
import static dev.escapement.clients.RequestChecks.companion;
import static dev.escapement.clients.RequestChecks.inputItem;
import static dev.escapement.clients.RequestChecks.sameId;

import java.util.List;

/** Companions of messages and calls that servers require in later requests. */
final class ProviderStateCases {

    private ProviderStateCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("chat-whole-reasoning-details", "ok")
                        .continued()
                        .request(2, companion("reasoning_details/1/signature", "S1")),
                complete("chat-stream-reasoning-details", "ok")
                        .continued()
                        .request(2, companion("reasoning_details/0/data", "Rk9P")),
                complete("chat-stream-empty-reasoning", "ok")
                        .continued()
                        .request(2, companion("reasoning_content", "")),
                complete("chat-whole-empty-reasoning", "ok").continued().request(2, companion("reasoning_content", "")),
                complete("chat-stream-reasoning", "ok").continued().request(2, companion("reasoning", "Hm so")),
                complete("chat-stream-signature", "ok")
                        .continued()
                        .request(2, callCompanion("extra_content/google/thought_signature", "U0lH")),
                complete("chat-stream-call-companion", "ok")
                        .continued()
                        .request(2, callCompanion("provider_specific_fields/thought_signature", "U0lH")),
                complete("chat-whole-late-signature", "ok")
                        .continued()
                        .request(2, callCompanion("extra_content/google/thought_signature", "U0lH")),
                complete("chat-whole-kimi-id", "ok").continued().request(2, sameId("functions.get_weather:0")),
                complete("chat-stream-long-id", "ok")
                        .continued()
                        .request(
                                2,
                                sameId(
                                        "call_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")),
                complete("anth-whole-empty-signature", "ok").continued().request(2, block("thinking", "signature", "")),
                complete("anth-stream-empty-signature", "ok")
                        .continued()
                        .request(2, block("thinking", "thinking", "Hm")),
                complete("anth-stream-redacted", "ok")
                        .continued()
                        .request(2, block("redacted_thinking", "data", "RU5D")),
                complete("anth-stream-pause", "Looking ok")
                        .usage(20, 10, 0)
                        .requests(2)
                        .request(2, assistantLast()),
                complete("anth-whole-pause-twice", "ABok")
                        .usage(30, 15, 0)
                        .requests(3)
                        .request(3, assistantLast()),
                complete("anth-whole-search-result", "ok")
                        .continued()
                        .request(2, block("web_search_tool_result", "tool_use_id", "srvtoolu_7")),
                complete("resp-whole-reasoning", "ok")
                        .continued()
                        .request(2, inputItem("reasoning", "encrypted_content", "RU5D")),
                complete("resp-stream-reasoning", "ok")
                        .continued()
                        .request(2, inputItem("reasoning", "encrypted_content", "RU5D")),
                complete("chat-whole-null-companions", "ok").continued().request(2, absent("audio")),
                complete("chat-stream-split-details", "ok")
                        .continued()
                        .request(2, companion("reasoning_details/0/text", "Hm so")),
                complete("chat-stream-text-state", "ok").continued().request(2, companion("reasoning_content", "Hm")),
                complete("anth-whole-thinking-text", "ok").continued().request(2, block("thinking", "signature", "S1")),
                complete("resp-whole-message-id", "ok")
                        .continued()
                        .request(2, inputItem("function_call", "call_id", "call_7")));
    }
}
