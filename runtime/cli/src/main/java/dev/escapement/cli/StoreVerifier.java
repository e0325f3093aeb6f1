package dev.escapement.cli;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.NewerThreadException;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.UnknownThreadException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Verifies threads and counts them. For use by one Java thread. */
final class StoreVerifier {

    private static final long PROGRESS_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int PAGE = 500;

    private final OpenStore store;
    private final CommandOutput output;
    private final LongSupplier ticker;
    private long progressAt;
    private int verified;
    private int damaged;

    /**
     * Creates a verifier.
     *
     * @param ticker returns a monotonic time in nanoseconds, for the lines that report progress
     */
    StoreVerifier(OpenStore store, CommandOutput output, LongSupplier ticker) {
        this.store = store;
        this.output = output;
        this.ticker = ticker;
        this.progressAt = ticker.getAsLong() + PROGRESS_NANOS;
    }

    /** Verifies all threads, the oldest first, so that threads which change meanwhile are found later. */
    void all() {
        if (store.store() instanceof FileThreadStore files) {
            files.ids().forEach(this::thread); // also those that the index omits because they are damaged
            return;
        }
        Optional<String> next = Optional.empty();
        do {
            ThreadQuery query = ThreadQuery.all().fromOldest().limit(PAGE);
            ThreadIndex.Page<ThreadIndex.ThreadEntry> page =
                    store.index().threads(next.map(query::after).orElse(query));
            page.entries().forEach(entry -> thread(entry.id()));
            next = page.next();
        } while (next.isPresent());
    }

    /** Verifies a thread and prints a line if it is damaged. */
    void thread(String id) {
        verified++;
        problem(id).ifPresent(problem -> {
            damaged++;
            output.line(id + ": " + problem);
        });
        if (ticker.getAsLong() - progressAt >= 0) {
            output.error("Verified " + verified + " threads, " + damaged + " damaged …");
            progressAt = ticker.getAsLong() + PROGRESS_NANOS;
        }
    }

    private Optional<String> problem(String id) {
        try {
            if (store.store() instanceof JdbcThreadStore database) {
                database.verify(id); // also an erased thread, which cannot be loaded
            }
            store.thread(id);
            return Optional.empty();
        } catch (ErasedThreadException e) {
            return Optional.empty();
        } catch (CorruptThreadException | NewerThreadException | UnknownThreadException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Prints the result and returns the exit code. */
    int finish() {
        output.line((verified == 1 ? "1 thread" : verified + " threads") + " verified, " + damaged + " damaged.");
        return damaged == 0 ? ExitCode.OK : ExitCode.REFUSED;
    }
}
