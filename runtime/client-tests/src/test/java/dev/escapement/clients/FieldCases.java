package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.complete;

import java.util.List;

/** Unused fields of unusual types. */
final class FieldCases {

    private FieldCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("chat-whole-number-id", "Hei"),
                complete("chat-whole-null-id", "Hei"),
                complete("chat-whole-object-id", "Hei"),
                complete("chat-whole-null-model", "Hei"),
                complete("chat-whole-number-model", "Hei"),
                complete("chat-whole-text-created", "Hei"),
                complete("chat-whole-odd-tier", "Hei"),
                complete("chat-whole-text-usage", "Hei").noUsage(),
                complete("chat-whole-list-usage", "Hei").noUsage(),
                complete("chat-whole-null-usage", "Hei").noUsage(),
                complete("chat-whole-odd-details", "Hei"),
                complete("chat-whole-null-cached", "Hei"),
                complete("chat-whole-null-counts", "Hei").noUsage(),
                complete("chat-whole-negative-counts", "Hei").usage(10, 0, 0),
                complete("chat-whole-fraction-counts", "Hei"),
                complete("chat-whole-text-total", "Hei"),
                complete("chat-whole-calls-null", "Hei"),
                complete("chat-whole-calls-empty", "Hei"),
                complete("chat-whole-calls-text", "Hei"),
                complete("chat-whole-calls-map", "Hei"),
                complete("chat-whole-parts", "Hei"),
                complete("chat-whole-odd-refusal", "Hei"),
                complete("chat-whole-null-role", "Hei"),
                complete("chat-whole-odd-reasoning", "Hei"),
                complete("chat-whole-choice-text-index", "Hei"),
                complete("chat-stream-odd-head", "Hei"),
                complete("chat-stream-no-index", "Hei"),
                complete("chat-stream-null-delta", "Hei"),
                complete("chat-stream-calls-map", "Hei"),
                complete("chat-stream-null-choices", "Hei"),
                complete("chat-stream-no-choices", "Hei"),
                complete("chat-stream-parts", "Hei"),
                complete("chat-stream-null-chunk", "Hei"),
                complete("chat-stream-empty-data", "Hei"),
                complete("resp-whole-odd-head", "Hei"),
                complete("resp-whole-number-item-id", "Hei"),
                complete("resp-whole-odd-annotations", "Hei"),
                complete("resp-whole-unknown-item", "Hei"),
                complete("resp-whole-no-annotations", "Hei"),
                complete("resp-whole-text-content", "Hei"),
                complete("anth-whole-odd-head", "Hei"),
                complete("anth-whole-odd-usage", "Hei"),
                complete("anth-whole-odd-citations", "Hei"),
                complete("anth-whole-unknown-block", "Hei"),
                complete("anth-whole-text-content", "Hei"),
                complete("anth-whole-null-usage", "Hei").noUsage(),
                complete("anth-stream-bare-start", "Hei"),
                complete("anth-stream-start-without-usage", "Hei"),
                complete("anth-stream-delta-without-usage", "Hei"),
                complete("anth-stream-text-index", "Hei"),
                complete("anth-stream-unknown-events", "Hei"),
                complete("anth-stream-no-start", "Hei"),
                complete("anth-stream-delta-unopened", "Hei"),
                complete("anth-stream-null-text", "Hei"),
                complete("anth-stream-text-at-start", "Hei"),
                complete("chat-whole-nan", "Hei"),
                complete("chat-stream-infinity", "NaN"),
                complete("anth-whole-nan", "Hei, -Infinity \"NaN"),
                complete("gemini-whole-nan", "Hei"),
                complete("resp-whole-nan", "Hei"),
                complete("chat-whole-content-number", "7"),
                complete("chat-whole-content-texts", "Hei"));
    }
}
