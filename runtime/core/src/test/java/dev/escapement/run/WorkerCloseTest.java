package dev.escapement.run;

import static dev.escapement.run.WorkerFixture.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fixture.RecordedLog;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Tests of the end of a worker in unusual situations. */
class WorkerCloseTest {

    private final WorkerFixture fixture = new WorkerFixture();

    @Test
    void secondCloseWaitsForTheFirst() throws Exception {
        fixture.due("a");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Worker worker = fixture.start(fixture.runner(lease -> {
            begun.countDown();
            end.await();
            fixture.rest(lease);
        }));
        begun.await();
        Thread first = new Thread(worker::close);
        first.start();
        await(() -> worker.status().draining());
        Thread second = new Thread(worker::close);
        second.start();
        second.join(100);
        assertTrue(second.isAlive());

        end.countDown();
        second.join();
        first.join();
        assertEquals(1, worker.status().completed());
    }

    @Test
    void claimsThatDoNotBeginAreReleasedInSpiteOfAFailure() {
        fixture.due("a");
        fixture.due("b");
        AtomicReference<Worker> started = new AtomicReference<>();
        ThreadStore store = (ThreadStore) Proxy.newProxyInstance(
                ThreadStore.class.getClassLoader(),
                new Class<?>[] {ThreadStore.class, ThreadQueue.class},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(fixture.store, arguments);
                    if (!method.getName().equals("claim")) {
                        return result;
                    }
                    await(() -> started.get() != null);
                    new Thread(started.get()::close).start();
                    await(() -> started.get().status().draining());
                    return ((List<?>) result)
                            .stream()
                                    .map(ThreadQueue.Claim.class::cast)
                                    .map(WorkerCloseTest::withFailingRelease)
                                    .toList();
                });

        try (RecordedLog log = RecordedLog.of(Worker.class)) {
            Worker worker = fixture.start(16, 10, Duration.ofSeconds(30), store, fixture.runner(fixture::rest));
            started.set(worker);
            await(() -> worker.status().draining());
            worker.close();

            assertEquals(
                    List.of(WorkerMessages.notReleased("a")),
                    log.entries().stream().map(RecordedLog.Entry::message).toList());
        }
        assertEquals(
                List.of("b"),
                fixture.store.claim(Set.of(WorkerFixture.AGENT), 10, Duration.ofSeconds(30)).stream()
                        .map(claim -> claim.lease().threadId())
                        .toList());
    }

    /** Returns a claim of which the lease of the thread a cannot be released. */
    private static ThreadQueue.Claim withFailingRelease(ThreadQueue.Claim claim) {
        ThreadStore.Lease lease = (ThreadStore.Lease) Proxy.newProxyInstance(
                ThreadStore.Lease.class.getClassLoader(),
                new Class<?>[] {ThreadStore.Lease.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")
                            && claim.lease().threadId().equals("a")) {
                        throw new StoreException("no connection", "a", StoreException.Reason.UNAVAILABLE, null);
                    }
                    return method.invoke(claim.lease(), arguments);
                });
        return new ThreadQueue.Claim(lease, claim.agent(), claim.attempts(), claim.size());
    }

    @Test
    void longestTimesDoNotOverflow() {
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
        fixture.due("a");
        Worker worker = Worker.of(fixture.store, fixture.runner(fixture::rest))
                .clock(fixture.clock)
                .pollTime(longest)
                .drainTime(longest)
                .start();
        await(() -> worker.status().completed() == 1);
        worker.close();

        assertEquals(Optional.empty(), worker.status().lastFailure());
        assertEquals(List.of(), worker.status().running());
    }
}
