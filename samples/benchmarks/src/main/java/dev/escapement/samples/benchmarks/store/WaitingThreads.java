package dev.escapement.samples.benchmarks.store;

import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Directories;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Meter;
import dev.escapement.samples.benchmarks.Row;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A benchmark of the queries of the index and of the queue in a database with 100,000 waiting threads. */
public final class WaitingThreads implements Benchmark {

    private static final int THREADS = 100_000;
    private static final int PAGE = 50;
    private static final int BOUND = 1_001;
    private static final int ROUNDS = 11;
    private static final int WARM_UP = 4;
    private static final int TIMES = 20;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final double BYTES_PER_MEGABYTE = 1_000_000;
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Creates the benchmark. */
    public WaitingThreads() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        Path root = Files.createTempDirectory("waiting");
        try {
            for (StoreKind kind : StoreKind.available()) {
                if (kind == StoreKind.SQLITE || kind == StoreKind.POSTGRESQL) {
                    try (StoreStorage storage = kind.create(root)) {
                        measure(effort, table, kind, storage.open());
                    }
                }
            }
        } finally {
            Directories.delete(root);
        }
    }

    private static void measure(Effort effort, Table table, StoreKind kind, ThreadStore store) throws Exception {
        int threads = effort.of(THREADS, 2 * PAGE);
        WaitingThread.start(store, threads);
        String work = String.format(Locale.ROOT, "%,d waiting threads, %s", threads, kind.title());
        double before = heap();
        InterleavedRounds.run(
                        work,
                        effort.of(WARM_UP, 0),
                        effort.of(ROUNDS, 1),
                        tasks((ThreadIndex) store, (ThreadQueue) store, threads, effort.of(TIMES, 1)))
                .forEach((query, sample) -> table.add(new Row(
                        work,
                        query,
                        new Sample(sample.value() / MICROS_PER_MILLI, sample.bytes()),
                        "ms",
                        Double.NaN,
                        "")));
        double after = heap();
        table.add(new Row(
                work,
                "heap after the queries",
                new Sample(after),
                "MB",
                Double.NaN,
                String.format(Locale.ROOT, "before: %.1f MB", before)));
        StoreStorage.close(store);
    }

    private static Map<String, InterleavedRounds.Task> tasks(
            ThreadIndex index, ThreadQueue queue, int threads, int times) {
        ThreadQuery all = ThreadQuery.all().limit(PAGE);
        ThreadQuery waiting = all.phase(Phase.WAITING);
        QuestionQuery questions = QuestionQuery.all().limit(PAGE);
        ThreadQuery middle = waiting.after(middleOfThreads(index, waiting, threads));
        QuestionQuery middleQuestions = questions.after(middleOfQuestions(index, questions, threads));
        Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
        tasks.put("first page of threads", page(index, waiting, times));
        tasks.put("first page of threads in any phase", page(index, all, times));
        tasks.put("page from the middle of threads", page(index, middle, times));
        tasks.put("page of threads of one of 100 tenants", page(index, waiting.label("tenant", "7"), times));
        tasks.put("page of threads in one of two regions", page(index, waiting.label("region", "1"), times));
        tasks.put("page of threads of one user", page(index, waiting.label("user", "5"), times));
        tasks.put("first page of questions", page(index, questions, times));
        tasks.put("first page of approvals", page(index, questions.kind(Kind.APPROVAL), times));
        tasks.put("page from the middle of questions", page(index, middleQuestions, times));
        tasks.put("page of questions of one of 100 tenants", page(index, questions.label("tenant", "7"), times));
        tasks.put("page of questions of one user", page(index, questions.label("user", "5"), times));
        tasks.put(
                "count up to " + BOUND,
                () -> Meter.micros(times, 1, () -> {
                    return expect(Math.min(threads, BOUND), index.count(waiting, BOUND));
                }));
        tasks.put(
                "count of one tenant",
                () -> Meter.micros(times, 1, () -> {
                    return expect(threads / WaitingThread.TENANTS, index.count(waiting.label("tenant", "7"), BOUND));
                }));
        tasks.put(
                "claim without a due thread",
                () -> Meter.micros(times, 1, () -> {
                    return 1
                            + expect(
                                    0,
                                    queue.claim(Set.of(WaitingThread.AGENT), 10, LEASE)
                                            .size());
                }));
        return tasks;
    }

    private static InterleavedRounds.Task page(ThreadIndex index, ThreadQuery query, int times) {
        int size = index.threads(query).entries().size();
        requireEntries(size);
        return () -> Meter.micros(
                times, 1, () -> expect(size, index.threads(query).entries().size()));
    }

    private static InterleavedRounds.Task page(ThreadIndex index, QuestionQuery query, int times) {
        int size = index.questions(query).entries().size();
        requireEntries(size);
        return () -> Meter.micros(
                times, 1, () -> expect(size, index.questions(query).entries().size()));
    }

    private static void requireEntries(int size) {
        if (size == 0) {
            throw new IllegalStateException("a page is empty");
        }
    }

    private static int expect(int expected, int found) {
        if (found != expected) {
            throw new IllegalStateException("the query returned " + found + " in place of " + expected);
        }
        return found;
    }

    /** Returns the cursor after half of the threads. */
    private static String middleOfThreads(ThreadIndex index, ThreadQuery query, int threads) {
        int limit = Math.min(ThreadQuery.MAX_LIMIT, threads / 2);
        ThreadIndex.Page<ThreadIndex.ThreadEntry> page = index.threads(query.limit(limit));
        for (int read = limit; read < threads / 2; read += limit) {
            page = index.threads(query.limit(limit).after(page.next().orElseThrow()));
        }
        return page.next().orElseThrow();
    }

    private static String middleOfQuestions(ThreadIndex index, QuestionQuery query, int threads) {
        int limit = Math.min(ThreadQuery.MAX_LIMIT, threads / 2);
        ThreadIndex.Page<ThreadIndex.QuestionEntry> page = index.questions(query.limit(limit));
        for (int read = limit; read < threads / 2; read += limit) {
            page = index.questions(query.limit(limit).after(page.next().orElseThrow()));
        }
        return page.next().orElseThrow();
    }

    /** Returns the megabytes of heap in use after a collection. */
    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MEGABYTE;
    }
}
