package dev.escapement.jdbc;

import dev.escapement.run.Standing.Phase;
import java.sql.SQLException;
import java.util.List;

/** The deletion and the erasure of threads. A session must be in a transaction. */
final class Removals {

    /** The number of events that are in memory at a time. */
    private static final int PAGE = 500;

    /** A position and the text that replaces its event. */
    private record ErasedEvent(int position, String tombstone) {}

    private final EventForm form;
    private final Sql delete;
    private final Sql mark;
    private final Sql texts;
    private final Sql bury;
    private final List<Sql> index;
    private final Sql events;

    Removals(JdbcDialect dialect, TableNames names, EventForm form) {
        this.form = form;
        // The row of the thread comes first: its lock excludes appends, whose events the following statements must see.
        delete = Sql.of("delete from esc_thread where id = :id", dialect, names);
        mark = Sql.of("""
                update esc_thread set erased = true, due_at = null, updated_at = NOW, parked = false, attempts = 0,
                  since = case when status in (:finished, :stopped) then since else NOW end,
                  status = case when status = :finished then status else :stopped end
                where id = :id and not erased
                """, dialect, names);
        texts = Sql.of(
                "select position, event from esc_event where thread_id = :id and position >= :first"
                        + " order by position limit " + PAGE,
                dialect,
                names);
        bury = Sql.of(
                switch (dialect) {
                    case SQLITE -> "update esc_event set event = :event where thread_id = :id and position = :position";
                    case POSTGRESQL -> """
                        update esc_event e set event = x.event
                        from unnest(:positions::int[], :events::text[]) x(position, event)
                        where e.thread_id = :id and e.position = x.position
                        """;
                },
                dialect,
                names);
        events = Sql.of("delete from esc_event where thread_id = :id", dialect, names);
        index = List.of(
                Sql.of("delete from esc_question where thread_id = :id", dialect, names),
                Sql.of("delete from esc_label where thread_id = :id", dialect, names),
                Sql.of("delete from esc_use where thread_id = :id", dialect, names));
    }

    /** Deletes a thread. Returns whether it was stored. */
    boolean delete(Session session, String key) throws SQLException {
        Args args = Args.of("id", key);
        if (session.update(delete, args) == 0) {
            return false;
        }
        session.update(events, args);
        removeIndex(session, args);
        return true;
    }

    /** Replaces the events of a thread by tombstones, unless it is erased. */
    void erase(Session session, String threadId) throws SQLException {
        String key = KeyText.stored(threadId);
        Args args =
                Args.of("id", key).and("finished", Codes.of(Phase.FINISHED)).and("stopped", Codes.of(Phase.STOPPED));
        if (session.update(mark, args) == 0) {
            return;
        }
        for (int first = 0, count = PAGE; count == PAGE; first += PAGE) {
            List<ErasedEvent> page = session.query(
                    texts,
                    Args.of("id", key).and("first", first),
                    row -> new ErasedEvent(row.number(1), form.tombstone(threadId, row.text(2))));
            bury(session, key, page);
            count = page.size();
        }
        removeIndex(session, args);
    }

    private void bury(Session session, String key, List<ErasedEvent> page) throws SQLException {
        List<Args> updates = switch (session.dialect()) {
            case SQLITE -> page.stream().map(event -> tombstone(key, event)).toList();
            case POSTGRESQL -> List.of(tombstones(key, page));
        };
        for (Args update : updates) {
            session.update(bury, update);
        }
    }

    private static Args tombstone(String key, ErasedEvent event) {
        return Args.of("id", key).and("position", event.position()).and("event", event.tombstone());
    }

    private static Args tombstones(String key, List<ErasedEvent> page) {
        List<Integer> positions = page.stream().map(ErasedEvent::position).toList();
        return Args.of("id", key)
                .and("positions", new Args.ArrayValue("int4", positions))
                .and("events", page.stream().map(ErasedEvent::tombstone).toList());
    }

    private void removeIndex(Session session, Args args) throws SQLException {
        for (Sql statement : index) {
            session.update(statement, args);
        }
    }
}
