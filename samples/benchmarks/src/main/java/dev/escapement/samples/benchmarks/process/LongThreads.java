package dev.escapement.samples.benchmarks.process;

import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Row;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A benchmark of the CPU time and heap size of a process that runs one agent thread of up to 100,000 events. */
public final class LongThreads implements Benchmark {

    private static final int[] LENGTHS = {10_000, 50_000, 100_000};
    private static final int EVENTS_PER_STEP = 3;
    private static final int ROUNDS = 5;
    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final double BYTES_PER_MEGABYTE = 1_000_000;
    private static final Pattern ALL = Pattern.compile("");

    /** Creates the benchmark. */
    public LongThreads() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
        for (int length : LENGTHS) {
            int steps = effort.of(length, 30) / EVENTS_PER_STEP;
            tasks.put(String.valueOf(length), () -> measure(steps));
            if (effort == Effort.SMOKE) {
                break;
            }
        }
        InterleavedRounds.run("long threads", 0, effort.of(ROUNDS, 1), tasks)
                .forEach((length, sample) -> table.add(new Row(
                        String.format(Locale.ROOT, "one thread of %,d events", Integer.parseInt(length)),
                        "Escapement, CPU of the process",
                        sample,
                        "ms",
                        Double.NaN,
                        String.format(
                                Locale.ROOT,
                                "bytes of heap per event; %.1f MB",
                                sample.bytes() * Integer.parseInt(length) / BYTES_PER_MEGABYTE))));
    }

    private static Sample measure(int steps) throws Exception {
        String line = JavaProcess.firstLine(ALL, List.of(), LongThread.class, List.of(String.valueOf(steps)));
        String[] figures = line.split(" ");
        if (figures.length != 3 || Integer.parseInt(figures[0]) <= steps * EVENTS_PER_STEP) {
            throw new IllegalStateException("the thread is incomplete; the process printed \"" + line + "\"");
        }
        double events = Integer.parseInt(figures[0]);
        return new Sample(Long.parseLong(figures[1]) / NANOS_PER_MILLI, Long.parseLong(figures[2]) / events);
    }
}
