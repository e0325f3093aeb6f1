package dev.escapement.run;

import static dev.escapement.run.StoreSamples.MINUTE;
import static dev.escapement.run.StoreSamples.STARTED;
import static dev.escapement.run.StoreSamples.said;
import static dev.escapement.run.StoreSamples.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of side files with leases. The contracts of the test kit cover leases in general. */
class FileLeaseTest {

    @TempDir
    Path directory;

    private final StoreSamples.Clock clock = new StoreSamples.Clock();
    private final AtomicLong nanos = new AtomicLong();
    private FileThreadStore store;
    private Path side;

    @BeforeEach
    void storeAThread() throws IOException {
        store = open();
        side = directory.resolve("thread-t1.lease");
        store.append(Append.of("t1", 0, STARTED));
    }

    private FileThreadStore open() throws IOException {
        return new FileThreadStore(new StoreDirectory(directory.toRealPath(), Optional.empty(), clock, nanos::get));
    }

    private static ThreadStore.Lease lease(ThreadStore store) {
        return store.lease("t1", MINUTE).orElseThrow();
    }

    // Side files

    @Test
    void sideFileShowsTheLease() throws IOException {
        ThreadStore.Lease lease = lease(store);

        String text = Files.readString(side);
        assertTrue(
                text.startsWith("{\"token\":" + lease.token() + ",\"holder\":\""
                        + ProcessHandle.current().pid() + "-"),
                text);
        assertTrue(
                text.endsWith(",\"until\":\"2026-11-29T12:01:00Z\",\"end\":"
                        + Files.size(directory.resolve("thread-t1.jsonl")) + "}\n"),
                text);
    }

    @Test
    void directoryHasNoTemporaryFiles() throws IOException {
        lease(store).renew();
        store.wake("t1");
        store.erase("t1");

        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of("thread-t1.jsonl", "thread-t1.lease", "threads.lock"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"token\":7",
                "\0\0\0",
                "{\"token\":7}\n",
                "{\"token\":\"x\",\"holder\":\"h\",\"end\":0}\n"
            })
    void damagedSideFileDoesNotRepeatATokenOrBlockTheThread(String text) throws IOException {
        ThreadStore.Lease lost = lease(store);
        Files.writeString(side, text);

        assertThrows(
                LeaseLostException.class,
                () -> store.append(Append.of("t1", 1, said("a")).under(lost)));
        assertFalse(lost.renew());
        clock.advance(Duration.ofMillis(1));
        ThreadStore.Lease next = lease(open());

        assertTrue(lost.token() < next.token());
        store.append(Append.of("t1", 1, said("a")).under(next));
        assertEquals(thread(STARTED, said("a")), open().load("t1"));
    }

    @Test
    void missingSideFileDoesNotRepeatAToken() throws IOException {
        ThreadStore.Lease lost = lease(store);
        lost.close();
        long token = 0;
        for (int i = 0; i < 5; i++) {
            ThreadStore.Lease lease = lease(store);
            token = lease.token();
            lease.close();
        }
        clock.advance(Duration.ofMillis(1));
        Files.delete(side);

        assertTrue(token < lease(open()).token());
    }

    @Test
    void tokenDoesNotGoBackWithTheClock() {
        ThreadStore.Lease first = lease(store);
        first.close();
        clock.advance(Duration.ofDays(-1));

        assertTrue(first.token() < lease(store).token());
    }

    @Test
    void interruptedReplacementLeavesTheLease() throws IOException {
        ThreadStore.Lease lease = lease(store);
        Files.writeString(directory.resolve("thread-t1.lease.tmp"), "{\"token\":99999999999999,");

        assertEquals(Optional.empty(), open().lease("t1", MINUTE));
        assertTrue(lease.renew());
        assertFalse(Files.exists(directory.resolve("thread-t1.lease.tmp")));
    }

    // Time

    @Test
    void leaseExpiresByTheClock() throws IOException {
        ThreadStore.Lease first = lease(store);
        clock.advance(MINUTE.minusMillis(1));
        assertEquals(Optional.empty(), open().lease("t1", MINUTE));

        clock.advance(Duration.ofMillis(1));
        ThreadStore.Lease second = lease(open());

        assertTrue(first.token() < second.token());
        assertThrows(
                LeaseLostException.class,
                () -> store.append(Append.of("t1", 1, said("late")).under(first)));
    }

    @Test
    void renewalCountsFromItsTime() throws IOException {
        ThreadStore.Lease first = lease(store);
        clock.advance(Duration.ofSeconds(50));
        assertTrue(first.renew());
        clock.advance(Duration.ofSeconds(50));

        assertEquals(Optional.empty(), open().lease("t1", MINUTE));
        store.append(Append.of("t1", 1, said("a")).under(first));
    }

    @Test
    void isHeldCountsNineTenthsFromTheMonotonicClock() {
        ThreadStore.Lease lease = lease(store);
        clock.advance(Duration.ofDays(1));
        nanos.addAndGet(Duration.ofSeconds(54).toNanos() - 1);
        assertTrue(lease.isHeld());
        nanos.incrementAndGet();
        assertFalse(lease.isHeld());

        assertTrue(lease.renew());
        assertTrue(lease.isHeld());
        nanos.addAndGet(Duration.ofSeconds(54).toNanos());
        assertFalse(lease.isHeld());
    }

    // Queue

    @Test
    void attemptsAreThoseSinceTheLastAppendInTheFile() throws IOException {
        for (int i = 0; i < 3; i++) {
            store.retry(store.claim(Set.of("Desk"), 1, MINUTE).get(0), Duration.ZERO);
        }
        assertEquals(3, open().entry("t1").orElseThrow().attempts());

        ThreadQueue.Claim claim = open().claim(Set.of("Desk"), 1, MINUTE).get(0);
        open().append(Append.of("t1", 1, said("a")).under(claim.lease()));

        assertEquals(3, claim.attempts());
        assertEquals(0, open().entry("t1").orElseThrow().attempts());
    }

    @Test
    void threadOfACrashedWorkerIsDueAfterItsLease() throws IOException {
        assertEquals(1, store.claim(Set.of("Desk"), 1, MINUTE).size());
        assertEquals(List.of(), open().claim(Set.of("Desk"), 1, MINUTE));
        clock.advance(MINUTE);

        assertEquals(1, open().claim(Set.of("Desk"), 1, MINUTE).size());
    }

    @Test
    void damagedThreadDoesNotPreventClaims() throws IOException {
        Path file = directory.resolve("thread-t1.jsonl");
        store.append(Append.of("t2", 0, STARTED));
        Files.writeString(file, Files.readString(file).replace("secret", "public"));
        Files.writeString(directory.resolve("thread-t3.jsonl"), "no header\nno event\n");

        List<ThreadQueue.Claim> claims = open().claim(Set.of("Desk"), 10, MINUTE);

        assertEquals(
                List.of("t2"),
                claims.stream().map(claim -> claim.lease().threadId()).toList());
    }

    @Test
    void orphanedSideFileDoesNotAffectANewThread() throws IOException {
        store.park(store.claim(Set.of("Desk"), 1, MINUTE).get(0));
        Files.delete(directory.resolve("thread-t1.jsonl"));

        open().append(Append.of("t1", 0, STARTED));

        assertFalse(open().entry("t1").orElseThrow().parked());
        assertEquals(1, open().claim(Set.of("Desk"), 1, MINUTE).size());
    }
}
