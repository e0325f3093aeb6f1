package dev.escapement.run;

import static dev.escapement.run.WorkerFixture.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.fixture.RecordedLog;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of a worker whose executions fail, and of the number of attempts. */
class WorkerFailureTest {

    private final WorkerFixture fixture = new WorkerFixture();

    @Test
    void deletedThreadIsNotAFailure() {
        fixture.due("a");
        Runner runner = fixture.runner(lease -> {
            fixture.store.delete("a");
            throw new UnknownThreadException("a");
        });

        try (Worker worker = fixture.start(runner)) {
            await(() ->
                    worker.status().claimed() == 1 && worker.status().running().isEmpty());

            assertEquals(0, worker.status().failed());
            assertEquals(Optional.empty(), worker.status().lastFailure());
        }
    }

    /** A step can use other threads, whose absence is a failure of the step. */
    @Test
    void unknownOtherThreadIsAFailure() {
        fixture.due("a");
        Runner runner = fixture.runner(lease -> {
            throw new IllegalStateException(new UnknownThreadException("b"));
        });

        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(runner)) {
            await(() -> worker.status().failed() == 1);

            assertEquals(
                    WorkerMessages.retried("a", 1, 1_000), log.entries().get(0).message());
        }
    }

    static Stream<RuntimeException> failuresOfOtherThreads() {
        return Stream.of(new ErasedThreadException("b"), new LeaseLostException("b"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfOtherThreads")
    void failureOfAnotherThreadIsAFailure(RuntimeException failure) {
        fixture.due("a");
        Runner runner = fixture.runner(lease -> {
            throw failure;
        });

        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(runner)) {
            await(() -> worker.status().failed() == 1);

            assertEquals(
                    WorkerMessages.retried("a", 1, 1_000), log.entries().get(0).message());
        }
    }

    /** Returns the store, whose claimed leases are about to expire and cannot be renewed. */
    private ThreadStore withoutRenewal(RuntimeException failure) {
        return (ThreadStore) Proxy.newProxyInstance(
                ThreadStore.class.getClassLoader(),
                new Class<?>[] {ThreadStore.class, ThreadQueue.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("renew")) {
                        throw failure;
                    }
                    Object result = method.invoke(fixture.store, arguments);
                    return result instanceof List<?> claims
                            ? claims.stream()
                                    .map(each -> expiring((ThreadQueue.Claim) each))
                                    .toList()
                            : result;
                });
    }

    private static ThreadQueue.Claim expiring(ThreadQueue.Claim claim) {
        ThreadStore.Lease lease = (ThreadStore.Lease) Proxy.newProxyInstance(
                ThreadStore.class.getClassLoader(),
                new Class<?>[] {ThreadStore.Lease.class},
                (proxy, method, arguments) ->
                        method.getName().equals("isHeld") ? (Object) false : method.invoke(claim.lease(), arguments));
        return new ThreadQueue.Claim(lease, claim.agent(), claim.attempts(), claim.size());
    }

    private long claimedWhileOneRuns(RuntimeException failure) {
        fixture.due("a");
        CountDownLatch end = new CountDownLatch(1);
        Runner runner = fixture.runner(lease -> {
            end.await();
            lease.close();
        });
        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(16, 10, Duration.ofSeconds(30), withoutRenewal(failure), runner)) {
            await(() -> worker.status().claimed() == 1);
            fixture.due("b");
            worker.wake();
            await(() -> worker.status().lastFailure().equals(Optional.of(failure.toString())));
            fixture.clock.advance(Duration.ofSeconds(1));
            await(() -> worker.status().claimed() == 2 || !log.entries().isEmpty());
            long claimed = worker.status().claimed();
            end.countDown();
            return claimed;
        }
    }

    @Test
    void leaseThatIsNotRenewedDoesNotPreventOtherClaims() {
        assertEquals(2, claimedWhileOneRuns(new StoreException("locked", "a", StoreException.Reason.BUSY, null)));
    }

    @Test
    void unavailableStorePreventsClaims() {
        assertEquals(1, claimedWhileOneRuns(new StoreException("lost", null, StoreException.Reason.UNAVAILABLE, null)));
    }

    /** An append resets the number of attempts, also that of the failed execution which appended. */
    @Test
    void threadThatMadeProgressIsNotParked() {
        fixture.due("a");
        AtomicInteger drives = new AtomicInteger();
        Runner runner = fixture.runner(lease -> {
            AgentThread thread = fixture.store.load("a").orElseThrow();
            if (drives.incrementAndGet() == 2) {
                Event event = new Event.MessageReceived(fixture.clock.instant(), "progress");
                fixture.store.append(Append.of(thread, event, Standing.RUNNABLE).under(lease));
                thread = thread.with(event);
            }
            throw DriveException.of(thread, new IllegalStateException("no model"));
        });

        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(16, 2, Duration.ofSeconds(30), fixture.store, runner)) {
            for (int i = 1; i <= 3; i++) {
                int failures = i;
                await(() -> worker.status().failed() == failures);
                assertEquals(i == 3 ? 1 : 0, worker.status().parked());
                fixture.clock.advance(Duration.ofSeconds(1));
                worker.wake();
            }
            assertEquals(
                    WorkerMessages.retried("a", 1, 1_000), log.entries().get(1).message());
            assertEquals(WorkerMessages.parked("a", 2), log.entries().get(2).message());
        }
    }
}
