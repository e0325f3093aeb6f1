package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.complete;
import static dev.escapement.clients.CaseSpec.failed;
import static dev.escapement.clients.CaseSpec.rejected;
import static dev.escapement.clients.CaseSpec.unavailable;

import dev.escapement.model.UnreadableReplyException;
import java.time.Duration;
import java.util.List;

/** Failures that are temporary or not, and requested delays. */
final class RetryCases {

    private RetryCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("chat-whole-409", "ok").requests(2),
                complete("chat-whole-425", "ok").requests(2),
                complete("chat-whole-500", "ok").requests(2),
                complete("chat-whole-529", "ok").requests(2),
                complete("anth-whole-408", "ok").requests(2),
                complete("anth-whole-529", "ok").requests(2),
                complete("resp-whole-409", "ok").requests(2),
                unavailable("chat-whole-408-last", 408, "busy").unlike("will fail again"),
                unavailable("chat-whole-409-last", 409, "busy").unlike("will fail again"),
                unavailable("chat-whole-should-not", 500, "busy"),
                complete("chat-whole-should", "ok").requests(2),
                unavailable("anth-whole-should-not", 529, "busy"),
                complete("chat-whole-retry-after-ms", "ok").requests(2).atLeast(Duration.ofMillis(700)),
                complete("chat-whole-try-again-in", "ok").requests(2).atLeast(Duration.ofMillis(1_100)),
                complete("chat-whole-try-again-ms", "ok")
                        .requests(2)
                        .atLeast(Duration.ofMillis(650))
                        .within(Duration.ofSeconds(10)),
                complete("chat-whole-retry-after-body", "ok").requests(2).atLeast(Duration.ofSeconds(1)),
                complete("chat-whole-reset-header", "ok").requests(2).atLeast(Duration.ofSeconds(1)),
                unavailable("chat-whole-long-wait", 429, "1h12m0s").retryAfter(Duration.ofMinutes(72)),
                unavailable("chat-whole-402", 402, "Insufficient credits"),
                unavailable("chat-whole-quota", 429, "exceeded your current quota"),
                unavailable("chat-whole-quota-403", 403, "run out of credits"),
                unavailable("anth-whole-credit", 400, "credit balance is too low"),
                rejected("chat-whole-401", 401, "Incorrect API key"),
                complete("chat-stream-503", "ok").requests(2),
                unavailable("chat-whole-429-should-not", 429, "busy"),
                complete("chat-whole-retry-after-zero", "ok").requests(2),
                complete("chat-whole-retry-after-text", "ok").requests(2),
                complete("chat-whole-retry-info-text", "ok").requests(2).atLeast(Duration.ofMillis(900)),
                unavailable("chat-whole-zhipu-balance", 429, "余额不足"),
                unavailable("chat-whole-moonshot-suspended", 429, "suspended"),
                unavailable("chat-whole-dashscope-arrearage", 400, "good standing"),
                unavailable("chat-whole-xai-credits", 403, "spending limit"),
                unavailable("chat-whole-hard-limit", 400, "hard limit"),
                unavailable("anth-whole-402", 402, "Payment"),
                complete("anth-whole-retry-after", "ok").requests(2).atLeast(Duration.ofSeconds(1)),
                complete("resp-whole-503-body-wait", "ok").requests(2).atLeast(Duration.ofSeconds(1)),
                rejected("chat-whole-413", 413, "busy"),
                complete("chat-whole-gemini-quota-with-delay", "ok").requests(2).atLeast(Duration.ofSeconds(1)),
                complete("chat-whole-reset-tokens", "ok").requests(2).atLeast(Duration.ofMillis(900)),
                complete("chat-whole-retry-after-fraction", "ok").requests(2).atLeast(Duration.ofMillis(800)),
                complete("chat-whole-wait-seconds-word", "ok").requests(2).atLeast(Duration.ofSeconds(1)),
                complete("chat-whole-400-overloaded", "ok").requests(2),
                complete("chat-whole-400-throttled", "ok").requests(2),
                complete("chat-whole-422-server-error", "ok").requests(2),
                complete("anth-whole-403-rate-limit", "ok").requests(2),
                complete("chat-whole-424", "ok").requests(2),
                complete("gemini-whole-499", "ok").requests(2),
                complete("chat-whole-200-overloaded", "ok").requests(2),
                complete("chat-stream-200-try-later", "ok").requests(2),
                rejected("chat-whole-413-rate-limit", 413, "too large"),
                rejected("chat-whole-400-api-error", 400, "too long"),
                complete("chat-whole-empty-body", "ok").requests(2),
                complete("anth-whole-blank-body", "ok").requests(2),
                complete("resp-whole-no-body-no-type", "ok").requests(2),
                complete("chat-whole-cut-json", "ok").requests(2),
                complete("chat-whole-cut-word", "ok").requests(2),
                complete("gemini-whole-cut-text", "ok").requests(2),
                failed("chat-whole-broken-json", UnreadableReplyException.class, "did not send a reply"),
                complete("chat-whole-retry-after-unit", "ok").requests(2).atLeast(Duration.ofSeconds(1)),
                complete("chat-whole-metadata-wait", "ok").requests(2).atLeast(Duration.ofSeconds(1)),
                complete("chat-whole-metadata-header", "ok").requests(2).atLeast(Duration.ofSeconds(1)),
                unavailable("chat-whole-metadata-reset", 429, "requests a delay"),
                unavailable("chat-whole-budget-litellm", 400, "used up"),
                unavailable("chat-whole-token-quota", 403, "used up"),
                unavailable("chat-whole-account-suspended", 412, "used up"),
                unavailable("gemini-whole-billing-disabled", 403, "used up"),
                complete("chat-whole-chinese-rate-limit", "ok").requests(2),
                unavailable("chat-whole-498-last", 498, "capacity"),
                rejected("chat-whole-429-too-large", 429, "must be reduced"),
                unavailable("chat-whole-200-balance", 200, "balance insufficient"),
                unavailable("resp-stream-cancelled", 200, "cancelled"));
    }
}
