package dev.escapement.samples.benchmarks.restate;

import dev.escapement.run.Runner;
import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Row;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A benchmark of agent threads on Restate: the durable steps of 1, 8 and 32 threads in flight, compared with a hand-written
 * handler with the same journal, and with a second service instance; and the time of a decision in long threads. Without the
 * property {@code benchmarks.restate}, the benchmark prints a message only.
 */
public final class RestateSteps implements Benchmark {

    private static final int[] IN_FLIGHT = {1, 8, 32};
    private static final int[] THREADS = {6, 32, 96};

    /** The steps of a thread: few enough that an execution ends before its turn, so that both subjects have equal entries. */
    private static final int STEPS = 10;

    private static final int ROUNDS = 5;
    private static final int WARM_UP = 1;

    /** The rounds with the most threads for each service, before all others. */
    private static final int SERVICE_WARM_UP = 2;

    private static final double MICROS_PER_SECOND = 1_000_000;

    static final String INPUT = "Reserve all items of my order";

    private static final String AGENT = "Escapement";
    private static final String HANDLER = "hand-written handler";
    private static final String TWO = "Escapement, two services";
    private static final String FIRST_SERVICE = "AgentThread";
    private static final String SECOND_SERVICE = "SecondThread";

    private final Semaphore ended = new Semaphore(0);
    private final ThreadRounds rounds = new ThreadRounds(ended);

    /** Creates the benchmark. */
    public RestateSteps() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        if (!RestateInstance.isAvailable()) {
            System.out.println("Skipped: set " + RestateInstance.PROPERTY + " to the program of a Restate server.");
            return;
        }
        int steps = effort.of(STEPS, 1);
        try (RestateInstance restate = RestateInstance.open();
                RestateChild first = RestateChild.start(restate, FIRST_SERVICE, steps, ended);
                RestateChild second = RestateChild.start(restate, SECOND_SERVICE, steps, ended)) {
            System.out.println("services: " + first.address() + ", " + second.address());
            for (int i = 0; i < effort.of(SERVICE_WARM_UP, 0); i++) {
                warmUp(restate, FIRST_SERVICE, steps);
                warmUp(restate, SECOND_SERVICE, steps);
            }
            new LongDecisions(restate, FIRST_SERVICE, ended).run(effort, table);
            for (int i = 0; i < IN_FLIGHT.length; i++) {
                steps(effort, table, restate, IN_FLIGHT[i], effort.of(THREADS[i], 1), steps);
            }
        }
    }

    /** Executes threads and objects in one service, so that the services have equally warm JVMs. */
    private void warmUp(RestateInstance restate, String service, int steps) throws Exception {
        int last = IN_FLIGHT.length - 1;
        Runner agents = RestateProcess.runner(restate.ingress(), service, steps);
        Sample unused = rounds.measure(id -> agents.start(id, INPUT), IN_FLIGHT[last], THREADS[last], steps);
        String request = JournalSizes.request();
        ThreadRounds.ThreadStart reference =
                id -> restate.call(RestateProcess.REFERENCE + service, id, "append", request);
        Sample unusedReference = rounds.measure(reference, IN_FLIGHT[last], THREADS[last], steps);
    }

    private void steps(Effort effort, Table table, RestateInstance restate, int inFlight, int threads, int steps)
            throws Exception {
        String work = "durable step, in flight: " + inFlight;
        Runner agents = RestateProcess.runner(restate.ingress(), FIRST_SERVICE, steps);
        Runner others = RestateProcess.runner(restate.ingress(), SECOND_SERVICE, steps);
        String request = JournalSizes.request();
        AtomicInteger turn = new AtomicInteger();
        Map<String, ThreadRounds.ThreadStart> subjects = new LinkedHashMap<>();
        subjects.put(AGENT, id -> agents.start(id, INPUT));
        subjects.put(HANDLER, id -> restate.call(RestateProcess.REFERENCE + FIRST_SERVICE, id, "append", request));
        subjects.put(TWO, id -> (turn.incrementAndGet() % 2 == 0 ? agents : others).start(id, INPUT));
        Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
        subjects.forEach((name, subject) -> tasks.put(name, () -> rounds.measure(subject, inFlight, threads, steps)));
        Map<String, Sample> medians = InterleavedRounds.run(work, effort.of(WARM_UP, 0), effort.of(ROUNDS, 1), tasks);
        double reference = medians.get(HANDLER).value();
        medians.forEach((name, sample) -> table.add(new Row(
                work,
                name,
                sample,
                "µs",
                reference / sample.value(),
                String.format(Locale.ROOT, "%,.0f steps/s", MICROS_PER_SECOND / sample.value()))));
    }
}
