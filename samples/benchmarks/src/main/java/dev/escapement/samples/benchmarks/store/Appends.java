package dev.escapement.samples.benchmarks.store;

import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Directories;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
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

/**
 * A benchmark of durable appends. Appends events to files that already contain 10 or 10,000 events, with one writer and
 * with eight that have a file each; the peers append the same bytes to plain files and synchronize them. The ratio is
 * the throughput of the store relative to the peer.
 */
public final class Appends implements Benchmark {

    private static final int ROUNDS = 21;
    private static final int WARM_UP = 4;
    private static final int FEWEST = 8;
    private static final int MOST = 400;

    /** The target duration of one subject's round, which determines the number of appends. */
    private static final double MICROS_PER_ROUND = 150_000;

    /** The numbers of writers. Eight come first, because more appends let the JVM compile the code earlier. */
    private static final int[] WRITERS = {8, 1};

    private static final double NANOS_PER_MICRO = 1_000;

    /** Creates the benchmark. */
    public Appends() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        Path root = Files.createTempDirectory("appends");
        try {
            List<Event> events = StoredThread.events(effort.of(10_000, 40) + MOST);
            for (int length : new int[] {10, 10_000}) {
                for (int writers : WRITERS) {
                    int before = effort.of(length, Math.min(length, 40));
                    measure(root, effort, table, events, length, before, writers);
                }
            }
        } finally {
            Directories.delete(root);
        }
    }

    private static void measure(
            Path root, Effort effort, Table table, List<Event> events, int length, int before, int writers)
            throws Exception {
        String work = String.format(Locale.ROOT, "durable append, %,d events, writers: %d", length, writers);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            int appends = effort.of(scaled(root, events, writers, threads), 1);
            List<Event> added = events.subList(before, before + appends);
            Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
            for (Appender.Kind kind : Appender.Kind.values()) {
                tasks.put(kind.title(), () -> round(root, kind, events.subList(0, before), added, writers, threads));
            }
            report(table, work, InterleavedRounds.run(work, effort.of(WARM_UP, 0), effort.of(ROUNDS, 1), tasks));
        } finally {
            threads.shutdown();
        }
    }

    private static void report(Table table, String work, Map<String, Sample> medians) {
        double store = medians.get(Appender.Kind.STORE.title()).value();
        medians.forEach((subject, sample) -> table.add(new Row(
                work,
                subject,
                sample,
                "µs",
                sample.value() / store,
                subject.equals(Appender.Kind.STORE.title()) ? "" : "ratio: throughput of the store")));
    }

    /** Returns the microseconds of one append in a round: the time of the whole round divided by all appends. */
    private static Sample round(
            Path root, Appender.Kind kind, List<Event> before, List<Event> added, int writers, ExecutorService threads)
            throws Exception {
        Path directory = Files.createTempDirectory(root, "round");
        List<byte[]> lines = new ArrayList<>();
        for (Event event : added) {
            lines.add(StoredThread.line(event, before.size() + lines.size() + 1));
        }
        List<Appender> files = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            files.add(kind.open(directory, "writer-" + writer, before));
        }
        CyclicBarrier start = new CyclicBarrier(writers + 1);
        List<Future<Integer>> results = new ArrayList<>();
        for (Appender file : files) {
            results.add(threads.submit(writer(start, file, added, lines)));
        }
        start.await();
        long begin = System.nanoTime();
        int count = 0;
        for (Future<Integer> result : results) {
            count += result.get();
        }
        long nanos = System.nanoTime() - begin;
        for (Appender file : files) {
            file.close();
        }
        Directories.delete(directory);
        return new Sample(nanos / NANOS_PER_MICRO / count);
    }

    private static Callable<Integer> writer(CyclicBarrier start, Appender file, List<Event> added, List<byte[]> lines) {
        return () -> {
            start.await();
            for (int i = 0; i < added.size(); i++) {
                file.append(added.get(i), lines.get(i));
            }
            return added.size();
        };
    }

    /** Computes the number of appends per writer in a round from the cost of raw appends on this disk. */
    private static int scaled(Path root, List<Event> events, int writers, ExecutorService threads) throws Exception {
        List<Event> few = events.subList(1, 1 + FEWEST);
        Sample raw = round(root, Appender.Kind.CHANNEL, events.subList(0, 1), few, writers, threads);
        return (int) Math.max(FEWEST, Math.min(MOST, MICROS_PER_ROUND / raw.value() / writers));
    }
}
