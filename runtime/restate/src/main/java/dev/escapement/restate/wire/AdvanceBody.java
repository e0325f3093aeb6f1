package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import dev.escapement.json.JsonText;
import dev.escapement.run.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of an action of a thread in the journal. It contains everything that depends on the code of the agent or on a
 * clock, so that what follows depends on the journal only.
 *
 * @param kind the kind
 * @param at the time of the result
 * @param events the events to append
 * @param standing the standing of the thread after the result; if the execution failed and the thread is not parked, with
 *     the time of the next one
 * @param started whether steps have started whose outcomes the next action records
 * @param irreversible whether one of these steps must not run twice
 * @param creates the children to create
 * @param ends the children to end
 * @param parent the parent to notify of the end of the thread
 * @param failures the number of failed executions since the last event
 * @param workMillis the time that the action took, without the time in which the execution waited for Restate
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record AdvanceBody(
        AdvanceKind kind,
        Instant at,
        List<JsonText> events,
        Standing standing,
        boolean started,
        boolean irreversible,
        List<CreateBody> creates,
        List<EndBody> ends,
        Optional<ParentCallBody> parent,
        int failures,
        long workMillis) {
    public AdvanceBody {
        events = List.copyOf(events);
        creates = List.copyOf(creates);
        ends = List.copyOf(ends);
    }

    /**
     * Returns the first part of a result that only records events.
     *
     * @param count the number of events
     * @return a copy without the working time, which is part of the remainder
     */
    public AdvanceBody part(int count) {
        return new AdvanceBody(
                AdvanceKind.PARTLY_RECORDED,
                at,
                events.subList(0, count),
                standing,
                false,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                0,
                0);
    }

    /**
     * Returns the remainder of a result after its first part.
     *
     * @param count the number of events of the part
     * @return a copy
     */
    public AdvanceBody remainder(int count) {
        return new AdvanceBody(
                kind,
                at,
                events.subList(count, events.size()),
                standing,
                started,
                irreversible,
                creates,
                ends,
                parent,
                failures,
                workMillis);
    }

    /**
     * Returns this result with the time that the action took.
     *
     * @param work the time
     * @return a copy
     */
    public AdvanceBody after(Duration work) {
        return new AdvanceBody(
                kind, at, events, standing, started, irreversible, creates, ends, parent, failures, work.toMillis());
    }
}
