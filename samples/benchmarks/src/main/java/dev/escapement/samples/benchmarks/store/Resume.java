package dev.escapement.samples.benchmarks.store;

import dev.escapement.run.FileThreadStore;
import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Directories;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Meter;
import dev.escapement.samples.benchmarks.Row;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A benchmark of loading a thread from a file with a store that has not loaded the thread before. */
public final class Resume implements Benchmark {

    private static final String ID = "resumed";
    private static final int[] LENGTHS = {11, 1_000, 100_000};
    private static final int ROUNDS = 11;
    private static final int WARM_UP = 4;

    /** The number of events that each round loads, in one or more threads. */
    private static final int EVENTS_PER_ROUND = 20_000;

    private static final double MICROS_PER_MILLI = 1_000;

    /** Creates the benchmark. */
    public Resume() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        Path root = Files.createTempDirectory("resume");
        try {
            Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
            for (int length : LENGTHS) {
                int events = effort.of(length, Math.min(length, 20));
                int times = effort.of(Math.max(1, EVENTS_PER_ROUND / length), 1);
                Path directory = root.resolve(String.valueOf(length));
                StoredThread.create(directory, ID, StoredThread.events(events));
                tasks.put(String.valueOf(length), () -> Meter.micros(times, 1, () -> loaded(directory, events)));
            }
            Map<String, Sample> medians =
                    InterleavedRounds.run("resume", effort.of(WARM_UP, 0), effort.of(ROUNDS, 1), tasks);
            for (int length : LENGTHS) {
                Sample sample = medians.get(String.valueOf(length));
                table.add(new Row(
                        String.format(Locale.ROOT, "resume %,d events", length),
                        "FileThreadStore",
                        new Sample(sample.value() / MICROS_PER_MILLI, sample.bytes()),
                        "ms",
                        Double.NaN,
                        String.format(Locale.ROOT, "%.2f µs per event", sample.value() / length)));
            }
        } finally {
            Directories.delete(root);
        }
    }

    private static int loaded(Path directory, int events) {
        int found =
                FileThreadStore.in(directory).load(ID).orElseThrow().events().size();
        if (found != events) {
            throw new IllegalStateException("the file contains " + found + " of " + events + " events");
        }
        return found;
    }
}
