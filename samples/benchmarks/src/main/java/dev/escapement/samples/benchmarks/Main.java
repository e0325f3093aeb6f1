package dev.escapement.samples.benchmarks;

import dev.escapement.samples.benchmarks.chaos.Kills;
import dev.escapement.samples.benchmarks.codec.Codecs;
import dev.escapement.samples.benchmarks.compile.CodecProcessors;
import dev.escapement.samples.benchmarks.compile.CompileCost;
import dev.escapement.samples.benchmarks.loop.LoopSteps;
import dev.escapement.samples.benchmarks.process.FirstCallStart;
import dev.escapement.samples.benchmarks.process.LongThreads;
import dev.escapement.samples.benchmarks.restate.RestateScaling;
import dev.escapement.samples.benchmarks.restate.RestateSteps;
import dev.escapement.samples.benchmarks.schema.SchemaGeneration;
import dev.escapement.samples.benchmarks.store.Appends;
import dev.escapement.samples.benchmarks.store.Resume;
import dev.escapement.samples.benchmarks.store.Throughput;
import dev.escapement.samples.benchmarks.store.WaitingThreads;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A program that runs all benchmarks, or those that its arguments name, and prints one table. With the name {@code
 * kills}, it runs the kill test instead.
 */
public final class Main {

    private static final String KILLS = "kills";

    private Main() {}

    /**
     * Runs the benchmarks.
     *
     * @param args the names of benchmarks, see {@link #selected}; or {@code kills} and the options of {@link Kills#main}
     * @throws Exception if a subject fails
     */
    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals(KILLS)) {
            Kills.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        Map<String, Benchmark> selected;
        try {
            selected = selected(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Table table = new Table();
        for (Map.Entry<String, Benchmark> entry : selected.entrySet()) {
            System.out.println("== " + entry.getKey());
            entry.getValue().run(Effort.FULL, table);
        }
        System.out.println();
        System.out.println(environment());
        System.out.println();
        System.out.print(table.markdown());
    }

    /** Returns all benchmarks by name, in the order in which they run. */
    static Map<String, Benchmark> benchmarks() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("loop", new LoopSteps());
        all.put("long-threads", new LongThreads());
        all.put("start", new FirstCallStart());
        all.put("codecs", new Codecs());
        all.put("schemas", new SchemaGeneration());
        all.put("appends", new Appends());
        all.put("stores", new Throughput());
        all.put("resume", new Resume());
        all.put("index", new WaitingThreads());
        all.put("restate", new RestateSteps());
        all.put("restate-scaling", new RestateScaling());
        all.put("compile", new CompileCost());
        all.put("codec-processors", new CodecProcessors());
        return all;
    }

    /**
     * Returns the benchmarks that the arguments name, in the order in which they run.
     *
     * @param args names of benchmarks, also several in one argument, separated by commas; none or {@code all} for all
     * @throws IllegalArgumentException if an argument names no benchmark
     */
    static Map<String, Benchmark> selected(String... args) {
        Map<String, Benchmark> all = benchmarks();
        Set<String> names = new HashSet<>();
        for (String arg : args) {
            Collections.addAll(names, arg.split(","));
        }
        if (names.isEmpty() || names.remove("all")) {
            names.addAll(all.keySet());
        }
        for (String name : names) {
            if (!all.containsKey(name)) {
                throw new IllegalArgumentException("Unknown benchmark \"" + name + "\". Use all, " + KILLS + ", or of "
                        + String.join(", ", all.keySet()) + " one or several, separated by commas.");
            }
        }
        all.keySet().retainAll(names);
        return all;
    }

    /** Returns a description of the machine and its load. */
    private static String environment() {
        return String.format(
                Locale.ROOT,
                "%s, Java %s, %d cores, load %.1f",
                LocalDate.now(),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
