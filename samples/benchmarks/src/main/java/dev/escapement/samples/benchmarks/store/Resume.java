package dev.escapement.samples.benchmarks.store;

import dev.escapement.run.Append;
import dev.escapement.run.ThreadStore;
import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Directories;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Meter;
import dev.escapement.samples.benchmarks.Row;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import dev.escapement.thread.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A benchmark of loading a thread with a store that has not loaded the thread before. */
public final class Resume implements Benchmark {

    private static final int[] LENGTHS = {100, 1_000, 10_000};
    private static final int ROUNDS = 11;
    private static final int WARM_UP = 4;

    /** The number of events that each round loads, by one or more loads of a thread. */
    private static final int EVENTS_PER_ROUND = 20_000;

    private static final double MICROS_PER_MILLI = 1_000;

    /** Creates the benchmark. */
    public Resume() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        Path root = Files.createTempDirectory("resume");
        try {
            for (StoreKind kind : StoreKind.available()) {
                // The store in memory returns the thread that it holds.
                if (kind != StoreKind.MEMORY) {
                    try (StoreStorage storage = kind.create(root.resolve(kind.name()))) {
                        measure(effort, table, kind, storage);
                    }
                }
            }
        } finally {
            Directories.delete(root);
        }
    }

    private static void measure(Effort effort, Table table, StoreKind kind, StoreStorage storage) throws Exception {
        Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
        ThreadStore writer = storage.open();
        // One append stores all events of a thread.
        for (int length : LENGTHS) {
            int events = effort.of(length, Math.min(length, 20));
            String id = "thread-" + length;
            List<Event> all = StoredThread.events(events);
            writer.append(Append.of(id, 0, all.toArray(new Event[0])));
            int times = effort.of(EVENTS_PER_ROUND / length, 1);
            tasks.put(String.valueOf(length), () -> measure(storage, id, events, times));
        }
        Map<String, Sample> medians =
                InterleavedRounds.run("resume, " + kind.title(), effort.of(WARM_UP, 0), effort.of(ROUNDS, 1), tasks);
        StoreStorage.close(writer);
        for (int length : LENGTHS) {
            Sample sample = medians.get(String.valueOf(length));
            table.add(new Row(
                    String.format(Locale.ROOT, "resume %,d events", length),
                    kind.title(),
                    new Sample(sample.value() / MICROS_PER_MILLI, sample.bytes()),
                    "ms",
                    Double.NaN,
                    String.format(Locale.ROOT, "%.2f µs per event", sample.value() / length)));
        }
    }

    /** Measures loads by stores that were opened before. The first access to a database creates connections. */
    private static Sample measure(StoreStorage storage, String id, int events, int times) throws Exception {
        ThreadStore store = storage.open();
        try {
            return Meter.micros(times, 1, () -> loaded(store, id, events));
        } finally {
            StoreStorage.close(store);
        }
    }

    private static int loaded(ThreadStore store, String id, int events) {
        int found = store.load(id).orElseThrow().events().size();
        if (found != events) {
            throw new IllegalStateException("the store returned " + found + " of " + events + " events");
        }
        return found;
    }
}
