package dev.escapement.run;

import static dev.escapement.run.StoreSamples.MINUTE;
import static dev.escapement.run.StoreSamples.STARTED;
import static dev.escapement.run.StoreSamples.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fixture.RecordedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the queue of files when the lock of a thread is not free, or its file is damaged. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileRenewalTest {

    @TempDir
    Path directory;

    private final StoreSamples.Clock clock = new StoreSamples.Clock();
    private final AtomicLong nanos = new AtomicLong();
    private StoreDirectory opened;
    private FileThreadStore store;

    @BeforeEach
    void storeThreads() throws IOException {
        opened = new StoreDirectory(directory.toRealPath(), Optional.empty(), clock, nanos::get);
        store = new FileThreadStore(opened);
        for (String id : List.of("t1", "t2", "t3")) {
            store.append(Append.of(id, 0, STARTED));
        }
    }

    private ThreadStore.Lease lease(String id) {
        return store.lease(id, MINUTE).orElseThrow();
    }

    private void assertRenewed(ThreadStore.Lease lease) {
        clock.advance(Duration.ofSeconds(45));
        assertTrue(store.lease(lease.threadId(), MINUTE).isEmpty(), lease.threadId());
    }

    @Test
    void damagedThreadDoesNotPreventTheRenewalOfOthers() throws IOException {
        List<ThreadStore.Lease> leases = List.of(lease("t1"), lease("t2"), lease("t3"));
        Files.writeString(opened.thread("t1"), "no header\nno event\n");
        Files.writeString(opened.thread("t3"), "no header\nno event\n");
        clock.advance(Duration.ofSeconds(30));

        CorruptThreadException failure = assertThrows(CorruptThreadException.class, () -> store.renew(leases));

        assertEquals("t1", failure.threadId());
        assertEquals("t3", ((CorruptThreadException) failure.getSuppressed()[0]).threadId());
        assertRenewed(leases.get(1));
    }

    @Test
    void lockHeldForLongDoesNotPreventTheRenewalOfOthers() throws Exception {
        List<ThreadStore.Lease> leases = List.of(lease("t1"), lease("t2"));
        clock.advance(Duration.ofSeconds(30));

        whileAnAppendWaits(() -> {
            ThreadFileException failure = assertThrows(ThreadFileException.class, () -> store.renew(leases));
            assertEquals(Optional.of("t1"), failure.threadId());
            assertEquals(StoreException.Reason.BUSY, failure.reason());
        });

        assertTrue(leases.get(0).isHeld());
        assertRenewed(leases.get(1));
    }

    @Test
    void singleRenewalDoesNotWaitForTheLock() throws Exception {
        ThreadStore.Lease lease = lease("t1");

        whileAnAppendWaits(() -> assertEquals(
                StoreException.Reason.BUSY,
                assertThrows(ThreadFileException.class, lease::renew).reason()));

        assertTrue(lease.renew());
    }

    @Test
    void dueThreadThatIsDamagedIsLoggedOnce() throws IOException {
        store.append(Append.of("t1", 1, said("middle " + "x".repeat(10_000))));
        store.append(Append.of("t1", 2, said("end")));
        Path file = opened.thread("t1");
        Files.writeString(file, Files.readString(file).replace("middle", "\n\n\n\n\n\n"));
        FileThreadStore other = new FileThreadStore(opened);

        try (RecordedLog log = RecordedLog.of(Worker.class)) {
            assertEquals(2, other.claim(Set.of("Desk"), 3, MINUTE).size());
            assertEquals(List.of(), other.claim(Set.of("Desk"), 3, MINUTE));

            assertEquals(
                    List.of(FileStoreMessages.unusable("t1")),
                    log.entries().stream().map(RecordedLog.Entry::message).toList());
        }
    }

    @Test
    void lockHeldForLongDoesNotPreventClaimsOfOthers() throws Exception {
        whileAnAppendWaits(() -> assertEquals(List.of("t2", "t3"), claimed(store)));
    }

    /** The lock of the thread became free between the attempt to renew the lease and the claim. */
    @Test
    void expiredLeaseOfThisStorePreventsItsClaims() {
        ThreadStore.Lease lease = lease("t1");
        clock.advance(MINUTE.plusSeconds(1));

        assertEquals(List.of("t2", "t3"), claimed(store));

        assertTrue(lease.renew());
        lease.close();
        assertEquals(List.of("t1"), claimed(store));
    }

    @Test
    void expiredLeaseDoesNotPreventClaimsOfOtherProcesses() {
        ThreadStore.Lease lease = lease("t1");
        clock.advance(MINUTE.plusSeconds(1));

        assertEquals(List.of("t1", "t2", "t3"), claimed(new FileThreadStore(opened)));
        assertFalse(lease.renew());
    }

    @Test
    void failedReturnOfAClaimDoesNotPreventLaterClaims() throws IOException {
        ThreadQueue.Claim claim = store.claim(Set.of("Desk"), 1, MINUTE).get(0);
        String id = claim.lease().threadId();
        byte[] content = Files.readAllBytes(opened.thread(id));
        Files.writeString(opened.thread(id), "no header\nno event\n");
        assertThrows(CorruptThreadException.class, () -> store.retry(claim, Duration.ZERO));
        Files.write(opened.thread(id), content);
        clock.advance(MINUTE.plusSeconds(1));

        assertEquals(List.of("t1", "t2", "t3"), claimed(store));
    }

    private static List<String> claimed(ThreadQueue queue) {
        return queue.claim(Set.of("Desk"), 3, MINUTE).stream()
                .map(claim -> claim.lease().threadId())
                .sorted()
                .toList();
    }

    @Test
    void interruptedRenewalDoesNotLoseTheLease() throws Exception {
        ThreadStore.Lease lease = lease("t1");
        Thread.currentThread().interrupt();
        assertThrows(ThreadFileException.class, () -> store.renew(List.of(lease)));

        assertTrue(Thread.interrupted());
        assertTrue(lease.isHeld());
        store.renew(List.of(lease));
        assertFalse(store.lease("t1", MINUTE).isPresent());
    }

    /** Performs an operation while another process has the lock of t1, and an append of this store waits for it. */
    private void whileAnAppendWaits(ThrowingOperation operation) throws Exception {
        LockFile.Held held = LockFile.lock(opened.locks(), StoreDirectory.place("t1"));
        CountDownLatch begun = new CountDownLatch(1);
        Thread append = new Thread(() -> {
            begun.countDown();
            store.append(Append.of("t1", 1, said("a")));
        });
        append.start();
        try {
            begun.await();
            while (append.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait(); // until it waits for the lock between processes
            }
            operation.perform();
        } finally {
            held.close();
            append.join();
        }
        assertEquals(2, store.load("t1").orElseThrow().events().size());
    }

    /** An operation that can throw any exception. */
    private interface ThrowingOperation {

        /** Performs the operation. */
        void perform() throws Exception;
    }
}
