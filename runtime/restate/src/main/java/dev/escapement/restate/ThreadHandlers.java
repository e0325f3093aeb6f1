package dev.escapement.restate;

import dev.escapement.restate.wire.AppendPlan;
import dev.escapement.restate.wire.AppendPlanCodec;
import dev.escapement.restate.wire.AppendReply;
import dev.escapement.restate.wire.DriveBody;
import dev.escapement.restate.wire.Status;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.run.Standing;
import dev.restate.sdk.common.TerminalException;
import java.util.List;
import java.util.Optional;

/** The handlers {@code drive}, {@code erase} and {@code delete}. */
final class ThreadHandlers {

    private final ObjectContext context;

    ThreadHandlers(ObjectContext context) {
        this.context = context;
    }

    /** Executes the thread if the request is for its standing. */
    AppendReply drive(ObjectJournal journal, DriveBody body) {
        ObjectState state = new ObjectState(journal);
        Optional<ThreadRow> row;
        EventTexts events;
        try {
            row = state.row().filter(stored -> isDue(stored, body));
            if (row.isEmpty()) {
                return new AppendReply(Status.UNKNOWN, 0);
            }
            events = state.events(row.get());
        } catch (TerminalException cancelled) { // by an operator; the execution parks the thread after later ones
            return parked(state, body);
        }
        new JournaledDrive(context, journal, state, row.get(), events).run();
        return new AppendReply(Status.DONE, events.size());
    }

    private static AppendReply parked(ObjectState state, DriveBody body) {
        Optional<ThreadRow> row = state.row().filter(stored -> isDue(stored, body));
        if (row.isEmpty()) {
            return new AppendReply(Status.UNKNOWN, 0);
        }
        int size = state.size(row.get());
        state.set(RowChanges.parked(row.get(), size));
        return new AppendReply(Status.DONE, size);
    }

    private static boolean isDue(ThreadRow row, DriveBody body) {
        Standing standing = row.standing();
        return !row.erased()
                && !row.parked()
                && body.due().equals(standing.due())
                && (body.due().isPresent() || standing.phase() == Standing.Phase.RUNNABLE || RowChanges.isUnheard(row));
    }

    /**
     * Erases the content of the thread. If the thread has ended, first ends its children and notifies its parent; does not
     * erase it if this fails.
     */
    AppendReply erase(ObjectJournal journal) {
        ObjectState state = new ObjectState(journal);
        Settlement settlement = settled(journal, state);
        Optional<ThreadRow> stored = settlement.row();
        if (stored.isEmpty()) {
            return new AppendReply(Status.UNKNOWN, 0);
        }
        int size = state.size(stored.get());
        if (settlement.failed()) {
            return new AppendReply(Status.UNSETTLED, size);
        }
        AppendPlan plan = journal.run("erase", AppendPlanCodec.INSTANCE, () -> {
            ThreadRow erased =
                    RowChanges.erased(stored.get(), size, context.clock().instant());
            return new AppendPlan(Status.DONE, Optional.of(erased), List.of(), Optional.empty());
        });
        plan.row().ifPresent(state::erase);
        return new AppendReply(Status.DONE, size);
    }

    /**
     * Deletes the thread. If the thread has ended, first ends its children and notifies its parent, which then records the end
     * without the result; does not delete it if this fails.
     */
    AppendReply delete(ObjectJournal journal) {
        Settlement settlement = settled(journal, new ObjectState(journal));
        if (settlement.row().isEmpty()) {
            return new AppendReply(Status.UNKNOWN, 0);
        } else if (settlement.failed()) {
            return new AppendReply(Status.UNSETTLED, settlement.row().get().size());
        }
        journal.clear();
        return new AppendReply(Status.DONE, 0);
    }

    /**
     * The actions on other threads that precede a removal.
     *
     * @param row the row after them; empty if the thread is not stored
     * @param failed whether they are not complete, so that the thread must not be removed: without its events, its tree could
     *     not be completed
     */
    private record Settlement(Optional<ThreadRow> row, boolean failed) {}

    /**
     * Performs what remains to do for a thread that has ended, because a request to execute it can follow the removal.
     */
    private Settlement settled(ObjectJournal journal, ObjectState state) {
        Optional<ThreadRow> stored = state.row();
        if (stored.isEmpty() || !isUnsettled(stored.get())) {
            return new Settlement(stored, false);
        }
        EventTexts events = state.events(stored.get());
        AppendPlan plan = journal.run("ended", AppendPlanCodec.INSTANCE, () -> {
            Status status = hasEnded(events) ? Status.DONE : Status.CONFLICT;
            return new AppendPlan(status, Optional.empty(), List.of(), Optional.empty());
        });
        if (plan.status() != Status.DONE) {
            return new Settlement(stored, false);
        }
        new JournaledDrive(context, journal, state, stored.get(), events).settle();
        Optional<ThreadRow> row = state.row();
        return new Settlement(
                row,
                row.filter(settled -> settled.standing().phase() == Standing.Phase.RUNNABLE)
                        .isPresent());
    }

    private static boolean isUnsettled(ThreadRow row) {
        return !row.erased() && (row.standing().phase() == Standing.Phase.RUNNABLE || RowChanges.isUnheard(row));
    }

    /** Returns whether a thread has ended; {@code false} if it cannot be read. */
    private static boolean hasEnded(EventTexts events) {
        try {
            return events.thread().hasEnded();
        } catch (RuntimeException e) {
            UnreadableThreads.log("Thread " + events.threadId() + " cannot be read, and is removed.", e);
            return false;
        }
    }
}
