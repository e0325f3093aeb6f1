package dev.escapement.run;

import dev.escapement.run.IndexCursor.Order;
import dev.escapement.run.MemoryTable.Place;
import dev.escapement.run.MemoryTable.QuestionPlace;
import dev.escapement.run.ThreadIndex.Page;
import dev.escapement.run.ThreadIndex.QuestionEntry;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queries of {@link InMemoryThreadStore}. */
final class MemoryIndex {

    private final MemoryTable table;

    MemoryIndex(MemoryTable table) {
        this.table = table;
    }

    Page<ThreadEntry> threads(ThreadQuery query) {
        Order order = query.oldestFirst() ? Order.OLDEST_THREADS : Order.NEWEST_THREADS;
        Place after = query.after()
                .map(text -> IndexCursor.parse(text, order))
                .map(cursor -> new Place(cursor.since(), cursor.threadId()))
                .orElse(null);
        return table.locked(() -> {
            List<ThreadEntry> entries = new ArrayList<>();
            Iterator<Place> places = places(query, after);
            Optional<String> next = Optional.empty();
            while (places.hasNext() && next.isEmpty()) {
                MemoryRow row = row(places.next().id());
                if (!matches(query, row)) {
                    continue;
                } else if (entries.size() == query.limit()) {
                    ThreadEntry last = entries.get(entries.size() - 1);
                    next = Optional.of(new IndexCursor(order, last.since(), last.id(), "").text());
                } else {
                    entries.add(row.entry());
                }
            }
            return new Page<>(entries, next);
        });
    }

    int count(ThreadQuery query, int bound) {
        return table.locked(() -> {
            int count = 0;
            for (Iterator<Place> places = places(query, null); places.hasNext() && count < bound; ) {
                if (matches(query, row(places.next().id()))) {
                    count++;
                }
            }
            return count;
        });
    }

    Page<QuestionEntry> questions(QuestionQuery query) {
        QuestionPlace after = query.after()
                .map(text -> IndexCursor.parse(text, Order.QUESTIONS))
                .map(cursor -> new QuestionPlace(cursor.since(), cursor.threadId(), cursor.callId()))
                .orElse(null);
        return table.locked(() -> {
            List<QuestionEntry> entries = new ArrayList<>();
            Iterator<QuestionPlace> places = query.kinds().isEmpty()
                    ? table.questions().ascending(after)
                    : table.questions().ascending(query.kinds(), after);
            Optional<String> next = Optional.empty();
            while (places.hasNext() && next.isEmpty()) {
                QuestionPlace place = places.next();
                MemoryRow row = row(place.threadId());
                if (!row.matches(query.agents(), query.labels())) {
                    continue;
                } else if (entries.size() >= query.limit()) {
                    QuestionEntry last = entries.get(entries.size() - 1);
                    next = Optional.of(cursor(last).text());
                } else {
                    Standing.Question question = MemoryTable.question(row, place);
                    entries.add(new QuestionEntry(row.id(), row.agent(), question, row.labels()));
                }
            }
            return new Page<>(entries, next);
        });
    }

    private static IndexCursor cursor(QuestionEntry entry) {
        Standing.Question question = entry.question();
        return new IndexCursor(Order.QUESTIONS, question.since(), entry.threadId(), question.callId());
    }

    private Iterator<Place> places(ThreadQuery query, @Nullable Place after) {
        GroupedOrder<Standing.Phase, Place> phases = table.phases();
        if (query.phases().isEmpty()) {
            return query.oldestFirst() ? phases.ascending(after) : phases.descending(after);
        }
        return query.oldestFirst()
                ? phases.ascending(query.phases(), after)
                : phases.descending(query.phases(), after);
    }

    private static boolean matches(ThreadQuery query, MemoryRow row) {
        return row.matches(query.agents(), query.labels())
                && query.sinceBefore().map(row.since()::isBefore).orElse(true);
    }

    private MemoryRow row(String id) {
        return table.find(id).orElseThrow(() -> new IllegalStateException(id));
    }
}
