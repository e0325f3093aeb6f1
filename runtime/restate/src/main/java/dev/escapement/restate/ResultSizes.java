package dev.escapement.restate;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.AdvanceBody;
import dev.escapement.restate.wire.AdvanceBodyCodec;
import dev.escapement.restate.wire.AdvanceKind;
import dev.escapement.restate.wire.AppendPlan;
import dev.escapement.restate.wire.AppendPlanCodec;
import dev.escapement.thread.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The limit of the size of an entry in the journal. */
final class ResultSizes {

    /** The maximum size of a result. Restate refuses messages of more than 32 MiB, unless it is configured otherwise. */
    static final int MAX_BYTES = 31 << 20;

    /** The maximum size of the events of a result, if there are several. */
    static final int MAX_EVENT_BYTES = 30 << 20;

    private ResultSizes() {}

    /** Returns whether Restate stores a result. */
    static boolean fits(AdvanceBody result) {
        return bytes(AdvanceBodyCodec.INSTANCE.encode(result)) <= MAX_BYTES;
    }

    /**
     * Requires that Restate stores a result.
     *
     * @throws IllegalStateException if it is too large
     */
    static AppendPlan require(AppendPlan plan) {
        if (bytes(AppendPlanCodec.INSTANCE.encode(plan)) > MAX_BYTES) {
            throw new IllegalStateException(
                    "The result has more than " + MAX_BYTES + " bytes. Limit it, or keep large values in files.");
        }
        return plan;
    }

    /**
     * Returns the first outcomes of a result that is too large and contains those of several steps. Returns others
     * unchanged. The other steps can run again, because only those that change nothing run at the same time.
     */
    static AdvanceBody part(AdvanceBody result) {
        boolean isDivisible = result.kind() == AdvanceKind.RECORDED
                && !result.started()
                && result.events().size() > 1;
        if (!isDivisible) {
            return result;
        }
        List<JsonText> events = new ArrayList<>();
        long bytes = 0;
        for (JsonText event : result.events()) {
            bytes += bytes(event.json());
            if (bytes > MAX_EVENT_BYTES && !events.isEmpty()) {
                break;
            }
            events.add(event);
        }
        return new AdvanceBody(
                AdvanceKind.RECORDED,
                result.at(),
                events,
                RowChanges.runnable(result.standing()),
                false,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                0,
                result.workMillis());
    }

    /** Returns the size of an event. */
    static long bytes(Event event) {
        return bytes(EventTexts.of(event).json());
    }

    private static long bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }
}
