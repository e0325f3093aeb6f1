package dev.escapement.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The rows of {@link InMemoryThreadStore}, and the orders in which they are read. Safe for concurrent use. */
final class MemoryTable {

    /** The place of a thread in its phase or in the queue. */
    record Place(Instant time, String id) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int order = time.compareTo(other.time);
            return order == 0 ? IdOrder.INSTANCE.compare(id, other.id) : order;
        }
    }

    /** The place of a question. */
    record QuestionPlace(Instant since, String threadId, String callId) implements Comparable<QuestionPlace> {
        @Override
        public int compareTo(QuestionPlace other) {
            int order = since.compareTo(other.since);
            if (order == 0) {
                order = IdOrder.INSTANCE.compare(threadId, other.threadId);
            }
            return order == 0 ? IdOrder.INSTANCE.compare(callId, other.callId) : order;
        }
    }

    private final Map<String, MemoryRow> rows = new HashMap<>();
    private final GroupedOrder<Standing.Phase, Place> phases = new GroupedOrder<>();
    private final GroupedOrder<Standing.Kind, QuestionPlace> questions = new GroupedOrder<>();
    private final GroupedOrder<String, Place> waking = new GroupedOrder<>();

    /** Executes an operation that uses several rows or an order. Other operations wait. */
    synchronized <T> T locked(Supplier<T> operation) {
        return operation.get();
    }

    synchronized Optional<MemoryRow> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** Returns all rows in any order. */
    synchronized List<MemoryRow> rows() {
        return List.copyOf(rows.values());
    }

    /** Appends to a row. Throws the documented exceptions of {@link ThreadStore#append}; nothing changes then. */
    synchronized void append(Append append, Instant now) {
        put(MemoryRow.appended(rows.get(append.threadId()), append, now));
    }

    /** Adds a row, or replaces the row of the same thread. */
    synchronized void put(MemoryRow after) {
        MemoryRow before = rows.put(after.id(), after);
        if (before == null) {
            addPlaces(after);
        } else if (!haveSamePlaces(before, after)) {
            removePlaces(before);
            addPlaces(after);
        }
    }

    /** Returns whether two versions of a row have the same places, as after most events of a running thread. */
    private static boolean haveSamePlaces(MemoryRow before, MemoryRow after) {
        return before.standing().phase() == after.standing().phase()
                && before.since().equals(after.since())
                && before.standing().questions().equals(after.standing().questions())
                && Objects.equals(before.wakeTime(), after.wakeTime())
                && before.agent().equals(after.agent());
    }

    /** Replaces a row if it exists. Returns whether it does. */
    synchronized boolean change(String id, UnaryOperator<MemoryRow> change) {
        MemoryRow before = rows.get(id);
        if (before == null) {
            return false;
        }
        put(change.apply(before));
        return true;
    }

    synchronized boolean remove(String id) {
        MemoryRow row = rows.remove(id);
        if (row != null) {
            removePlaces(row);
        }
        return row != null;
    }

    /** The threads of each phase, ordered by the beginning of the phase. For use in {@link #locked}. */
    GroupedOrder<Standing.Phase, Place> phases() {
        return phases;
    }

    /** The questions of each kind, ordered by their time. For use in {@link #locked}. */
    GroupedOrder<Standing.Kind, QuestionPlace> questions() {
        return questions;
    }

    /** The threads of each agent that are or will be due, ordered by time. For use in {@link #locked}. */
    GroupedOrder<String, Place> waking() {
        return waking;
    }

    private void addPlaces(MemoryRow row) {
        phases.add(row.standing().phase(), new Place(row.since(), row.id()));
        for (Standing.Question question : row.standing().questions()) {
            questions.add(question.kind(), place(row, question));
        }
        Instant wakeTime = row.wakeTime();
        if (wakeTime != null) {
            waking.add(row.agent(), new Place(wakeTime, row.id()));
        }
    }

    private void removePlaces(MemoryRow row) {
        phases.remove(row.standing().phase(), new Place(row.since(), row.id()));
        for (Standing.Question question : row.standing().questions()) {
            questions.remove(question.kind(), place(row, question));
        }
        Instant wakeTime = row.wakeTime();
        if (wakeTime != null) {
            waking.remove(row.agent(), new Place(wakeTime, row.id()));
        }
    }

    private static QuestionPlace place(MemoryRow row, Standing.Question question) {
        return new QuestionPlace(question.since(), row.id(), question.callId());
    }

    /** Returns the question of a row at a place. */
    static Standing.Question question(MemoryRow row, QuestionPlace place) {
        return row.standing().questions().stream()
                .filter(question -> place(row, question).equals(place))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(place.toString()));
    }
}
