package dev.escapement.samples.benchmarks.restate;

import dev.escapement.run.Runner;
import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.ProcessorUse;
import dev.escapement.samples.benchmarks.Row;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * A benchmark of a second instance of a service on Restate: the durable steps of threads whose requests to the model wait, with
 * one process and with two processes behind one address. The requests that one process sends at the same time are the limit,
 * not the processors. Without the property {@code benchmarks.restate}, the benchmark prints a message only.
 */
public final class RestateScaling implements Benchmark {

    /** The property with the milliseconds of a request to the model. */
    static final String LATENCY_PROPERTY = "benchmarks.restate.latency";

    /** The property with the number of requests that an instance sends at the same time. */
    static final String CONNECTIONS_PROPERTY = "benchmarks.restate.connections";

    private static final int LATENCY_MILLIS = 100;
    private static final int CONNECTIONS = 2;

    /** The number of threads in flight for each connection of two instances: a connection does not wait for a thread. */
    private static final int THREADS_PER_CONNECTION = 2;

    /** The number of threads of a round, as a multiple of those in flight. */
    private static final int GENERATIONS = 2;

    private static final int STEPS = 10;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 1;
    private static final String SERVICE = "ScaledThread";
    private static final double MICROS_PER_SECOND = 1_000_000;

    private final Semaphore ended = new Semaphore(0);
    private final ThreadRounds rounds = new ThreadRounds(ended);

    /** Creates the benchmark. */
    public RestateScaling() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        if (!RestateInstance.isAvailable()) {
            System.out.println("Skipped: set " + RestateInstance.PROPERTY + " to the program of a Restate server.");
            return;
        }
        int steps = effort.of(STEPS, 1);
        RemoteModel.Limits limits = new RemoteModel.Limits(
                Duration.ofMillis(Integer.getInteger(LATENCY_PROPERTY, LATENCY_MILLIS)),
                Integer.getInteger(CONNECTIONS_PROPERTY, CONNECTIONS));
        try (RestateInstance restate = RestateInstance.open();
                RestateChild first = RestateChild.launch(restate, SERVICE, steps, limits, ended);
                RestateChild second = RestateChild.launch(restate, SERVICE, steps, limits, ended);
                InstanceBalancer balancer = InstanceBalancer.start(List.of(first.port(), second.port()))) {
            restate.register(balancer.address());
            System.out.println(
                    "instances: " + first.address() + ", " + second.address() + " behind " + balancer.address());
            measure(effort, table, limits, RestateProcess.runner(restate.ingress(), SERVICE, steps), balancer);
        }
    }

    private void measure(
            Effort effort, Table table, RemoteModel.Limits limits, Runner agents, InstanceBalancer balancer)
            throws Exception {
        int inFlight = effort.of(2 * THREADS_PER_CONNECTION * limits.connections(), 4);
        int threads = inFlight * effort.of(GENERATIONS, 1);
        int steps = effort.of(STEPS, 1);
        String work = String.format(
                Locale.ROOT,
                "durable step with a request of %d ms, %d at the same time for each instance, in flight: %d",
                limits.latency().toMillis(),
                limits.connections(),
                inFlight);
        Map<String, ProcessorUse> uses = new LinkedHashMap<>();
        Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
        for (int i = 1; i <= 2; i++) {
            int instances = i;
            ProcessorUse use = new ProcessorUse();
            String name = "instances: " + instances;
            uses.put(name, use);
            tasks.put(name, () -> {
                balancer.use(instances);
                use.begin();
                Sample sample = rounds.measure(id -> agents.start(id, RestateSteps.INPUT), inFlight, threads, steps);
                use.end(threads * steps);
                return sample;
            });
        }
        Map<String, Sample> medians =
                InterleavedRounds.run("scaling", effort.of(WARM_UP, 0), effort.of(ROUNDS, 1), tasks);
        System.out.println("requests to each instance: " + balancer.served());
        double one = medians.values().iterator().next().value();
        medians.forEach((name, sample) -> table.add(new Row(
                work,
                name,
                sample,
                "µs",
                one / sample.value(),
                String.format(
                        Locale.ROOT,
                        "%,.0f steps/s; %s",
                        MICROS_PER_SECOND / sample.value(),
                        uses.get(name).machine()))));
    }
}
