package dev.escapement.run;

import dev.escapement.run.IndexCursor.IndexOrder;
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
        IndexOrder order = query.oldestFirst() ? IndexOrder.OLDEST_THREADS : IndexOrder.NEWEST_THREADS;
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
                boolean matches = matches(query, row);
                if (matches && entries.size() < query.limit()) {
                    entries.add(row.entry());
                } else if (matches) {
                    next = Optional.of(cursor(order, entries.get(entries.size() - 1)));
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
                .map(text -> IndexCursor.parse(text, IndexOrder.QUESTIONS))
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
                boolean matches = row.matches(query.agents(), query.labels());
                if (matches && entries.size() < query.limit()) {
                    Standing.Question question = MemoryTable.question(row, place);
                    entries.add(new QuestionEntry(row.id(), row.agent(), question, row.labels()));
                } else if (matches) {
                    next = Optional.of(cursor(entries.get(entries.size() - 1)));
                }
            }
            return new Page<>(entries, next);
        });
    }

    private static String cursor(IndexOrder order, ThreadEntry last) {
        return new IndexCursor(order, last.since(), last.id(), "").text();
    }

    private static String cursor(QuestionEntry last) {
        Standing.Question question = last.question();
        return new IndexCursor(IndexOrder.QUESTIONS, question.since(), last.threadId(), question.callId()).text();
    }

    private Iterator<Place> places(ThreadQuery query, @Nullable Place after) {
        GroupedOrder<Standing.Phase, Place> phases = table.phases();
        if (query.phases().isEmpty()) {
            return query.oldestFirst() ? phases.ascending(after) : phases.descending(after);
        }
        return query.oldestFirst() ? phases.ascending(query.phases(), after) : phases.descending(query.phases(), after);
    }

    private static boolean matches(ThreadQuery query, MemoryRow row) {
        return row.matches(query.agents(), query.labels())
                && query.sinceBefore().map(row.since()::isBefore).orElse(true);
    }

    private MemoryRow row(String id) {
        return table.find(id).orElseThrow(() -> new IllegalStateException(id));
    }
}
