package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.complete;
import static dev.escapement.clients.CaseSpec.failed;
import static dev.escapement.clients.CaseSpec.reply;

import dev.escapement.model.ModelException;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.StopReason;
import java.util.List;

/** Replies of Responses whose events and final state differ. */
final class ResponsesCases {

    private static final String OSLO = "get_weather {\"city\":\"Oslo\"}";

    private ResponsesCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("resp-stream-text-done-only", "Forty-two"),
                complete("resp-stream-no-output", "Forty-two"),
                complete("resp-stream-null-output", "Forty-two"),
                complete("resp-stream-bare-completed", "Forty-two").noUsage(),
                complete("resp-stream-corrected", "Forty-two").shown("Forty-tow"),
                complete("resp-stream-shorter-output", "Forty-two"),
                complete("resp-stream-bare-deltas", "Forty-two"),
                complete("resp-stream-two-messages", "AB"),
                reply("resp-stream-incomplete", StopReason.LENGTH).text("Forty"),
                reply("resp-stream-refusal", StopReason.REFUSAL).text("I cannot."),
                reply("resp-stream-text-and-call", StopReason.COMPLETE)
                        .text("Hei")
                        .calls(OSLO),
                reply("resp-stream-call-missing-in-output", StopReason.COMPLETE)
                        .text("Hei")
                        .calls(OSLO),
                complete("resp-stream-done-event", "Hei"),
                complete("resp-stream-items-done", "Hei"),
                failed("resp-stream-cut-after-text", ModelUnavailableException.class),
                complete("resp-stream-content-part", "Hei"),
                complete("resp-stream-output-text", "Hei"),
                complete("resp-stream-status-missing", "Hei"),
                complete("resp-stream-more-output-than-deltas", "Forty-two"),
                complete("resp-stream-reasoning-deltas", "Hei"),
                complete("resp-stream-unknown-events", "Hei"),
                failed("resp-stream-failed-after-text", ModelException.class, "content policy"),
                failed("resp-stream-cancelled", ModelException.class));
    }
}
