package dev.escapement.restate;

import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.ThreadOrigin;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The changes of the row of a thread, and what follows from a row. */
final class RowChanges {

    private RowChanges() {}

    /** Returns whether a request to execute the thread at once waits, unless an operator ended it. */
    static boolean isPending(ThreadRow row) {
        Standing standing = row.standing();
        return standing.phase() == Standing.Phase.RUNNABLE
                && standing.due().isEmpty()
                && !row.parked()
                && !row.erased();
    }

    /** Returns whether the thread has ended at rest, and the listener has not received all of its events. */
    static boolean isUnheard(ThreadRow row) {
        return row.standing().phase().isEnd() && !row.erased() && row.heard() < row.size();
    }

    /** Returns the row of a new thread. The listener does not receive the events that the thread copies of another one. */
    static ThreadRow started(AgentThread thread, Standing standing, Instant at) {
        int heard = thread.events().get(0) instanceof Event.Started started
                ? started.origin().map(ThreadOrigin::position).orElse(0)
                : 0;
        Map<String, String> labels = new Append(thread.id(), 0, thread.events(), Optional.empty(), standing).labels();
        return new ThreadRow(thread.agent(), thread.events().size(), standing, at, at, 0, false, labels, false, heard);
    }

    /** Returns a row after an append of another thread or a person. */
    static ThreadRow appended(ThreadRow row, int size, Standing standing, Instant at) {
        return changed(row, size, standing, at, at, 0, false, row.heard());
    }

    /** Returns a row after an action of an execution. */
    static ThreadRow advanced(ThreadRow row, int size, Standing standing, Instant at, int heard) {
        Instant updatedAt = size > row.size() ? at : row.updatedAt();
        return changed(row, size, standing, at, updatedAt, 0, false, heard);
    }

    /**
     * Returns a row after a failed execution.
     *
     * @param standing the standing; with the time of the next execution unless the thread is parked
     */
    static ThreadRow failed(ThreadRow row, int size, Standing standing, Instant at, int failures, int heard) {
        Instant updatedAt = size > row.size() ? at : row.updatedAt();
        return changed(
                row, size, standing, at, updatedAt, failures, standing.due().isEmpty(), heard);
    }

    /** Returns a row whose thread continues at another time. */
    static ThreadRow delayed(ThreadRow row, int size, Standing standing) {
        return changed(row, size, standing, row.since(), row.updatedAt(), row.attempts(), row.parked(), row.heard());
    }

    /**
     * Returns a row whose thread waits for an append, for example after an operator cancelled the execution. The row of a
     * thread that has ended does not change.
     */
    static ThreadRow parked(ThreadRow row, int size) {
        if (row.standing().phase().isEnd()) {
            return row;
        }
        Standing standing = runnable(row.standing());
        return changed(row, size, standing, row.since(), row.updatedAt(), row.attempts(), true, row.heard());
    }

    /** Returns a row without content. */
    static ThreadRow erased(ThreadRow row, int size, Instant at) {
        Standing.Phase phase =
                row.standing().phase() == Standing.Phase.FINISHED ? Standing.Phase.FINISHED : Standing.Phase.STOPPED;
        Instant since = phase == row.standing().phase() ? row.since() : at;
        return new ThreadRow(row.agent(), size, Standing.of(phase), since, at, 0, false, Map.of(), true, row.heard());
    }

    /** Returns a standing in which an execution continues at once. */
    static Standing runnable(Standing standing) {
        return new Standing(Standing.Phase.RUNNABLE, Optional.empty(), standing.questions());
    }

    private static ThreadRow changed(
            ThreadRow row,
            int size,
            Standing standing,
            Instant at,
            Instant updatedAt,
            int attempts,
            boolean parked,
            int heard) {
        Instant since = standing.phase() == row.standing().phase() ? row.since() : at;
        return new ThreadRow(
                row.agent(), size, standing, since, updatedAt, attempts, parked, row.labels(), row.erased(), heard);
    }
}
