package dev.escapement.run;

import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rules for the deletion and erasure of the threads of a store. Immutable. Safe for concurrent use, also by several
 * processes.
 *
 * <pre>{@code
 * Retention retention = Retention.of(store)
 *     .deleteAfter(Standing.Phase.FINISHED, Duration.ofDays(90))
 *     .deleteAfter(Standing.Phase.STOPPED, Duration.ofDays(30));
 * int deleted = retention.apply(Instant.now());
 * }</pre>
 *
 * <p>Rules are applied only when a method is called, for example once a day by a scheduled job of the application.
 */
public final class Retention {

    private final ThreadStore store;
    private final ThreadIndex index;
    private final TreeRemoval removal;
    private final Map<Phase, Duration> ages;

    private Retention(ThreadStore store, ThreadIndex index, Map<Phase, Duration> ages) {
        this.store = store;
        this.index = index;
        this.removal = new TreeRemoval(store);
        this.ages = ages;
    }

    /**
     * Returns rules that keep all threads.
     *
     * @param store the store
     * @param <S> the type of the store
     * @return the rules
     */
    public static <S extends ThreadStore & ThreadIndex> Retention of(S store) {
        Objects.requireNonNull(store, "store");
        return new Retention(store, store, new EnumMap<>(Phase.class));
    }

    /**
     * Returns these rules with the deletion of threads of a phase.
     *
     * @param phase the phase; threads that have not ended are also deleted if it is {@link Phase#RUNNABLE} or {@link
     *     Phase#WAITING}
     * @param age the time since the phase began after which a thread is deleted, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if the age is negative
     */
    public Retention deleteAfter(Phase phase, Duration age) {
        Objects.requireNonNull(phase, "phase");
        if (age.isNegative()) {
            throw new IllegalArgumentException("the age must be 0 or more, not " + age);
        }
        Map<Phase, Duration> more = new EnumMap<>(ages);
        more.put(phase, age);
        return new Retention(store, index, more);
    }

    /**
     * Deletes the threads that are older than the rules permit. A thread whose phase changes in the meantime is kept, and
     * so is a child thread until its parent has recorded its end. The open children of a deleted thread are cancelled, except
     * those that are damaged.
     *
     * @param now the current time of the store's clock
     * @return the number of deleted threads
     * @throws StoreException if the storage fails; the threads deleted before remain deleted
     * @throws NewerThreadException if a thread has open children that only a later release can cancel; all other threads
     *     have been deleted
     * @throws CorruptThreadException if a thread is damaged, or has open children that cannot be decrypted here; all other
     *     threads have been deleted
     */
    public int apply(Instant now) {
        Objects.requireNonNull(now, "now");
        UnreadableTrees unreadable = new UnreadableTrees();
        int deleted = 0;
        for (Map.Entry<Phase, Duration> rule : ages.entrySet()) {
            ThreadQuery old = ThreadQuery.all().phase(rule.getKey()).sinceBefore(now.minus(rule.getValue()));
            deleted += forEach(old, unreadable, entry -> isUnchanged(entry) && removal.delete(entry.id()));
        }
        unreadable.requireNone();
        return deleted;
    }

    private boolean isUnchanged(ThreadEntry entry) {
        return index.entry(entry.id())
                .filter(now -> now.standing().phase() == entry.standing().phase())
                .filter(now -> now.since().equals(entry.since()))
                .isPresent();
    }

    /**
     * {@linkplain ThreadStore#erase Erases} the content of all threads with a label, for example of one person. The open
     * children of an erased thread are cancelled first, except those that are damaged. A child thread is cancelled before
     * it is erased, so that its parent continues.
     *
     * @param name the name of the label
     * @param value its value
     * @return the number of erased threads
     * @throws StoreException if the storage fails; the threads erased before remain erased
     * @throws NewerThreadException if a thread has open children that only a later release can cancel; all other threads
     *     have been erased
     * @throws CorruptThreadException if a thread is damaged, or has open children that cannot be decrypted here; all other
     *     threads have been erased
     */
    public int erase(String name, String value) {
        UnreadableTrees unreadable = new UnreadableTrees();
        int erased = forEach(ThreadQuery.all().label(name, value), unreadable, entry -> removal.erase(entry.id()));
        unreadable.requireNone();
        return erased;
    }

    /** Applies an operation to all threads of a query, and returns the number of those that it affected. */
    private int forEach(ThreadQuery query, UnreadableTrees unreadable, Predicate<ThreadEntry> operation) {
        ThreadQuery page = query.fromOldest().limit(ThreadQuery.MAX_LIMIT);
        int affected = 0;
        while (true) {
            ThreadIndex.Page<ThreadEntry> threads = index.threads(page);
            for (ThreadEntry entry : threads.entries()) {
                affected += unreadable.test(entry, operation) ? 1 : 0;
            }
            Optional<String> next = threads.next();
            if (next.isEmpty()) {
                return affected;
            }
            page = page.after(next.get());
        }
    }

    /** The failures of threads whose trees contain unreadable threads, which must not prevent the removal of others. */
    private static final class UnreadableTrees {

        private @Nullable RuntimeException first;

        boolean test(ThreadEntry entry, Predicate<ThreadEntry> operation) {
            try {
                return operation.test(entry);
            } catch (CorruptThreadException | NewerThreadException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
                return false;
            }
        }

        /** Throws the first failure, if any. */
        void requireNone() {
            if (first != null) {
                throw first;
            }
        }
    }
}
