package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.complete;

import java.util.List;

/** Positions and names of usage. */
final class UsageCases {

    private UsageCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("chat-stream-in-finish", "Hei"),
                complete("chat-stream-then-null", "Hei"),
                complete("chat-stream-groq", "Hei"),
                complete("chat-stream-in-delta-choice", "Hei"),
                complete("chat-stream-after-done-names", "Hei"),
                complete("chat-stream-deepseek-cache", "Hei").usage(10, 5, 8),
                complete("chat-stream-moonshot-cache", "Hei").usage(10, 5, 8),
                complete("chat-stream-openai-cache", "Hei").usage(10, 5, 8),
                complete("chat-stream-details-then-totals", "Hei").usage(10, 5, 8),
                complete("chat-stream-cumulative", "Hei"),
                complete("chat-stream-zero-last", "Hei"),
                complete("chat-stream-first-chunk", "Hei"),
                complete("chat-stream-after-done", "Hei"),
                complete("chat-whole-in-choice", "Hei"),
                complete("chat-whole-text-counts", "Hei"),
                complete("resp-whole-chat-names", "Hei"),
                complete("resp-whole-cached", "Hei").usage(10, 5, 8),
                complete("resp-stream-event-level", "Hei"),
                complete("anth-stream-late-input", "Hei"),
                complete("anth-stream-null-late-input", "Hei"),
                complete("anth-stream-zero-late-input", "Hei"),
                complete("anth-whole-cached", "Hei").usage(10, 5, 8),
                complete("anth-stream-stop-usage", "Hei"),
                complete("chat-stream-litellm-cache", "Hei").usage(10, 5, 8),
                complete("chat-stream-zhipu-nested", "Hei").usage(10, 5, 8),
                complete("chat-stream-cost-chunk", "Hei"),
                complete("chat-stream-before-text", "Hei"),
                complete("anth-whole-strings", "Hei"),
                complete("anth-stream-cache-late", "Hei").usage(10, 5, 8),
                complete("anth-whole-chat-names", "Hei"),
                complete("chat-stream-null-parts", "Hei").usage(10, 0, 0),
                complete("chat-stream-timings", "Hei").usage(10, 5, 6),
                complete("chat-stream-root-counts", "Hei"),
                complete("chat-stream-usage-event", "Hei"),
                complete("chat-stream-usage-list", "Hei"));
    }
}
