package dev.escapement.jdbc;

import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.thread.Event;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The append of events, including the resolution of an unknown outcome. */
final class ThreadAppender {

    private final Operations operations;
    private final AppendStatements statements;
    private final ThreadRows rows;
    private final EventForm form;
    private final SumCache sums;

    ThreadAppender(Operations operations, AppendStatements statements, ThreadRows rows, EventForm form, SumCache sums) {
        this.operations = operations;
        this.statements = statements;
        this.rows = rows;
        this.form = form;
        this.sums = sums;
    }

    StoredAppend stored(Append append) {
        return StoredAppend.of(append, form);
    }

    /** Appends in a transaction of its own. */
    void append(Append append) {
        StoredAppend stored = stored(append);
        String id = append.threadId();
        if (stored.unresolvedLease().isPresent() && isStored(stored)) {
            return; // this append repeats the one whose outcome was unknown
        }
        boolean uncertain = false;
        try (OperationRetry repetition = new OperationRetry(false)) {
            while (true) {
                try {
                    boolean first = !uncertain;
                    operations.database().write(session -> attempt(session, stored, first));
                    return;
                } catch (SQLException e) {
                    Failure failure = operations.failure(e);
                    uncertain |= failure == Failure.LOST;
                    if (!repetition.next(failure)) {
                        throw Operations.exception("append to", id, uncertain ? Failure.LOST : failure, e);
                    }
                    if (uncertain && append.lease().isPresent()) {
                        if (isStored(stored)) {
                            return;
                        }
                        uncertain = false;
                    }
                }
            }
        }
    }

    /** Moves a schedule and starts a thread. Returns whether this call moved the schedule. */
    boolean fire(ThreadQueue.Tick tick, Append start) {
        StoredAppend stored = stored(start);
        if (!stored.starts() || !isStart(stored) || start.lease().isPresent()) {
            throw new IllegalArgumentException("a schedule starts a thread with the event started, without a lease");
        }
        Args schedule = Args.of("schedule", KeyText.stored(tick.schedule()))
                .and("definition", KeyText.stored(tick.definition()))
                .and("at", StoreClock.storedDue(tick.at()))
                .and("following", StoreClock.storedDue(tick.following()));
        AtomicBoolean repeated = new AtomicBoolean();
        return operations.repeatable(
                "start",
                start.threadId(),
                () -> operations.database().write(session -> {
                    // After the loss of the connection, the thread shows whether an earlier execution took effect.
                    boolean isRepetition = repeated.getAndSet(true);
                    return statements.fire(session, schedule, stored) || (isRepetition && isStored(session, stored));
                }));
    }

    /**
     * Executes an append once.
     *
     * @param first whether no earlier execution can have stored the events
     */
    private boolean attempt(Session session, StoredAppend append, boolean first) throws SQLException {
        try {
            execute(session, append);
        } catch (ConcurrentRunException | UnknownThreadException e) {
            if (first || !isStored(session, append)) {
                throw e;
            }
        }
        return true;
    }

    /**
     * Executes an append on a session, which is in a transaction on SQLite.
     *
     * @throws ConcurrentRunException if the position is wrong
     * @throws LeaseLostException if the lease was superseded
     * @throws ErasedThreadException if the content was erased
     * @throws UnknownThreadException if there are no events and the thread is not stored
     */
    void execute(Session session, StoredAppend append) throws SQLException {
        if (append.starts()) {
            if (append.append().lease().isEmpty() && isStarted(session, append)) {
                return;
            }
            throw refusal(append, rows.state(session, append.key()).orElse(null));
        }
        Optional<String> known = sums.find(append.key(), append.position());
        if (known.isPresent() && isAppended(session, append, known.get())) {
            return;
        }
        for (int i = 0; i < OperationRetry.MAX_EXECUTIONS; i++) {
            ThreadRows.AppendState state = rows.state(session, append.key()).orElse(null);
            if (state == null || isRefused(append, state)) {
                throw refusal(append, state);
            }
            if (isAppended(session, append, state.sum())) {
                return;
            }
            // The thread changed after its state was read.
        }
        throw new ConcurrentRunException(append.append().threadId(), append.position(), append.position());
    }

    private boolean isStarted(Session session, StoredAppend append) throws SQLException {
        boolean started = isStart(append) && statements.start(session, append);
        if (started) {
            remember(append, EventSums.initial(append.append().threadId()));
        }
        return started;
    }

    private static boolean isStart(StoredAppend append) {
        return append.append().events().get(0) instanceof Event.Started;
    }

    private boolean isAppended(Session session, StoredAppend append, String previous) throws SQLException {
        boolean appended = statements.append(session, append, previous);
        if (appended) {
            remember(append, previous);
        } else {
            sums.remove(append.key());
        }
        return appended;
    }

    private void remember(StoredAppend append, String previous) {
        List<String> following = EventSums.following(previous, append.texts());
        String last = following.isEmpty() ? previous : following.get(following.size() - 1);
        sums.put(append.key(), append.position() + append.texts().size(), last);
    }

    private static boolean isRefused(StoredAppend append, ThreadRows.AppendState state) {
        Long fence = append.fence();
        return (fence != null && fence != state.fence()) || state.erased() || state.size() != append.position();
    }

    private static RuntimeException refusal(StoredAppend append, ThreadRows.@Nullable AppendState state) {
        String id = append.append().threadId();
        Long fence = append.fence();
        if (fence != null && (state == null || fence != state.fence())) {
            return new LeaseLostException(id);
        } else if (state != null && state.erased()) {
            return new ErasedThreadException(id);
        } else if (append.texts().isEmpty() && state == null) {
            return new UnknownThreadException(id);
        } else if (state == null && append.starts() && !isStart(append)) {
            return new IllegalArgumentException("a thread begins with the event started");
        }
        return new ConcurrentRunException(id, append.position(), state == null ? 0 : state.size());
    }

    /**
     * Returns whether an append with an unknown outcome was stored. Afterwards, it cannot be stored any more: under a
     * lease, because its token is not the newest; without one, because the append is sent again and then fails or takes
     * the position.
     *
     * @throws LeaseLostException if the lease was superseded
     */
    boolean isStored(StoredAppend append) {
        String id = append.append().threadId();
        if (append.append().lease().isEmpty()) {
            return false;
        }
        if (!(append.append().lease().get() instanceof JdbcLease lease)) {
            throw Operations.exception("append to", id, Failure.LOST, null);
        }
        boolean valid = lease.advance();
        if (!valid) {
            throw new LeaseLostException(id);
        }
        return operations.resolve(id, () -> operations.database().read(session -> isStored(session, append)));
    }

    /** Returns whether the events are stored at their position. */
    boolean isStored(Session session, StoredAppend append) throws SQLException {
        int end = append.position() + append.texts().size();
        boolean stored = !append.texts().isEmpty()
                && rows.texts(session, append.key(), append.position(), end).equals(append.texts());
        if (stored) {
            sums.remove(append.key());
        }
        return stored;
    }
}
