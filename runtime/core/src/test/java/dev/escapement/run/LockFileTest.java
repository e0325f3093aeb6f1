package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of locks that Java threads of this process and another process attempt to obtain. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockFileTest {

    private static final int ROUNDS = 400;
    private static final int RACERS = 6;
    private static final int MAX_ATTEMPTS = 1_000_000;
    private static final long PLACE = 1_000;
    private static final long NEVER = Long.MAX_VALUE;

    @TempDir
    Path directory;

    private Path path;

    @BeforeEach
    void resolvePath() throws IOException {
        directory = directory.toRealPath();
        path = directory.resolve("locks");
    }

    @Test
    void freeByteIsNeverRefused() throws Exception {
        ExecutorService racers = Executors.newFixedThreadPool(RACERS);
        try (OtherProcess other = OtherProcess.in(directory)) {
            for (int round = 0; round < ROUNDS; round++) {
                assertEquals("held", other.ask("lock locks " + PLACE));
                race(racers, other);
            }
        } finally {
            racers.shutdownNow();
            assertTrue(racers.awaitTermination(60, TimeUnit.SECONDS));
        }
    }

    /** Runs a race for a byte that the other process releases while the racers attempt to lock it. */
    private void race(ExecutorService executor, OtherProcess other) throws Exception {
        CountDownLatch refusedOnce = new CountDownLatch(RACERS);
        AtomicLong releasedAt = new AtomicLong(NEVER);
        AtomicLong wonAt = new AtomicLong(NEVER);
        List<Future<Attempts>> running = new ArrayList<>();
        for (int racer = 0; racer < RACERS; racer++) {
            long neighbor = PLACE + 1 + racer;
            running.add(executor.submit(() -> attempts(neighbor, refusedOnce, releasedAt, wonAt)));
        }
        assertTrue(refusedOnce.await(60, TimeUnit.SECONDS));
        assertEquals("free", other.ask("unlock"));
        releasedAt.set(System.nanoTime());
        long firstRefusalEnded = NEVER;
        List<LockFile.Held> won = new ArrayList<>();
        for (Future<Attempts> racer : running) {
            Attempts attempts = racer.get();
            firstRefusalEnded = Math.min(firstRefusalEnded, attempts.firstRefusalEnded);
            if (attempts.won != null) {
                won.add(attempts.won);
            }
        }
        for (LockFile.Held held : won) {
            held.close();
        }
        assertEquals(1, won.size());
        assertTrue(
                firstRefusalEnded == NEVER || wonAt.get() <= firstRefusalEnded,
                "An attempt was refused after the byte was free, and before the attempt that obtained it began.");
    }

    /**
     * The result of one racer.
     *
     * @param won the lock, or null if another racer obtained it
     * @param firstRefusalEnded the earliest end of a refused attempt that began after the release
     */
    private record Attempts(LockFile.@Nullable Held won, long firstRefusalEnded) {}

    /** Attempts to lock the byte until one racer has it. In between, locks a byte that only this racer uses. */
    private Attempts attempts(long neighbor, CountDownLatch refusedOnce, AtomicLong releasedAt, AtomicLong wonAt)
            throws IOException {
        long firstRefusalEnded = NEVER;
        for (int i = 0; i < MAX_ATTEMPTS && wonAt.get() == NEVER; i++) {
            boolean isFree = releasedAt.get() != NEVER;
            long start = System.nanoTime();
            LockFile.Held held = LockFile.tryLock(path, PLACE);
            if (held != null) {
                wonAt.set(start);
                return new Attempts(held, firstRefusalEnded);
            }
            if (isFree) {
                firstRefusalEnded = Math.min(firstRefusalEnded, System.nanoTime());
            }
            refusedOnce.countDown();
            Objects.requireNonNull(LockFile.tryLock(path, neighbor), "a byte that is not used by others")
                    .close();
        }
        return new Attempts(null, firstRefusalEnded);
    }

    @Test
    void byteHeldByThisProcessIsRefusedUntilItsRelease() throws IOException {
        LockFile.Held held = LockFile.lock(path, PLACE);
        assertNull(LockFile.tryLock(path, PLACE));

        held.close();
        held.close();

        LockFile.Held again = LockFile.tryLock(path, PLACE);
        assertNotNull(again);
        again.close();
    }

    @Test
    void byteHeldByAnotherProcessIsRefusedUntilItsRelease() throws Exception {
        try (OtherProcess other = OtherProcess.in(directory)) {
            assertEquals("held", other.ask("lock locks " + PLACE));
            assertNull(LockFile.tryLock(path, PLACE));

            assertEquals("free", other.ask("unlock"));

            LockFile.Held held = LockFile.tryLock(path, PLACE);
            assertNotNull(held);
            held.close();
        }
    }

    @Test
    void fileKeptOpenIsNotOpenedForEachLock() throws IOException {
        LockFile.OpenLocks open = LockFile.keepOpen(path);
        Files.delete(path);
        LockFile.lock(path, PLACE).close();
        assertFalse(Files.exists(path));

        open.close();
        open.close();

        LockFile.lock(path, PLACE).close();
        assertTrue(Files.exists(path));
    }
}
