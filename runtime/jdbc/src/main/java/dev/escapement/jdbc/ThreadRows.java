package dev.escapement.jdbc;

import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.thread.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of threads and of their events. */
final class ThreadRows {

    /**
     * The state of a thread that decides on an append.
     *
     * @param size the number of events
     * @param sum the checksum of the last event
     * @param erased whether the content was erased
     * @param fence the newest token
     */
    record AppendState(int size, String sum, boolean erased, long fence) {}

    /**
     * The events of a thread from a position.
     *
     * @param state the state of the thread in the same snapshot
     * @param events the events
     */
    record Loaded(AppendState state, List<Event> events) {}

    /** A row of the events. */
    private record EventRow(int position, @Nullable String text, String sum) {}

    private final EventForm form;
    private final Sql state;
    private final Sql load;
    private final Sql texts;

    ThreadRows(JdbcDialect dialect, TableNames names, EventForm form) {
        this.form = form;
        state = Sql.of("select size, sum, erased, fence from esc_thread where id = :id", dialect, names);
        // The row before the first event supplies the checksum that precedes it.
        load = Sql.of("""
                select t.size, t.sum, t.erased, t.fence, e.position, case when e.position >= :first then e.event end, e.sum
                from esc_thread t left join esc_event e on e.thread_id = t.id and e.position >= :first - 1
                where t.id = :id order by e.position
                """, dialect, names);
        texts = Sql.of("""
                select event from esc_event where thread_id = :id and position >= :first and position < :end
                order by position
                """, dialect, names);
    }

    Optional<AppendState> state(Session session, String key) throws SQLException {
        return session.first(state, Args.of("id", key), ThreadRows::state);
    }

    private static AppendState state(Session.ResultRow row) throws SQLException {
        return new AppendState(row.number(1), row.text(2), row.flag(3), row.longNumber(4));
    }

    /** Returns the stored texts of the events in a range of positions. */
    List<String> texts(Session session, String key, int first, int end) throws SQLException {
        return session.query(texts, Args.of("id", key).and("first", first).and("end", end), row -> row.text(1));
    }

    /**
     * Returns the events from a position, or empty if the thread is not stored.
     *
     * @throws ErasedThreadException if the content was erased
     * @throws CorruptThreadException if an event is invalid, or its checksum is wrong
     */
    Optional<Loaded> load(Session session, String threadId, int first) throws SQLException {
        List<EventRow> rows = new ArrayList<>();
        Optional<AppendState> found = read(session, KeyText.stored(threadId), first, rows);
        if (found.isEmpty()) {
            return Optional.empty();
        } else if (found.get().erased()) {
            throw new ErasedThreadException(threadId);
        }
        verify(threadId, first, found.get(), rows);
        List<Event> events = new ArrayList<>();
        for (EventRow row : rows) {
            if (row.text() != null) {
                events.add(form.event(threadId, row.position() + 1, row.text()));
            }
        }
        return Optional.of(new Loaded(found.get(), events));
    }

    /**
     * Verifies the checksums of a thread, also of an erased one.
     *
     * @return whether the thread is stored
     */
    boolean verify(Session session, String threadId) throws SQLException {
        List<EventRow> rows = new ArrayList<>();
        Optional<AppendState> found = read(session, KeyText.stored(threadId), 0, rows);
        found.ifPresent(state -> verify(threadId, 0, state, rows));
        return found.isPresent();
    }

    private Optional<AppendState> read(Session session, String key, int first, List<EventRow> rows)
            throws SQLException {
        List<AppendState> states = session.query(load, Args.of("id", key).and("first", first), row -> {
            String sum = row.nullableText(7);
            if (sum != null) {
                rows.add(new EventRow(row.number(5), row.nullableText(6), sum));
            }
            return state(row);
        });
        return states.stream().findFirst();
    }

    private void verify(String threadId, int first, AppendState state, List<EventRow> rows) {
        String sum = EventSums.initial(threadId);
        int expected = Math.max(0, first - 1);
        for (EventRow row : rows) {
            if (row.position() != expected) {
                throw CorruptThreadException.wrongChecksum(form.table(), threadId, expected + 1);
            }
            if (row.text() != null) {
                String hash = state.erased() ? Tombstone.hash(row.text()).orElse("") : EventSums.hash(row.text());
                if (!EventSums.next(sum, hash).equals(row.sum())) {
                    throw CorruptThreadException.wrongChecksum(form.table(), threadId, row.position() + 1);
                }
            }
            sum = row.sum();
            expected++;
        }
        boolean complete = first > state.size() || (expected == state.size() && sum.equals(state.sum()));
        if (!complete) {
            throw CorruptThreadException.wrongChecksum(form.table(), threadId, state.size());
        }
    }
}
