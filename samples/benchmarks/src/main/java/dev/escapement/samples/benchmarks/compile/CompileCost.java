package dev.escapement.samples.benchmarks.compile;

import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Directories;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Row;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A benchmark of the compile time of tools. Compiles 400 tools with the processor, and the same tools together with the
 * generated sources without it; 3,000 tools show whether the cost of a tool grows with their number.
 */
public final class CompileCost implements Benchmark {

    private static final int[] NUMBERS = {400, 3_000};
    private static final int ROUNDS = 11;
    private static final int MANY_ROUNDS = 3;
    private static final int WARM_UP = 4;

    /** Creates the benchmark. */
    public CompileCost() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        double few = Double.NaN;
        for (int number : NUMBERS) {
            boolean many = number > NUMBERS[0];
            int rounds = effort.of(many ? MANY_ROUNDS : ROUNDS, 1);
            Map<String, Sample> medians = measure(effort.of(number, 2), effort.of(many ? 0 : WARM_UP, 0), rounds);
            if (!many) {
                few = medians.get(Compilation.PROCESSOR).value() / number;
            }
            for (Map.Entry<String, Sample> entry : medians.entrySet()) {
                double each = entry.getValue().value() / number;
                String growth = String.format(Locale.ROOT, "; %.2f times one of %d", each / few, NUMBERS[0]);
                table.add(new Row(
                        String.format(Locale.ROOT, "compile %,d tools", number),
                        entry.getKey(),
                        entry.getValue(),
                        "ms",
                        entry.getValue().value() / medians.get(Compilation.NONE).value(),
                        String.format(Locale.ROOT, "%.2f ms per tool", each)
                                + (many && entry.getKey().equals(Compilation.PROCESSOR) ? growth : "")));
            }
        }
    }

    private static Map<String, Sample> measure(int number, int warmUp, int rounds) throws Exception {
        Path folder = Files.createTempDirectory("generated");
        try {
            return InterleavedRounds.run(
                    "compile " + number + " tools",
                    warmUp,
                    rounds,
                    Compilation.ESCAPEMENT.tasks(List.of(ToolSources.tools(number)), number, folder));
        } finally {
            Directories.delete(folder);
        }
    }
}
