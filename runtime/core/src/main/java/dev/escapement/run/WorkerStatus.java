package dev.escapement.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The progress and health of a {@link Worker} at one time. The numbers count from the start of the worker. A worker is
 * healthy if its last poll is not much older than its poll time; after a failure of the store, at most 15 seconds pass
 * between two polls.
 *
 * @param running the ids of the threads that are being executed
 * @param claimed the number of claimed threads
 * @param completed the number of executions that ended without a failure
 * @param failed the number of failed executions
 * @param parked the number of threads that were parked after repeated failures
 * @param fired the number of ticks of schedules that this worker fired
 * @param lastPoll the time at which the last successful poll began; empty before the first
 * @param lastFailure the text of the last failure of the store, a trigger or an execution; empty if there was none
 * @param draining whether the worker was closed and claims no more threads
 */
public record WorkerStatus(
        List<String> running,
        long claimed,
        long completed,
        long failed,
        long parked,
        long fired,
        Optional<Instant> lastPoll,
        Optional<String> lastFailure,
        boolean draining) {

    public WorkerStatus {
        running = List.copyOf(running);
        Objects.requireNonNull(lastPoll, "lastPoll");
        Objects.requireNonNull(lastFailure, "lastFailure");
    }
}
