package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.calling;
import static dev.escapement.clients.CaseSpec.complete;
import static dev.escapement.clients.CaseSpec.failed;
import static dev.escapement.clients.CaseSpec.reply;

import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.StopReason;
import java.time.Duration;
import java.util.List;

/** Ends of streams. */
final class StreamEndCases {

    private static final String OSLO = "get_weather {\"city\":\"Oslo\"}";

    private StreamEndCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("chat-stream-reason-everywhere", "Hei du"),
                reply("chat-stream-reason-before-call", StopReason.COMPLETE)
                        .text("Hei")
                        .calls(OSLO),
                complete("chat-stream-length-then-stop", "Hei du"),
                complete("chat-stream-no-done", "Hei").noUsage(),
                complete("chat-stream-late-usage", "Hei").pausedBefore("\"usage\"", Duration.ofMillis(1_500)),
                complete("chat-stream-done-open", "Hei").heldOpen().within(Duration.ofMillis(1_500)),
                calling("chat-stream-call-open", OSLO).noUsage().heldOpen().within(Duration.ofSeconds(4)),
                calling("chat-stream-slow-call", "get_weather {\"city\":\"Oslo\"}", "list_all {}")
                        .pausedBefore("list_all", Duration.ofMillis(1_500)),
                failed("chat-stream-cut", ModelUnavailableException.class),
                failed("chat-stream-cut-call", ModelUnavailableException.class),
                complete("chat-stream-no-last-newline", "Hei"),
                complete("chat-stream-last-chunk-unended", "Hei").noUsage(),
                complete("chat-stream-crlf", "Hei"),
                complete("chat-stream-no-space", "Hei"),
                complete("chat-stream-single-newlines", "Hei"),
                complete("chat-stream-pings", "Hei"),
                complete("chat-stream-after-done", "Hei"),
                complete("chat-stream-id-retry-lines", "Hei"),
                complete("resp-stream-completed-open", "Hei").heldOpen().within(Duration.ofMillis(1_500)),
                complete("resp-stream-no-event-lines", "Hei"),
                complete("resp-stream-done-after", "Hei"),
                failed("resp-stream-cut", ModelUnavailableException.class),
                complete("anth-stream-stop-open", "Hei").heldOpen().within(Duration.ofMillis(1_500)),
                complete("anth-stream-no-stop", "Hei"),
                complete("anth-stream-delta-open", "Hei").heldOpen().within(Duration.ofSeconds(4)),
                complete("anth-stream-done-after", "Hei"),
                failed("anth-stream-cut", ModelUnavailableException.class),
                complete("anth-stream-no-event-lines", "Hei"),
                complete("anth-stream-no-block-stop", "Hei"),
                reply("chat-stream-length-then-nothing", StopReason.LENGTH).text("Hei"),
                complete("chat-stream-azure-filter-chunk", "Hei"),
                complete("chat-stream-lower-done", "Hei"),
                complete("chat-stream-done-in-text", "[DONE] data: x"),
                complete("chat-stream-chunked", "Hei"),
                complete("chat-stream-chunked-cut-after-done", "Hei"),
                complete("chat-stream-chunked-cut-after-reason", "Hei").noUsage(),
                failed("chat-stream-chunked-cut-in-text", ModelUnavailableException.class),
                complete("anth-stream-chunked-cut-after-stop", "Hei"),
                complete("resp-stream-chunked-cut-after-completed", "Hei"),
                complete("chat-stream-http-1-0", "Hei"),
                complete("chat-stream-event-end", "Hei"),
                complete("chat-stream-second-choice", "Hei"),
                complete("anth-stream-two-deltas", "Hei"),
                complete("anth-stream-text-after-reason", "Hei du"),
                complete("chat-stream-data-twice", "Hei"),
                complete("chat-stream-data-twice-no-space", "Hei"));
    }
}
