package dev.escapement.server.security;

import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.server.Identity;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.ServerContext;
import dev.escapement.thread.AgentThread;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The threads that an identity can see: those that have all its labels. Other threads are answered like threads that do not
 * exist. Child threads have the labels of their parents. Erased threads do not have labels, so that only identities without
 * labels can see them. Safe for concurrent use.
 */
public final class VisibleThreads {
    private final ServerContext context;

    /**
     * Creates an object for the threads of a store.
     *
     * @param context the parts of the application, of which the store and its index are used
     */
    public VisibleThreads(ServerContext context) {
        this.context = context;
    }

    /**
     * Returns whether an identity can see threads with given labels.
     *
     * @param identity the sender of the request
     * @param labels the labels of a thread
     * @return whether the thread has all labels of the identity
     */
    public static boolean isVisible(Identity identity, Map<String, String> labels) {
        return labels.entrySet().containsAll(identity.labels().entrySet());
    }

    /**
     * Returns the entry of a visible thread, also of an erased one.
     *
     * @param identity the sender of the request
     * @param id the id of the thread
     * @return the entry
     * @throws ProblemException of the type {@link ProblemType#NOT_FOUND} if the thread is not stored or not visible
     */
    public ThreadIndex.ThreadEntry entry(Identity identity, String id) {
        return context.index()
                .entry(id)
                .filter(entry -> isVisible(identity, entry.labels()))
                .orElseThrow(VisibleThreads::notFound);
    }

    /**
     * Returns a visible thread.
     *
     * @param identity the sender of the request
     * @param id the id of the thread
     * @return the thread
     * @throws ProblemException of the type {@link ProblemType#NOT_FOUND} if the thread is not stored or not visible
     * @throws ErasedThreadException if the thread is visible and its content was erased
     */
    public AgentThread load(Identity identity, String id) {
        if (!identity.labels().isEmpty()) {
            entry(identity, id);
        }
        return context.store().load(id).orElseThrow(VisibleThreads::notFound);
    }

    /**
     * Restricts a query to visible threads.
     *
     * @param identity the sender of the request
     * @param query the query
     * @return the restricted query; empty if it selects only threads that are not visible
     */
    public static Optional<ThreadQuery> restrict(Identity identity, ThreadQuery query) {
        if (contradicts(identity, query.labels())) {
            return Optional.empty();
        }
        ThreadQuery restricted = query;
        for (Map.Entry<String, String> label : identity.labels().entrySet()) {
            restricted = restricted.label(label.getKey(), label.getValue());
        }
        return Optional.of(restricted);
    }

    /**
     * Restricts a query to questions of visible threads.
     *
     * @param identity the sender of the request
     * @param query the query
     * @return the restricted query; empty if it selects only questions that are not visible
     */
    public static Optional<QuestionQuery> restrict(Identity identity, QuestionQuery query) {
        if (contradicts(identity, query.labels())) {
            return Optional.empty();
        }
        QuestionQuery restricted = query;
        for (Map.Entry<String, String> label : identity.labels().entrySet()) {
            restricted = restricted.label(label.getKey(), label.getValue());
        }
        return Optional.of(restricted);
    }

    /**
     * Returns the labels of a thread that an identity starts.
     *
     * @param identity the sender of the request
     * @param labels the labels in the request
     * @return the labels in the request and those of the identity
     * @throws ProblemException of the type {@link ProblemType#FORBIDDEN} if the request contains a label of the identity with
     *     another value
     */
    public static Map<String, String> labels(Identity identity, Map<String, String> labels) {
        if (contradicts(identity, labels)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "You can start threads only with your own labels. Omit the label or use your own value.");
        }
        Map<String, String> all = new LinkedHashMap<>(labels);
        all.putAll(identity.labels());
        return all;
    }

    private static boolean contradicts(Identity identity, Map<String, String> labels) {
        return identity.labels().entrySet().stream()
                .anyMatch(own ->
                        labels.containsKey(own.getKey()) && !own.getValue().equals(labels.get(own.getKey())));
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "This thread does not exist. Check its id.");
    }
}
