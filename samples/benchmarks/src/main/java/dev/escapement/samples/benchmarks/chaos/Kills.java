package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.engine.Command;
import dev.escapement.run.FileThreadStore;
import dev.escapement.samples.benchmarks.Directories;
import dev.escapement.thread.AgentThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A run of the kill test. Two child processes at a time drive the same threads in one directory; people decide in this
 * process; each child is killed with SIGKILL. At the end, the remaining threads are driven without kills, and all
 * threads and effects are verified.
 */
public final class Kills {

    private static final int PROCESSES = 2;
    private static final int MAX_ACTIVE = 16;
    private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE_MILLIS = 2;
    private static final long MAX_REST_NANOS = TimeUnit.SECONDS.toNanos(120);

    private static final String UNREADABLE = "unreadable threads";
    private static final String UNSETTLED = "threads that neither ended nor wait";

    private final KillOptions options;
    private final Path directory;
    private final Path threads;
    private final Ledger ledger;
    private final Figures figures = new Figures();
    private final Acknowledgements acknowledged = new Acknowledgements();
    private final ActiveThreads active;
    private final Killer killer;

    private Kills(KillOptions options, Path directory) {
        this.options = options;
        this.directory = directory;
        this.threads = directory.resolve("threads");
        Path effects = directory.resolve("ledger");
        this.ledger = new Ledger(effects);
        this.active = new ActiveThreads(Math.min(MAX_ACTIVE, 2 + options.kills()));
        List<String> files = List.of(threads.toString(), effects.toString());
        this.killer = new Killer(options, files, active, figures, acknowledged);
    }

    /**
     * Runs the test and prints its figures.
     *
     * @param options the numbers of kills and races
     * @return the figures
     * @throws Exception if the test cannot be executed
     */
    static Figures run(KillOptions options) throws Exception {
        Path directory = Files.createTempDirectory("kills");
        Kills kills = new Kills(options, directory);
        kills.kill();
        kills.verify();
        new Races(options, directory.resolve("races"), kills.figures).run();
        System.out.println();
        System.out.print(kills.figures.markdown());
        if (kills.figures.hasViolations()) {
            System.out.println("The threads and the ledger remain in " + directory);
        } else {
            Directories.delete(directory);
        }
        return kills.figures;
    }

    /**
     * Runs the program. The exit code is 1 if a rule was violated.
     *
     * @param args {@code --kills}, {@code --races} and {@code --seed}, each with a number
     * @throws Exception if the test cannot be executed
     */
    public static void main(String[] args) throws Exception {
        Figures figures = run(KillOptions.of(List.of(args)));
        if (figures.hasViolations()) {
            System.exit(1);
        }
    }

    private void kill() throws Exception {
        ExecutorService killers = Executors.newFixedThreadPool(PROCESSES);
        try (People people = new People(threads, ledger, figures, acknowledged, new Random(options.seed()))) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                Random random = new Random(options.seed() * PROCESSES + i);
                running.add(killers.submit(() -> {
                    killer.run(random);
                    return null;
                }));
            }
            long start = System.nanoTime();
            long printed = start;
            while (!running.stream().allMatch(Future::isDone)) {
                lookAtAll(people);
                if (System.nanoTime() - printed > PROGRESS_NANOS) {
                    printed = System.nanoTime();
                    progress(printed - start);
                }
            }
            for (Future<?> slot : running) {
                slot.get();
            }
            figures.add("seconds of kills", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
            active.close();
            comeToRest(people);
        } finally {
            killers.shutdownNow();
        }
    }

    private void progress(long nanos) {
        System.out.println(TimeUnit.NANOSECONDS.toSeconds(nanos) + " s: " + figures.get(Killer.KILLS) + " kills, "
                + figures.get(Killer.INSIDE) + " inside steps, " + active.created() + " threads, "
                + acknowledged.count() + " acknowledged events, "
                + figures.violations().size() + " violations");
    }

    private void lookAtAll(People people) throws Exception {
        for (String id : active.ids()) {
            if (people.lookAt(id)) {
                active.remove(id);
            }
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    /** Lets two processes drive the remaining threads until each has ended, or waits although people decided. */
    private void comeToRest(People people) throws Exception {
        long end = System.nanoTime() + MAX_REST_NANOS;
        AtomicInteger driven = new AtomicInteger();
        try (ChildProcess first = killer.start(new Random(options.seed()), KillPlan.NONE, driven::incrementAndGet);
                ChildProcess second =
                        killer.start(new Random(options.seed() + 1), KillPlan.NONE, driven::incrementAndGet)) {
            while (!active.ids().isEmpty() && System.nanoTime() < end && first.isAlive() && second.isAlive()) {
                lookAtAll(people);
            }
        }
        figures.add("events stored without kills", driven.get());
        for (String id : active.ids()) {
            Command next = people.next(id);
            figures.add("threads that wait at the end", next instanceof Command.Await ? 1 : 0);
            figures.require0(UNSETTLED, next.isAtRest() ? 0 : 1, id + " continues with " + next);
        }
    }

    /** Loads each thread from its file, with the chain of checksums, and verifies it and the ledger. */
    private void verify() throws IOException {
        for (String rule : List.of(Killer.UNEXPECTED, UNREADABLE, UNSETTLED)) {
            figures.require0(rule, 0, "");
        }
        FileThreadStore store = FileThreadStore.in(threads);
        LedgerAudit effects = new LedgerAudit(figures);
        List<String> ids = store.ids();
        for (String id : ids) {
            AgentThread thread;
            try {
                thread = store.load(id).orElseThrow();
            } catch (RuntimeException e) {
                figures.require0(UNREADABLE, 1, id + ": " + e);
                continue;
            }
            figures.add("threads", 1);
            figures.add("threads " + thread.status().name().toLowerCase(Locale.ROOT), 1);
            figures.add("events", thread.events().size());
            figures.require0("lost events", acknowledged.lost(id, thread.events()), id);
            effects.add(ThreadAudit.of(thread, figures));
        }
        figures.add("acknowledged events", acknowledged.count());
        for (String id : acknowledged.ids()) {
            figures.require0("lost threads", ids.contains(id) ? 0 : 1, id);
        }
        figures.require0("positions with two events", acknowledged.contradictions(), "see the acknowledgements");
        effects.check(ledger.read());
    }
}
