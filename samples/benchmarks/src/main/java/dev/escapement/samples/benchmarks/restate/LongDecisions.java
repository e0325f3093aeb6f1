package dev.escapement.samples.benchmarks.restate;

import dev.escapement.restate.RestateThreadStore;
import dev.escapement.run.Append;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadStore;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Row;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import dev.escapement.samples.benchmarks.loop.EscapementLoop;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The time from a decision in a stored thread until the thread ends: an append, and an execution with one step. */
final class LongDecisions {

    private static final int[] LENGTHS = {100, 1_000, 5_000};
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 1;
    private static final int EVENTS_PER_STEP = 3;

    /** The number of events in one append. */
    private static final int BATCH = 300;

    private static final long LIMIT_SECONDS = 120;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final ThreadStore store;
    private final RestateThreadStore threads;
    private final Runner runner;
    private final Semaphore ended;
    private int ids;

    /**
     * Creates the measurement.
     *
     * @param service the name of the threads' object, whose agent ends each of the threads with its next step
     * @param ended receives a permit at the end of each thread
     */
    LongDecisions(RestateInstance restate, String service, Semaphore ended) {
        this.threads = RestateThreadStore.of(restate.ingress()).service(service).build();
        this.store = threads;
        this.runner = RestateProcess.runner(restate.ingress(), service, 0);
        this.ended = ended;
    }

    void run(Effort effort, Table table) throws Exception {
        Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
        for (int length : LENGTHS) {
            int steps = effort.of(length, 100) / EVENTS_PER_STEP;
            List<Event> events = EscapementLoop.thread(steps).events().subList(0, 1 + EVENTS_PER_STEP * steps);
            tasks.put(String.format(Locale.ROOT, "decision in a thread of %,d events", length), () -> measure(events));
            if (effort == Effort.SMOKE) {
                break;
            }
        }
        InterleavedRounds.run("decisions", effort.of(WARM_UP, 0), effort.of(ROUNDS, 1), tasks)
                .forEach((work, sample) -> table.add(new Row(work, "Escapement", sample, "ms", Double.NaN, "")));
    }

    private Sample measure(List<Event> events) throws Exception {
        ids++;
        String id = "long" + events.size() + "-" + ids;
        Standing waiting = Standing.of(Standing.Phase.WAITING);
        for (int position = 0; position < events.size(); position += BATCH) {
            List<Event> batch = events.subList(position, Math.min(position + BATCH, events.size()));
            store.append(new Append(id, position, batch, Optional.empty(), waiting));
        }
        runner.resume(id);
        int size = rest(id);
        Event message = new Event.MessageReceived(Instant.now(), "Close the order", List.of());
        long begin = System.nanoTime();
        store.append(new Append(id, size, List.of(message), Optional.empty(), Standing.RUNNABLE));
        if (!ended.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The thread did not end within " + LIMIT_SECONDS + " s.");
        }
        double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        int unused = rest(id);
        return new Sample(millis);
    }

    /** Waits until a thread is at rest, and returns the number of its events. */
    private int rest(String id) throws InterruptedException {
        return threads.awaitRest(id, Duration.ofSeconds(LIMIT_SECONDS))
                .orElseThrow(() -> new IllegalStateException("The thread did not continue."))
                .size();
    }
}
