package dev.escapement.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index of the threads of a store. Every store of this project implements it. Pages are stable: a thread or question
 * keeps its place until its phase changes or it is answered. Safe for concurrent use.
 *
 * <pre>{@code
 * ThreadIndex.Page<ThreadIndex.QuestionEntry> open =
 *     index.questions(QuestionQuery.all().kind(Standing.Kind.APPROVAL).label("tenant", "acme"));
 * }</pre>
 */
public interface ThreadIndex {

    /**
     * Returns a page of open questions, the oldest first.
     *
     * @param query the filter, the cursor and the size of the page
     * @return the page
     * @throws IllegalArgumentException if the cursor is not one of this index
     */
    Page<QuestionEntry> questions(QuestionQuery query);

    /**
     * Returns a page of threads, ordered by the time at which their phase began.
     *
     * @param query the filter, the order, the cursor and the size of the page
     * @return the page
     * @throws IllegalArgumentException if the cursor is not one of this index
     */
    Page<ThreadEntry> threads(ThreadQuery query);

    /**
     * Counts threads up to a bound, so that the cost does not grow with the store.
     *
     * @param query the filter; its cursor and page size are ignored
     * @param bound the maximum result, 1 or more
     * @return the number of threads, or the bound if there are at least as many
     */
    int count(ThreadQuery query, int bound);

    /**
     * Returns the entry of a thread.
     *
     * @param id the id of the thread
     * @return the entry; empty if the thread is not stored
     */
    Optional<ThreadEntry> entry(String id);

    /**
     * A page of a result.
     *
     * @param entries the entries in order
     * @param next the cursor of the next page; empty for the last page
     * @param <T> the type of the entries
     */
    record Page<T>(List<T> entries, Optional<String> next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A thread in the index.
     *
     * @param id the id of the thread
     * @param agent the name of its agent
     * @param size the number of its events
     * @param standing its standing; for a parked thread, the phase is {@link Standing.Phase#RUNNABLE}
     * @param since the time of the store's clock at which its phase began
     * @param updatedAt the time of the store's clock of its last append
     * @param attempts the number of failed executions since the last append
     * @param parked whether its executions failed so often that it waits for an append or {@link ThreadQueue#wake}
     * @param labels its labels
     * @param erased whether its content was erased
     */
    record ThreadEntry(
            String id,
            String agent,
            int size,
            Standing standing,
            Instant since,
            Instant updatedAt,
            int attempts,
            boolean parked,
            Map<String, String> labels,
            boolean erased) {
        public ThreadEntry {
            labels = Map.copyOf(labels);
        }
    }

    /**
     * An open question in the index.
     *
     * @param threadId the id of the thread
     * @param agent the name of the agent
     * @param question the question
     * @param labels the labels of the thread
     */
    record QuestionEntry(String threadId, String agent, Standing.Question question, Map<String, String> labels) {
        public QuestionEntry {
            labels = Map.copyOf(labels);
        }
    }
}
