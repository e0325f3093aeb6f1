package dev.escapement.server.follow;

import dev.escapement.run.QuestionQuery;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.server.Identity;
import dev.escapement.server.security.VisibleThreads;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Digests of the open questions that identities can see. Identities with the same labels share a digest, so that many open pages
 * cause few queries. Covers the {@value #MAX_QUESTIONS} oldest questions. Safe for concurrent use.
 */
final class QuestionDigests {
    /** The number of questions whose changes are noticed. */
    static final int MAX_QUESTIONS = 5_000;

    private static final long MAX_AGE = Duration.ofMillis(200).toNanos();
    private static final int PRIME = 1_000_003;

    private final ThreadIndex index;
    private final Map<Map<String, String>, TimedDigest> digests = new ConcurrentHashMap<>();

    private record TimedDigest(long value, long at) {}

    QuestionDigests(ThreadIndex index) {
        this.index = index;
    }

    /** Returns the digest of the questions that an identity can see, at most 200 milliseconds old. */
    long digest(Identity identity) {
        digests.values().removeIf(digest -> System.nanoTime() - digest.at() >= MAX_AGE);
        return digests.computeIfAbsent(
                        identity.labels(), labels -> new TimedDigest(compute(identity), System.nanoTime()))
                .value();
    }

    private long compute(Identity identity) {
        long digest = 0;
        Optional<QuestionQuery> query =
                VisibleThreads.restrict(identity, QuestionQuery.all().limit(ThreadQuery.MAX_LIMIT));
        for (int read = 0; query.isPresent() && read < MAX_QUESTIONS; read += ThreadQuery.MAX_LIMIT) {
            ThreadIndex.Page<ThreadIndex.QuestionEntry> page = index.questions(query.get());
            for (ThreadIndex.QuestionEntry entry : page.entries()) {
                digest = digest * PRIME + entry.threadId().hashCode();
                digest = digest * PRIME + entry.question().hashCode();
            }
            QuestionQuery last = query.get();
            query = page.next().map(last::after);
        }
        return digest;
    }
}
