package dev.escapement.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The filters, orders and cursors of an index that examines all its entries, for authors of stores. Ids are ordered by
 * their code points.
 *
 * <pre>{@code
 * List<ThreadIndex.ThreadEntry> entries = List.of(); // all threads of the store
 * ThreadIndex.Page<ThreadIndex.ThreadEntry> page = IndexPages.threads(entries.stream(), ThreadQuery.all());
 * }</pre>
 */
public final class IndexPages {

    private static final Comparator<IndexCursor> ASCENDING = Comparator.comparing(IndexCursor::since)
            .thenComparing(IndexCursor::threadId, IdOrder.INSTANCE)
            .thenComparing(IndexCursor::callId, IdOrder.INSTANCE);

    private IndexPages() {}

    /**
     * Returns a page of the threads that a query selects.
     *
     * @param threads all threads, in any order
     * @param query the filter, the order, the cursor and the size of the page
     * @return the page
     * @throws IllegalArgumentException if the cursor is not one of this order
     */
    public static ThreadIndex.Page<ThreadIndex.ThreadEntry> threads(
            Stream<ThreadIndex.ThreadEntry> threads, ThreadQuery query) {
        IndexCursor.IndexOrder order =
                query.oldestFirst() ? IndexCursor.IndexOrder.OLDEST_THREADS : IndexCursor.IndexOrder.NEWEST_THREADS;
        return page(
                threads.filter(entry -> isSelected(entry, query)),
                entry -> new IndexCursor(order, entry.since(), entry.id(), ""),
                query.oldestFirst() ? ASCENDING : ASCENDING.reversed(),
                query.after().map(cursor -> IndexCursor.parse(cursor, order)),
                query.limit());
    }

    /**
     * Returns a page of the questions that a query selects.
     *
     * @param questions all open questions, in any order
     * @param query the filter, the cursor and the size of the page
     * @return the page
     * @throws IllegalArgumentException if the cursor is not one of this order
     */
    public static ThreadIndex.Page<ThreadIndex.QuestionEntry> questions(
            Stream<ThreadIndex.QuestionEntry> questions, QuestionQuery query) {
        return page(
                questions.filter(entry -> isSelected(entry, query)),
                entry -> new IndexCursor(
                        IndexCursor.IndexOrder.QUESTIONS,
                        entry.question().since(),
                        entry.threadId(),
                        entry.question().callId()),
                ASCENDING,
                query.after().map(cursor -> IndexCursor.parse(cursor, IndexCursor.IndexOrder.QUESTIONS)),
                query.limit());
    }

    /**
     * Counts the threads that a query selects, without regard to its cursor and page size.
     *
     * @param threads all threads, in any order
     * @param query the filter
     * @param bound the maximum result, 1 or more
     * @return the number of threads, or the bound if there are at least as many
     * @throws IllegalArgumentException if the bound is less than 1
     */
    public static int count(Stream<ThreadIndex.ThreadEntry> threads, ThreadQuery query, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be 1 or more, not " + bound);
        }
        return (int)
                threads.filter(entry -> isSelected(entry, query)).limit(bound).count();
    }

    private static boolean isSelected(ThreadIndex.ThreadEntry entry, ThreadQuery query) {
        Optional<Instant> before = query.sinceBefore();
        return (query.phases().isEmpty()
                        || query.phases().contains(entry.standing().phase()))
                && isSelected(entry.agent(), query.agents(), entry.labels(), query.labels())
                && (before.isEmpty() || entry.since().isBefore(before.get()));
    }

    private static boolean isSelected(ThreadIndex.QuestionEntry entry, QuestionQuery query) {
        return (query.kinds().isEmpty()
                        || query.kinds().contains(entry.question().kind()))
                && isSelected(entry.agent(), query.agents(), entry.labels(), query.labels());
    }

    private static boolean isSelected(
            String agent, List<String> agents, Map<String, String> labels, Map<String, String> required) {
        return (agents.isEmpty() || agents.contains(agent)) && labels.entrySet().containsAll(required.entrySet());
    }

    private static <T> ThreadIndex.Page<T> page(
            Stream<T> entries,
            Function<T, IndexCursor> cursor,
            Comparator<IndexCursor> order,
            Optional<IndexCursor> after,
            int limit) {
        List<T> found = entries.filter(entry -> after.isEmpty() || order.compare(cursor.apply(entry), after.get()) > 0)
                .sorted(Comparator.comparing(cursor, order))
                .limit(limit + 1L)
                .toList();
        return found.size() <= limit
                ? new ThreadIndex.Page<>(found, Optional.empty())
                : new ThreadIndex.Page<>(
                        found.subList(0, limit),
                        Optional.of(cursor.apply(found.get(limit - 1)).text()));
    }
}
