package dev.escapement.spring.actuate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.ModelReply;
import dev.escapement.run.Append;
import dev.escapement.run.Approver;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.WorkerStatus;
import dev.escapement.spring.actuate.ThreadReport.OpenState;
import dev.escapement.spring.actuate.ThreadReport.StuckThread;
import dev.escapement.thread.Start;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the counts of threads, of the gauges and of the health. */
class ThreadStatisticsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private final ClockShopLoop loop = new ClockShopLoop(new ClockShop());
    private Optional<WorkerStatus> worker = Optional.empty();
    private final ThreadStatistics statistics = new ThreadStatistics(store, List.of(loop.agent()), () -> worker, CLOCK);

    @BeforeEach
    void start() {
        runner("C-broken").start("in-doubt", "Wind the clock");
        runner("C-broken").approve("in-doubt", "c1", Approver.of("alice"));
        runner("C-1").start("waiting", "Wind the clock");
        runner("C-1").enqueue("parked", Start.of("Wind the clock"));
        for (ThreadQueue.Claim claim : store.claim(Set.of(loop.agent()), 10, Duration.ofMinutes(1))) {
            store.park(claim);
        }
        runner("C-1").enqueue("running", Start.of("Wind the clock"));
        runner("C-1").enqueue("runnable", Start.of("Wind the clock"));
        worker = Optional.of(status(List.of("running"), NOW, false));
    }

    private Runner runner(String clock) {
        return Runner.of(loop)
                .model(request -> ModelReply.call("c1", "wind_clock", "{\"number\":\"" + clock + "\"}"))
                .store(store)
                .build();
    }

    private static WorkerStatus status(List<String> running, Instant lastPoll, boolean draining) {
        return new WorkerStatus(running, 1, 0, 0, 0, 0, Optional.of(lastPoll), Optional.empty(), draining);
    }

    private int count(OpenState state) {
        ThreadReport report = statistics.report().orElseThrow();
        return report.agents()
                .getOrDefault(loop.agent(), new ThreadReport.AgentThreads(Map.of()))
                .count(state);
    }

    @Test
    void waitingThreadIsCounted() {
        assertEquals(1, count(OpenState.WAITING));
    }

    @Test
    void threadInDoubtIsStuck() {
        assertEquals(1, count(OpenState.IN_DOUBT));
    }

    @Test
    void parkedThreadIsStuck() {
        assertEquals(1, count(OpenState.PARKED));
    }

    @Test
    void runningThreadIsCountedOnce() {
        assertEquals(1, count(OpenState.RUNNING));
    }

    @Test
    void otherThreadsAreRunnable() {
        assertEquals(1, count(OpenState.RUNNABLE));
    }

    @Test
    void stuckThreadsAreListed() {
        List<String> ids = statistics.report().orElseThrow().stuck().stream()
                .map(StuckThread::id)
                .toList();

        assertEquals(List.of("parked", "in-doubt"), ids);
    }

    @Test
    void reportIsUsedAgain() {
        assertSame(statistics.report().orElseThrow(), statistics.report().orElseThrow());
    }

    @Test
    void gaugesHaveTheStates() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new ThreadMeters(statistics).bindTo(registry);

        assertEquals(
                1,
                registry.get("escapement.threads")
                        .tags("gen_ai.agent.name", "ClockShop", "escapement.thread.state", "in_doubt")
                        .gauge()
                        .value());
    }

    @Test
    void gaugesOfOneSimpleNameAreAdded() {
        ThreadStatistics both =
                new ThreadStatistics(store, List.of("other.ClockShop", loop.agent()), () -> worker, CLOCK);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new ThreadMeters(both).bindTo(registry);

        assertEquals(
                1,
                registry.get("escapement.threads")
                        .tags("gen_ai.agent.name", "ClockShop", "escapement.thread.state", "parked")
                        .gauge()
                        .value());
    }

    @Test
    void runnableThreadIsNotInDoubt() {
        Standing.Question question = new Standing.Question("c1", Standing.Kind.DECISION, NOW, Optional.empty());
        int size = store.load("in-doubt").orElseThrow().events().size();
        Standing standing = new Standing(Standing.Phase.RUNNABLE, Optional.empty(), List.of(question));
        store.append(new Append("in-doubt", size, List.of(), Optional.empty(), standing));

        assertEquals(0, count(OpenState.IN_DOUBT));
    }

    @Test
    void eachReasonHasItsOwnLimit() {
        for (int i = 0; i < 20; i++) {
            runner("C-1").enqueue("parked-" + i, Start.of("Wind the clock"));
        }
        for (ThreadQueue.Claim claim : store.claim(Set.of(loop.agent()), 30, Duration.ofMinutes(1))) {
            store.park(claim);
        }

        List<StuckThread> stuck = statistics.report().orElseThrow().stuck();

        assertEquals(11, stuck.size());
        assertEquals(OpenState.IN_DOUBT, stuck.get(10).state());
    }

    @Test
    void failureIsNotRepeatedAtOnce() {
        AtomicInteger calls = new AtomicInteger();
        ThreadStatistics failing = new ThreadStatistics(unavailable(calls), List.of("Shop"), Optional::empty, CLOCK);

        assertThrows(StoreException.class, failing::report);
        assertThrows(StoreException.class, failing::report);

        assertEquals(1, calls.get());
    }

    /** Returns a store and index that counts the calls, and fails. */
    private static ThreadStore unavailable(AtomicInteger calls) {
        return (ThreadStore) Proxy.newProxyInstance(
                ThreadStore.class.getClassLoader(),
                new Class<?>[] {ThreadStore.class, ThreadIndex.class},
                (proxy, method, arguments) -> {
                    calls.incrementAndGet();
                    throw new StoreException("down", null, StoreException.Reason.UNAVAILABLE, null);
                });
    }

    private AgentHealth.HealthStatus health() {
        return new AgentHealth(statistics, Duration.ofMinutes(1), CLOCK).check().status();
    }

    @Test
    void pollingWorkerIsUp() {
        assertEquals(AgentHealth.HealthStatus.UP, health());
    }

    @Test
    void oldPollIsDown() {
        worker = Optional.of(status(List.of(), NOW.minusSeconds(61), false));

        assertEquals(AgentHealth.HealthStatus.DOWN, health());
    }

    @Test
    void drainingWorkerIsOutOfService() {
        worker = Optional.of(status(List.of(), NOW, true));

        assertEquals(AgentHealth.HealthStatus.OUT_OF_SERVICE, health());
    }
}
