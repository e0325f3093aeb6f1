package dev.escapement.run;

import dev.escapement.engine.Policy;
import dev.escapement.engine.Schedule;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.opentest4j.AssertionFailedError;

/** A store in memory with a clock that does not advance, and runners whose executions are functions. */
final class WorkerFixture {

    static final String AGENT = "Test";

    final SettableClock clock = new SettableClock(Instant.parse("2026-01-31T12:00:00Z"));
    final InMemoryThreadStore store = new InMemoryThreadStore(clock);

    /** An execution of a thread under its lease, which it closes unless it fails. */
    @FunctionalInterface
    interface Drive {
        void execute(ThreadStore.Lease lease) throws Exception;
    }

    /** Returns a worker that polls only if it is woken, and whose delays do not vary. */
    PollingWorker start(Runner... runners) {
        return start(16, 10, Duration.ofSeconds(30), store, runners);
    }

    PollingWorker start(int concurrency, int maxAttempts, Duration drainTime, ThreadStore of, Runner... runners) {
        return start(new Settings(concurrency, maxAttempts, drainTime), clock, of, runners);
    }

    /** Returns a worker whose clock differs from that of the store. */
    PollingWorker start(Clock workerClock, Runner... runners) {
        return start(new Settings(16, 10, Duration.ofSeconds(30)), workerClock, store, runners);
    }

    private record Settings(int concurrency, int maxAttempts, Duration drainTime) {}

    private PollingWorker start(Settings settings, Clock workerClock, ThreadStore of, Runner... runners) {
        PollingWorker worker = new PollingWorker(new WorkerConfig(
                WorkerConfig.requireQueue(of),
                WorkerConfig.requireDistinctAgents(List.of(runners)),
                settings.concurrency(),
                settings.maxAttempts(),
                Duration.ofSeconds(30),
                settings.drainTime(),
                Duration.ofHours(1),
                workerClock,
                () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos(),
                () -> 0.5));
        worker.start();
        return worker;
    }

    /** Stores a thread that is due at once. */
    void due(String id) {
        store.append(Append.of(id, 0, started("Hello")));
    }

    private Event.Started started(String input) {
        return new Event.Started(clock.instant(), AGENT, Start.of(input), Policy.DEFAULT.budget());
    }

    /** Records under a lease that a thread waits for a person, and closes the lease. */
    void rest(ThreadStore.Lease lease) {
        int size = store.load(lease.threadId()).orElseThrow().events().size();
        store.append(
                new Append(lease.threadId(), size, List.of(), Optional.of(lease), Standing.of(Standing.Phase.WAITING)));
        lease.close();
    }

    Runner runner(Drive drive) {
        return runner(List.of(), tick -> {}, drive);
    }

    /** Returns a runner that executes threads by a function, and calls another one for each tick of its schedules. */
    Runner runner(List<Schedule> schedules, Consumer<Instant> trigger, Drive drive) {
        return (Runner) Proxy.newProxyInstance(
                Runner.class.getClassLoader(), new Class<?>[] {Runner.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "agent":
                            return AGENT;
                        case "agents":
                            return List.of(AGENT);
                        case "schedules":
                            return schedules;
                        case "scheduled":
                            trigger.accept((Instant) arguments[2]);
                            return Append.of((String) arguments[0], 0, started("Tick " + arguments[2]));
                        case "drive":
                            drive.execute(((ThreadQueue.Claim) arguments[0]).lease());
                            return null;
                        case "forAgent":
                            return proxy;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    /** Returns the store with a function that is called with the name of each method before the method. */
    ThreadStore observed(Consumer<String> before) {
        return (ThreadStore) Proxy.newProxyInstance(
                ThreadStore.class.getClassLoader(),
                new Class<?>[] {ThreadStore.class, ThreadQueue.class},
                (proxy, method, arguments) -> {
                    before.accept(method.getName());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Waits up to a minute for a condition. */
    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionFailedError("The condition is not satisfied after a minute");
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    /** Polls the store at the current time. */
    void poll(Worker worker) {
        poll(worker, clock);
    }

    /** Polls the store at the current time of a worker's clock. */
    void poll(Worker worker, Clock workerClock) {
        worker.wake();
        await(() -> worker.status().lastPoll().equals(Optional.of(workerClock.instant())));
    }
}
