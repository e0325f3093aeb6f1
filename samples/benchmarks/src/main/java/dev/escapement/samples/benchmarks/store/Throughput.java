package dev.escapement.samples.benchmarks.store;

import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Directories;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.ProcessorUse;
import dev.escapement.samples.benchmarks.Row;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import dev.escapement.thread.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A benchmark of the appends of 1 to 32 workers to one store. Each worker holds the lease of a thread and appends one
 * event at a time. The references write the same lines to files or to tables of the same database.
 */
public final class Throughput implements Benchmark {

    private static final int[] WRITERS = {1, 4, 16, 32};
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 2;
    private static final int EVENTS = 300;

    /** The number of appends after which a writer ends its round early. */
    private static final int MOST = 5_000;

    private static final int ROUND_MILLIS = 600;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final double MICROS_PER_SECOND = 1_000_000;

    private static final String FDATASYNC = "write and fdatasync";
    private static final String SQLITE_INSERT = "insert into SQLite";
    private static final String POSTGRESQL_INSERT = "insert into PostgreSQL";

    private final AtomicInteger threads = new AtomicInteger();

    /** Creates the benchmark. */
    public Throughput() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        List<Event> events = StoredThread.events(EVENTS);
        Path root = Files.createTempDirectory("throughput");
        Map<String, AppendSubject> subjects = new LinkedHashMap<>();
        try {
            for (StoreKind kind : StoreKind.available()) {
                subjects.put(
                        kind.title(), AppendSubject.of(kind, Files.createTempDirectory(root, "store"), events.get(0)));
            }
            subjects.put(FDATASYNC, RawWrites.files(root));
            subjects.put(SQLITE_INSERT, RawWrites.sqlite(root));
            if (PostgresSchema.isAvailable()) {
                subjects.put(POSTGRESQL_INSERT, RawWrites.postgresql());
            }
            for (int writers : WRITERS) {
                measure(effort, table, subjects, events.subList(1, events.size()), writers);
            }
        } finally {
            for (AppendSubject subject : subjects.values()) {
                subject.close();
            }
            Directories.delete(root);
        }
    }

    private void measure(
            Effort effort, Table table, Map<String, AppendSubject> subjects, List<Event> events, int writers)
            throws Exception {
        String work = "append, workers: " + writers;
        ExecutorService executor = Executors.newFixedThreadPool(writers);
        try {
            int most = effort.of(MOST, 1);
            Map<String, ProcessorUse> uses = new LinkedHashMap<>();
            Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
            subjects.forEach((title, subject) -> {
                ProcessorUse use = new ProcessorUse();
                uses.put(title, use);
                tasks.put(title, () -> round(subject, events, most, writers, executor, use));
            });
            Map<String, Sample> medians =
                    InterleavedRounds.run(work, effort.of(WARM_UP, 0), effort.of(ROUNDS, 1), tasks);
            medians.forEach((title, sample) -> {
                Sample reference = medians.get(reference(title));
                table.add(new Row(
                        work,
                        title,
                        sample,
                        "µs",
                        reference == null ? Double.NaN : reference.value() / sample.value(),
                        String.format(
                                Locale.ROOT,
                                "%,.0f events/s; %s",
                                MICROS_PER_SECOND / sample.value(),
                                uses.get(title))));
            });
        } finally {
            executor.shutdown();
        }
    }

    /** Returns the subject to whose throughput that of a store is compared. */
    private static String reference(String title) {
        if (title.equals(StoreKind.SQLITE.title())) {
            return SQLITE_INSERT;
        } else if (title.equals(StoreKind.POSTGRESQL.title())) {
            return POSTGRESQL_INSERT;
        }
        return title.equals(StoreKind.FILES.title()) ? FDATASYNC : "";
    }

    /** Returns the microseconds of one append in a round: the time of the whole round divided by all appends. */
    private Sample round(
            AppendSubject subject,
            List<Event> events,
            int most,
            int writers,
            ExecutorService executor,
            ProcessorUse use)
            throws Exception {
        List<byte[]> lines = new ArrayList<>();
        for (Event event : events) {
            lines.add(StoredThread.line(event, lines.size() + 2)); // after the first event
        }
        List<Appender> opened = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            opened.add(subject.open("thread-" + threads.incrementAndGet()));
        }
        CyclicBarrier start = new CyclicBarrier(writers + 1);
        List<Future<Integer>> results = new ArrayList<>();
        for (Appender appender : opened) {
            results.add(executor.submit(writer(start, appender, events, lines, most)));
        }
        use.begin();
        start.await();
        long begin = System.nanoTime();
        int count = 0;
        for (Future<Integer> result : results) {
            count += result.get();
        }
        long nanos = System.nanoTime() - begin;
        use.end(count);
        for (Appender appender : opened) {
            appender.close();
        }
        return new Sample(nanos / NANOS_PER_MICRO / count);
    }

    private static Callable<Integer> writer(
            CyclicBarrier start, Appender appender, List<Event> events, List<byte[]> lines, int most) {
        return () -> {
            start.await();
            long end = System.nanoTime() + ROUND_MILLIS * 1_000_000L;
            int count = 0;
            do {
                appender.append(events.get(count % events.size()), lines.get(count % lines.size()));
                count++;
            } while (count < most && System.nanoTime() < end);
            return count;
        };
    }
}
