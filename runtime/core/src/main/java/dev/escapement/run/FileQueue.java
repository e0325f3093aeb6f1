package dev.escapement.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The queue of {@link FileThreadStore}. */
final class FileQueue implements ThreadQueue {

    /** The order of due threads. */
    private static final Comparator<FileEntry> LONGEST_DUE = Comparator.comparing(
                    (FileEntry entry) -> entry.due().orElse(Instant.MAX))
            .thenComparing(FileEntry::id, IdOrder.INSTANCE);

    private final StoreDirectory directory;
    private final Function<String, ThreadFile> files;
    private final FileIndex index;
    private final FileLeases leases;
    private final FileSchedules schedules;

    /** The ids of due threads that cannot be executed, each of which is logged once. */
    private final Set<String> unusable = ConcurrentHashMap.newKeySet();

    /**
     * Creates a queue.
     *
     * @param files returns the file of a thread
     */
    FileQueue(StoreDirectory directory, Function<String, ThreadFile> files, FileIndex index, FileLeases leases) {
        this.directory = directory;
        this.files = files;
        this.index = index;
        this.leases = leases;
        this.schedules = new FileSchedules(directory);
    }

    @Override
    public List<Claim> claim(Set<String> agents, int limit, Duration time) {
        Objects.requireNonNull(agents, "agents");
        requirePositive(time);
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, not " + limit);
        }
        try {
            return claims(agents, limit, time);
        } catch (IOException e) {
            throw ThreadFileException.ofWrite(RunMessages.listingFailed(directory.path()), null, directory.path(), e);
        }
    }

    private List<Claim> claims(Set<String> agents, int limit, Duration time) throws IOException {
        List<Claim> claims = new ArrayList<>();
        try {
            for (FileEntry entry : due(agents)) {
                if (claims.size() == limit) {
                    break;
                }
                claim(entry.id(), time).ifPresent(claims::add);
            }
            return claims;
        } catch (IOException | RuntimeException | Error e) { // also if the memory does not suffice for a long thread
            claims.forEach(claim -> claim.lease().close());
            throw e;
        }
    }

    private List<FileEntry> due(Set<String> agents) throws IOException {
        Instant now = directory.clock().instant();
        return index.entries().stream()
                .filter(entry -> agents.contains(entry.agent()) && entry.isDue(now))
                .sorted(LONGEST_DUE)
                .toList();
    }

    /**
     * Claims a due thread, unless an execution of this store has an open lease. Its time expires if another process holds
     * the lock of the thread for long, which prevents the renewals: the execution and the claim would run the same step.
     */
    private Optional<Claim> claim(String id, Duration time) throws IOException {
        try {
            return leases.acquireSoon(
                            files.apply(id),
                            time,
                            (lines, state, now) -> !leases.isOpen(id) && isDue(lines, state, now))
                    .map(acquired ->
                            new Claim(acquired.lease(), acquired.agent(), acquired.attempts(), acquired.size()));
        } catch (CorruptThreadException | NewerThreadException failure) {
            // Must not prevent the claims of other threads.
            if (unusable.add(id)) {
                RunLog.log(Worker.class, System.Logger.Level.WARNING, FileStoreMessages.unusable(id), failure);
            }
            return Optional.empty();
        }
    }

    private static boolean isDue(VerifiedLines lines, @Nullable LeaseState state, Instant now) {
        return FileEntry.isDue(Objects.requireNonNull(lines.standing()), state, now);
    }

    /** Throws an exception unless the time of a lease is positive. */
    static void requirePositive(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("time must be positive, not " + time);
        }
    }

    @Override
    public void renew(Collection<? extends ThreadStore.Lease> some) {
        RuntimeException failure = null;
        for (ThreadStore.Lease lease : some) {
            try {
                lease.renew();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void retry(Claim claim, Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must be 0 or more, not " + delay);
        }
        fail(claim, Optional.of(delay));
    }

    @Override
    public void park(Claim claim) {
        fail(claim, Optional.empty());
    }

    private void fail(Claim claim, Optional<Duration> delay) {
        String id = claim.lease().threadId();
        try {
            leases.fail(files.apply(id), claim, delay);
        } catch (IOException e) {
            throw ThreadFileException.ofWrite(
                    RunMessages.releaseFailed(id, directory.path()), id, directory.lease(id), e);
        }
    }

    @Override
    public boolean wake(String id) {
        try {
            return leases.wake(files.apply(Objects.requireNonNull(id, "id")));
        } catch (IOException e) {
            throw ThreadFileException.ofWrite(
                    RunMessages.leaseFailed(id, directory.path()), id, directory.lease(id), e);
        }
    }

    @Override
    public Instant time() {
        return directory.clock().instant();
    }

    @Override
    public Instant register(String schedule, String definition, Instant first) {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(first, "first");
        StoredSchedule registered = new StoredSchedule(definition, first);
        try {
            return schedules.register(schedule, registered);
        } catch (IOException e) {
            throw scheduleFailed(schedule, e);
        }
    }

    @Override
    public boolean fire(Tick tick, Append start) {
        Objects.requireNonNull(tick, "tick");
        ThreadFile file = files.apply(start.threadId());
        try {
            return schedules.fire(tick, () -> start(file, start));
        } catch (IOException e) {
            throw scheduleFailed(tick.schedule(), e);
        }
    }

    private static void start(ThreadFile file, Append start) throws IOException {
        try {
            file.append(start);
        } catch (ConcurrentRunException | ErasedThreadException exists) {
            // Only the schedule is moved. The thread may be that of a call that ended before it moved the schedule.
        }
    }

    private ThreadFileException scheduleFailed(String schedule, IOException cause) {
        return ThreadFileException.ofWrite(
                FileStoreMessages.scheduleFailed(schedule, directory.path()), null, directory.schedules(), cause);
    }
}
