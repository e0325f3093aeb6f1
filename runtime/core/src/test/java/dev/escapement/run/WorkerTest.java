package dev.escapement.run;

import static dev.escapement.run.WorkerFixture.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fixture.RecordedLog;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private final WorkerFixture fixture = new WorkerFixture();

    @Test
    void dueThreadsAreExecutedOnce() {
        Map<String, Integer> driven = new ConcurrentHashMap<>();
        fixture.due("a");
        fixture.due("b");
        fixture.due("c");
        Runner runner = fixture.runner(lease -> {
            driven.merge(lease.threadId(), 1, Integer::sum);
            fixture.rest(lease);
        });

        try (Worker worker = fixture.start(runner)) {
            await(() -> worker.status().completed() == 3);

            assertEquals(Map.of("a", 1, "b", 1, "c", 1), driven);
            await(() -> worker.status()
                    .equals(new WorkerStatus(
                            List.of(), 3, 3, 0, 0, 0, Optional.of(fixture.clock.instant()), Optional.empty(), false)));
        }
    }

    @Test
    void threadsOfOtherAgentsAreNotClaimed() {
        fixture.due("a");
        Runner other = (Runner) Proxy.newProxyInstance(
                Runner.class.getClassLoader(),
                new Class<?>[] {Runner.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "agent" -> "Other";
                    case "forAgent" -> proxy;
                    default -> List.of();
                });

        try (Worker worker = fixture.start(other)) {
            fixture.poll(worker);

            assertEquals(0, worker.status().claimed());
        }
        assertEquals(1, claim().size());
    }

    @Test
    void decisionContinuesAThreadAfterWake() {
        fixture.due("a");
        AtomicInteger drives = new AtomicInteger();
        Runner runner = fixture.runner(lease -> {
            fixture.rest(lease);
            drives.incrementAndGet();
        });

        try (Worker worker = fixture.start(runner)) {
            await(() -> worker.status().completed() == 1);
            AgentThread thread = fixture.store.load("a").orElseThrow();
            fixture.store.append(
                    Append.of(thread, new Event.MessageReceived(fixture.clock.instant(), "Go on"), Standing.RUNNABLE));
            worker.wake();

            await(() -> drives.get() == 2);
        }
    }

    @Test
    void atMostTheConfiguredNumberOfThreadsRuns() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            fixture.due("t" + i);
        }
        CountDownLatch full = new CountDownLatch(3);
        Runner runner = fixture.runner(lease -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            full.countDown();
            full.await(); // until three run at the same time
            fixture.rest(lease);
            running.decrementAndGet();
        });

        try (Worker worker = fixture.start(3, 10, Duration.ofSeconds(30), fixture.store, runner)) {
            await(() -> worker.status().completed() == 20);
        }
        assertEquals(3, most.get());
    }

    @Test
    void failedExecutionIsRepeatedAfterADoublingDelay() {
        fixture.due("a");
        Runner runner = fixture.runner(lease -> {
            throw new IllegalStateException("no model");
        });

        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(runner)) {
            await(() -> worker.status().failed() == 1);
            assertEquals(
                    Optional.of("java.lang.IllegalStateException: no model"),
                    worker.status().lastFailure());
            advance(worker, Duration.ofMillis(999));
            assertEquals(1, worker.status().claimed());
            advance(worker, Duration.ofMillis(1));
            await(() -> worker.status().failed() == 2);
            advance(worker, Duration.ofMillis(1_999));
            assertEquals(2, worker.status().claimed());
            advance(worker, Duration.ofMillis(1));
            await(() -> worker.status().failed() == 3);
            assertEquals(
                    WorkerMessages.retried("a", 3, 4_000), log.entries().get(2).message());
        }
    }

    @Test
    void threadIsParkedAfterTheLastAttemptAndCanBeWoken() {
        fixture.due("a");
        AtomicBoolean broken = new AtomicBoolean(true);
        Runner runner = fixture.runner(lease -> {
            if (broken.get()) {
                throw new IllegalStateException("no model");
            }
            fixture.rest(lease);
        });

        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(16, 2, Duration.ofSeconds(30), fixture.store, runner)) {
            await(() -> worker.status().failed() == 1);
            advance(worker, Duration.ofSeconds(1));
            await(() -> worker.status().parked() == 1);
            advance(worker, Duration.ofDays(1));
            assertEquals(2, worker.status().claimed());
            assertTrue(log.entries().get(1).message().contains("escapement resume a"));

            broken.set(false);
            assertTrue(fixture.store.wake("a"));
            worker.wake();
            await(() -> worker.status().completed() == 1);
            assertEquals(2, worker.status().failed());
        }
    }

    @Test
    void lostLeaseIsNotAFailure() {
        fixture.due("a");
        Runner runner = fixture.runner(lease -> {
            fixture.clock.advance(Duration.ofMinutes(1));
            fixture.store.lease("a", Duration.ofMinutes(1)).orElseThrow();
            throw new IllegalStateException(new LeaseLostException("a"));
        });

        try (Worker worker = fixture.start(runner)) {
            await(() ->
                    worker.status().claimed() == 1 && worker.status().running().isEmpty());

            assertEquals(0, worker.status().failed());
            assertEquals(Optional.empty(), worker.status().lastFailure());
        }
    }

    @Test
    void closeWaitsForRunningExecutions() throws Exception {
        fixture.due("a");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Runner runner = fixture.runner(lease -> {
            begun.countDown();
            end.await();
            fixture.rest(lease);
        });
        Worker worker = fixture.start(runner);
        begun.await();
        Thread closer = new Thread(worker::close);
        closer.start();
        await(() -> worker.status().draining());
        fixture.due("b");
        assertEquals(List.of("a"), worker.status().running());
        assertTrue(closer.isAlive());
        end.countDown();
        closer.join();

        assertEquals(1, worker.status().completed());
        assertEquals(
                List.of("b"),
                claim().stream().map(claim -> claim.lease().threadId()).toList());
    }

    @Test
    void executionIsInterruptedAfterTheDrainTime() throws Exception {
        fixture.due("a");
        CountDownLatch begun = new CountDownLatch(1);
        Runner runner = fixture.runner(lease -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DriveInterruptedException(fixture.store.load("a").orElseThrow(), e);
            }
        });
        Worker worker = fixture.start(16, 10, Duration.ZERO, fixture.store, runner);
        begun.await();
        try (RecordedLog log = RecordedLog.of(Worker.class)) {
            worker.close();
            worker.close();

            assertEquals(1, log.entries().size());
        }
        await(() -> worker.status().running().isEmpty());
        assertEquals(0, worker.status().failed());
        ThreadQueue.Claim next = claim().get(0); // the lease was released
        assertEquals(0, next.attempts());
    }

    @Test
    void failureOfTheStoreDelaysThePollOnly() {
        fixture.due("a");
        AtomicInteger claims = new AtomicInteger();
        ThreadStore store = fixture.observed(method -> {
            if (method.equals("claim") && claims.incrementAndGet() == 1) {
                throw new StoreException("no connection", null, StoreException.Reason.UNAVAILABLE, null);
            }
        });
        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(16, 10, Duration.ofSeconds(30), store, fixture.runner(fixture::rest))) {
            await(() -> worker.status().lastFailure().isPresent());
            await(() -> worker.status().completed() == 1);

            assertEquals(
                    List.of(WorkerMessages.pollFailed(1_000)),
                    log.entries().stream().map(RecordedLog.Entry::message).toList());
        }
    }

    @Test
    void failureToReturnAThreadDoesNotOccupyTheWorker() {
        fixture.due("a");
        ThreadStore store = fixture.observed(method -> {
            if (method.equals("retry")) {
                throw new StoreException("no connection", null, StoreException.Reason.UNAVAILABLE, null);
            }
        });
        Runner runner = fixture.runner(lease -> {
            if (lease.threadId().equals("a")) {
                throw new IllegalStateException("no model");
            }
            fixture.rest(lease);
        });

        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(1, 10, Duration.ofSeconds(30), store, runner)) {
            await(() -> worker.status().failed() == 1);
            fixture.due("b");
            worker.wake();
            await(() -> worker.status().completed() == 1);

            assertEquals(WorkerMessages.notReturned("a"), log.entries().get(0).message());
        }
    }

    @Test
    void idleWorkerUsesOneStatementForAPoll() {
        List<String> statements = new CopyOnWriteArrayList<>();
        ThreadStore store = fixture.observed(statements::add);

        try (Worker worker = fixture.start(16, 10, Duration.ofSeconds(30), store, fixture.runner(fixture::rest))) {
            await(() -> worker.status().lastPoll().isPresent());
            for (int polls = 1; polls <= 5; polls++) {
                assertEquals(Collections.nCopies(polls, "claim"), statements);
                advance(worker, Duration.ofSeconds(1));
            }
        }
    }

    @Test
    void closedWorkerLeavesNoJavaThread() {
        fixture.due("a");
        Set<String> names = ConcurrentHashMap.newKeySet();
        Worker worker = fixture.start(fixture.runner(lease -> {
            names.add(Thread.currentThread().getName());
            fixture.rest(lease);
        }));
        await(() -> worker.status().completed() == 1);
        worker.close();

        assertEquals(Set.of("escapement-worker-1"), names);
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("escapement-worker-")));
    }

    @Test
    void storeWithoutQueueIsRejected() {
        ThreadStore store = (ThreadStore) Proxy.newProxyInstance(
                ThreadStore.class.getClassLoader(),
                new Class<?>[] {ThreadStore.class},
                (proxy, method, arguments) -> null);
        Runner runner = fixture.runner(fixture::rest);

        assertEquals(
                WorkerMessages.noQueue(store),
                assertThrows(IllegalArgumentException.class, () -> Worker.of(store, runner))
                        .getMessage());
    }

    @Test
    void invalidSettingsAreRejected() {
        Runner runner = fixture.runner(fixture::rest);
        Worker.Builder builder = Worker.of(fixture.store, runner);

        assertEquals(
                WorkerMessages.sameAgent(WorkerFixture.AGENT),
                assertThrows(IllegalArgumentException.class, () -> Worker.of(fixture.store, runner, runner))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> builder.concurrency(0));
        assertThrows(IllegalArgumentException.class, () -> builder.maxAttempts(0));
        assertThrows(IllegalArgumentException.class, () -> builder.leaseTime(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> builder.pollTime(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> builder.drainTime(Duration.ofNanos(-1)));
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("escapement-worker-poll")));
    }

    private void advance(Worker worker, Duration time) {
        fixture.clock.advance(time);
        fixture.poll(worker);
    }

    private List<ThreadQueue.Claim> claim() {
        return fixture.store.claim(Set.of(WorkerFixture.AGENT), 10, Duration.ofSeconds(30));
    }
}
