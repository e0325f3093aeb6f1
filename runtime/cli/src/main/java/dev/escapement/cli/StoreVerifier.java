package dev.escapement.cli;

import dev.escapement.engine.DamagedThreadException;
import dev.escapement.engine.ReplayResult;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.NewerThreadException;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.thread.AgentThread;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Verifies threads and counts them. Compares those of agents with runners with the current code. For use by one Java thread. */
final class StoreVerifier {

    private static final long PROGRESS_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int PAGE = 500;
    private static final int MAX_DIVERGENCES = 20;

    private final OpenStore store;
    private final List<Runner> runners;
    private final CommandOutput output;
    private final LongSupplier ticker;
    private long progressAt;
    private int verified;
    private int damaged;
    private int compared;
    private int diverged;

    /**
     * Creates a verifier.
     *
     * @param runners the runners of the agents whose threads are compared with the current code
     * @param ticker returns a monotonic time in nanoseconds, for the lines that report progress
     */
    StoreVerifier(OpenStore store, List<Runner> runners, CommandOutput output, LongSupplier ticker) {
        this.store = store;
        this.runners = List.copyOf(runners);
        this.output = output;
        this.ticker = ticker;
        this.progressAt = ticker.getAsLong() + PROGRESS_NANOS;
    }

    /**
     * Verifies all threads, the oldest first, so that threads which change meanwhile are found later. Those that are deleted
     * meanwhile do not count.
     */
    void all() {
        if (store.store() instanceof FileThreadStore files) {
            files.ids().forEach(this::listed); // also those that the index omits because they are damaged
            return;
        }
        Optional<String> next = Optional.empty();
        do {
            ThreadQuery query = ThreadQuery.all().fromOldest().limit(PAGE);
            ThreadIndex.Page<ThreadIndex.ThreadEntry> page =
                    store.index().threads(next.map(query::after).orElse(query));
            page.entries().forEach(entry -> listed(entry.id()));
            next = page.next();
        } while (next.isPresent());
    }

    private void listed(String id) {
        try {
            verify(id);
        } catch (UnknownThreadException e) {
            if (isStored(id)) {
                report(id, e);
            } else {
                verified--;
            }
        }
    }

    /** Returns whether the store lists a thread that cannot be loaded. */
    private boolean isStored(String id) {
        return store.store() instanceof FileThreadStore files
                ? files.ids().contains(id)
                : store.index().entry(id).isPresent();
    }

    private void report(String id, RuntimeException problem) {
        damaged++;
        output.line(id + ": " + problem.getMessage());
    }

    /** Verifies a thread and prints a line if it is damaged. */
    void thread(String id) {
        try {
            verify(id);
        } catch (UnknownThreadException e) {
            report(id, e);
        }
    }

    private void verify(String id) {
        verified++;
        problem(id).ifPresent(problem -> report(id, problem));
        if (ticker.getAsLong() - progressAt >= 0) {
            output.error("Verified " + verified + " threads, " + damaged + " damaged"
                    + (runners.isEmpty() ? "" : ", " + diverged + " diverged") + " …");
            progressAt = ticker.getAsLong() + PROGRESS_NANOS;
        }
    }

    private Optional<RuntimeException> problem(String id) {
        try {
            if (store.store() instanceof JdbcThreadStore database) {
                database.verify(id); // also an erased thread, which cannot be loaded
            }
            compare(store.thread(id));
            return Optional.empty();
        } catch (ErasedThreadException e) {
            return Optional.empty();
        } catch (CorruptThreadException | NewerThreadException | DamagedThreadException e) {
            return Optional.of(e);
        }
    }

    /** Compares a thread with the current code of its agent and prints a line for one of the first divergences. */
    private void compare(AgentThread thread) {
        Optional<Runner> runner = runners.stream()
                .filter(candidate -> candidate.agents().contains(thread.agent()))
                .findFirst();
        if (runner.isEmpty()) {
            return;
        }
        compared++;
        if (runner.get().verify(thread.id()) instanceof ReplayResult.Divergence divergence) {
            diverged++;
            if (diverged <= MAX_DIVERGENCES) {
                output.line(thread.id() + ": " + divergence.summary());
            }
        }
    }

    /** Prints the result and returns the exit code. */
    int finish() {
        if (diverged > MAX_DIVERGENCES) {
            output.line("… and " + (diverged - MAX_DIVERGENCES) + " more threads that diverge");
        }
        output.line(threads(verified) + " verified, " + damaged + " damaged.");
        if (!runners.isEmpty()) {
            output.line(threads(compared) + " compared with the current code, " + diverged + " diverged.");
        }
        return damaged == 0 && diverged == 0 ? ExitCode.OK : ExitCode.REFUSED;
    }

    private static String threads(int count) {
        return count == 1 ? "1 thread" : count + " threads";
    }
}
