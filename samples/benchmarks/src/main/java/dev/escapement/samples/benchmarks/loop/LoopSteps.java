package dev.escapement.samples.benchmarks.loop;

import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Meter;
import dev.escapement.samples.benchmarks.Row;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A benchmark of the cost of one step in an agent loop. In each step, the stub model replies with a call, the library
 * decodes the arguments, runs the tool, encodes the result and adds it to the conversation. Conversations have 10 to
 * 10,000 steps.
 */
public final class LoopSteps implements Benchmark {

    private static final String ESCAPEMENT = "Escapement";
    private static final int[] LENGTHS = {10, 100, 1_000, 10_000};
    private static final int ROUNDS = 11;
    private static final int WARM_UP = 9;

    /** The number of steps that each round measures, in one or more conversations. */
    private static final int STEPS_PER_ROUND = 10_000;

    /** The maximum number of steps that the other libraries run in one conversation. */
    private static final int PEER_LIMIT = 1_000;

    /** Creates the benchmark. */
    public LoopSteps() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        Map<String, LoopSubject> subjects = new LinkedHashMap<>();
        subjects.put(ESCAPEMENT, new EscapementLoop());
        subjects.put("LangChain4j", new LangChain4jLoop(false));
        subjects.put("LangChain4j with chat memory", new LangChain4jLoop(true));
        subjects.put("Spring AI", new SpringAiLoop());
        Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
        for (int steps : LENGTHS) {
            int length = effort.of(steps, Math.min(steps, 20));
            int times = effort.of(Math.max(1, STEPS_PER_ROUND / steps), 1);
            subjects.forEach((name, subject) -> {
                if (steps <= PEER_LIMIT || name.equals(ESCAPEMENT)) {
                    tasks.put(key(name, steps), () -> Meter.micros(times, length, () -> checked(subject, length)));
                }
            });
        }
        Map<String, Sample> medians = InterleavedRounds.run("loop", effort.of(WARM_UP, 0), effort.of(ROUNDS, 1), tasks);
        for (int steps : LENGTHS) {
            for (String name : subjects.keySet()) {
                Sample sample = medians.get(key(name, steps));
                if (sample != null) {
                    double first = medians.get(key(name, LENGTHS[0])).value();
                    table.add(new Row(
                            String.format(Locale.ROOT, "loop step, %,d steps", steps),
                            name,
                            sample,
                            "µs",
                            sample.value() / medians.get(key(ESCAPEMENT, steps)).value(),
                            String.format(Locale.ROOT, "%.2f times a step of 10", sample.value() / first)));
                }
            }
        }
    }

    private static String key(String subject, int steps) {
        return subject + " " + steps;
    }

    private static int checked(LoopSubject subject, int steps) {
        int executed = subject.run(steps);
        if (executed != steps) {
            throw new IllegalStateException(executed + " of " + steps + " steps were executed");
        }
        return executed;
    }
}
