package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of two processes, each with a store of the same directory. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileThreadStoreProcessesTest {

    @TempDir
    Path directory;

    private FileThreadStore store;

    @BeforeEach
    void storeAThread() {
        store = FileThreadStore.in(directory);
        store.append(Append.of("t1", 0, new Event.Started(Instant.EPOCH, "Desk", Start.of("hello"), Budget.UNLIMITED)));
        store.append(Append.of("t2", 0, new Event.Started(Instant.EPOCH, "Desk", Start.of("hello"), Budget.UNLIMITED)));
    }

    @Test
    void aLeaseThatAnotherProcessHasIsNotGiven() throws Exception {
        try (OtherProcess other = OtherProcess.in(directory)) {
            assertEquals("given", other.ask("lease t1"));

            assertEquals(Optional.empty(), store.lease("t1", Duration.ofMinutes(1)));
            store.lease("t2", Duration.ofMinutes(1)).orElseThrow().close();

            assertEquals("done", other.ask("give-back"));
            store.lease("t1", Duration.ofMinutes(1)).orElseThrow().close();
        }
    }

    @Test
    void aLeaseIsNotGivenToAnotherProcess() throws Exception {
        try (OtherProcess other = OtherProcess.in(directory)) {
            try (ThreadStore.Lease lease =
                    store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
                assertEquals("taken", other.ask("lease t1"), () -> "although there is " + lease);
            }

            assertEquals("given", other.ask("lease t1"));
        }
    }

    @Test
    void aLeaseOutlastsWhateverElseIsDoneInItsProcess() throws Exception {
        try (OtherProcess other = OtherProcess.in(directory);
                ThreadStore.Lease lease =
                        store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            // POSIX releases a lock if any channel to its file is closed.
            FileThreadStore second = FileThreadStore.in(directory);
            assertEquals(Optional.empty(), second.lease("t1", Duration.ofMinutes(1)));
            second.lease("t2", Duration.ofMinutes(1)).orElseThrow().close();
            OtherProcess.append(second, "t1", "x");
            assertEquals(List.of("t1", "t2"), second.ids());

            assertEquals("taken", other.ask("lease t1"), () -> "although there is " + lease);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // some users are not permitted to create links
    void aDirectoryThatIsReachedByAnotherNameIsTheSame() throws Exception {
        Path real = directory.resolve("real");
        FileThreadStore direct = FileThreadStore.in(real);
        direct.append(
                Append.of("t1", 0, new Event.Started(Instant.EPOCH, "Desk", Start.of("hello"), Budget.UNLIMITED)));
        FileThreadStore linked = FileThreadStore.in(Files.createSymbolicLink(directory.resolve("link"), real));
        try (OtherProcess other = OtherProcess.in(real);
                ThreadStore.Lease lease =
                        direct.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            assertEquals(Optional.empty(), linked.lease("t1", Duration.ofMinutes(1)));

            assertEquals("taken", other.ask("lease t1"), () -> "although there is " + lease);
        }
    }

    @Test
    void leaseOfAKilledProcessIsFreeAfterItsTime() throws Exception {
        try (OtherProcess other = OtherProcess.in(directory)) {
            assertEquals("given", other.ask("lease t1"));
            other.kill();
        }
        FileThreadStore later = store.withClock(() -> Instant.now().plus(Duration.ofMinutes(1)));

        assertEquals(Optional.empty(), store.lease("t1", Duration.ofMinutes(1)));
        later.lease("t1", Duration.ofMinutes(1)).orElseThrow().close();
    }

    @Test
    void leaseThatAProcessDidNotReleaseIsFreeAfterItsTime() throws Exception {
        try (OtherProcess other = OtherProcess.in(directory)) {
            assertEquals("given", other.ask("lease t1"));
            other.end();
        }
        FileThreadStore later = store.withClock(() -> Instant.now().plus(Duration.ofMinutes(1)));

        later.lease("t1", Duration.ofMinutes(1)).orElseThrow().close();
    }

    @Test
    void supersededProcessStoresNothing() throws Exception {
        try (OtherProcess other = OtherProcess.in(directory)) {
            assertEquals("given", other.ask("lease t1"));
            assertEquals("stored", other.ask("append-held t1 1 a"));
            FileThreadStore later = store.withClock(() -> Instant.now().plus(Duration.ofMinutes(1)));
            ThreadStore.Lease lease = later.lease("t1", Duration.ofMinutes(1)).orElseThrow();

            assertEquals("lost t1", other.ask("append-held t1 2 b"));
            assertEquals("lost t1", other.ask("append-held t1 1 b"));
            later.append(Append.of("t1", 2, new Event.MessageReceived(Instant.EPOCH, "c"))
                    .under(lease));
            assertEquals("lost t1", other.ask("append-held t1 3 b"));
            assertEquals("done", other.ask("give-back"));
            assertEquals(Optional.empty(), later.lease("t1", Duration.ofMinutes(1)));
        }
        assertEquals(List.of("a", "c"), texts());
    }

    @Test
    void twoProcessesClaimEachThreadOnce() throws Exception {
        int threads = 40;
        for (int i = 0; i < threads; i++) {
            store.append(Append.of(
                    "c" + i, 0, new Event.Started(Instant.EPOCH, "Till", Start.of("hello"), Budget.UNLIMITED)));
        }
        List<String> claimed = new ArrayList<>();
        try (OtherProcess one = OtherProcess.in(directory);
                OtherProcess two = OtherProcess.in(directory)) {
            for (int i = 0; i < threads / 4; i++) {
                one.tell("claim Till 3");
                two.tell("claim Till 3");
                claimed.addAll(List.of(one.answer().split(" ")));
                claimed.addAll(List.of(two.answer().split(" ")));
            }
            assertEquals("", one.ask("claim Till 3"));
        }
        claimed.removeIf(String::isEmpty);

        assertEquals(threads, claimed.size());
        assertEquals(threads, claimed.stream().distinct().count());
    }

    @Test
    void threadLockedByAStoppedProcessDoesNotPreventClaims() throws Exception {
        try (OtherProcess other = OtherProcess.in(directory)) {
            assertEquals("held", other.ask("lock threads.lock " + StoreDirectory.place("t1")));

            List<ThreadQueue.Claim> claims = store.claim(Set.of("Desk"), 9, Duration.ofMinutes(1));

            assertEquals(
                    List.of("t2"),
                    claims.stream().map(claim -> claim.lease().threadId()).toList());
            assertEquals("free", other.ask("unlock"));
            assertEquals(
                    1, store.claim(Set.of("Desk"), 9, Duration.ofMinutes(1)).size());
        }
    }

    @Test
    void decisionIsStoredWhileAnotherProcessRuns() throws Exception {
        try (OtherProcess other = OtherProcess.in(directory)) {
            assertEquals("given", other.ask("lease t1"));

            OtherProcess.append(store, "t1", "approved");
            assertEquals("0", other.ask("append t1 driver 1"));

            assertEquals(List.of("approved", "driver/0"), texts());
        }
    }

    @Test
    void nothingIsLostWhenTwoProcessesRace() throws Exception {
        int each = 150;
        try (OtherProcess other = OtherProcess.in(directory)) {
            assertEquals("0", other.ask("append t1 warm-up 1"));
            other.tell("append t1 other " + each);
            for (int i = 0; i < each; i++) {
                OtherProcess.append(store, "t1", "own/" + i);
            }
            for (int i = 0; i < each; i++) {
                assertEquals(Integer.toString(i), other.answer());
            }
        }

        List<String> texts = texts();
        assertEquals(
                numbered("own", each),
                texts.stream().filter(text -> text.startsWith("own")).toList());
        assertEquals(
                numbered("other", each),
                texts.stream().filter(text -> text.startsWith("other")).toList());
        assertEquals(2 * each + 1, texts.size());
    }

    @Test
    void appendedEventsSurviveAKilledProcess() throws Exception {
        for (int round = 0; round < 5; round++) {
            String name = "round" + round;
            int answered = 20 + 7 * round;
            try (OtherProcess other = OtherProcess.in(directory)) {
                other.tell("append t1 " + name + " 1000000");
                for (int i = 0; i < answered; i++) {
                    assertEquals(Integer.toString(i), other.answer());
                }
                other.kill();
            }

            List<String> texts =
                    texts().stream().filter(text -> text.startsWith(name)).toList();
            assertTrue(texts.size() >= answered, () -> texts.size() + " of " + answered);
            assertEquals(numbered(name, texts.size()), texts);
            OtherProcess.append(store, "t1", "after " + name);
        }
        assertEquals(
                5, texts().stream().filter(text -> text.startsWith("after ")).count());
        assertTrue(Files.readString(directory.resolve("thread-t1.jsonl")).endsWith("\n"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anEventForWhichThereIsNoRoomIsTakenBack() throws Exception {
        Path file = directory.resolve("thread-t1.jsonl");
        String before = Files.readString(file);
        try (OtherProcess other = OtherProcess.withFilesUpTo(8, directory)) {
            assertEquals("failed FULL " + file.toRealPath(), other.ask("append-long t1 10000"));
            assertEquals(before, Files.readString(file));

            assertEquals("stored", other.ask("append-long t1 1000"));
        }
        assertEquals(List.of("x".repeat(1000)), texts());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void appendOfWhichOnlyAPartHasRoomIsTakenBack() throws Exception {
        Path file = directory.resolve("thread-t1.jsonl");
        String before = Files.readString(file);
        try (OtherProcess other = OtherProcess.withFilesUpTo(8, directory)) {
            assertEquals("given", other.ask("lease t1"));
            assertEquals("failed FULL " + file.toRealPath(), other.ask("append-three t1 1500"));
            assertEquals(before, Files.readString(file));

            assertEquals("stored", other.ask("append-three t1 500"));
        }
        assertEquals(Collections.nCopies(3, "x".repeat(500)), texts());
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Event event : store.load("t1").orElseThrow().events()) {
            if (event instanceof Event.MessageReceived received) {
                texts.add(received.text());
            }
        }
        return texts;
    }

    private static List<String> numbered(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + "/" + i).toList();
    }
}
