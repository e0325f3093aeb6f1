package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.Content;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests specific to threads in memory. The test kit contains the tests of the contract. */
class InMemoryThreadStoreTest {

    private static final Duration DAY = Duration.ofDays(1);

    private static final Duration HOUR = Duration.ofHours(1);

    private Instant now = Instant.parse("2026-11-29T12:00:00Z");

    private final InMemoryThreadStore store = new InMemoryThreadStore(() -> now);

    // Contents

    @Test
    void usedContentIsKept() {
        Content.File file = photo();
        start("t1", Start.of("hello", file));
        now = now.plus(DAY).plus(HOUR);

        assertEquals(0, store.collectContents(DAY));
        assertTrue(store.contents().contains(file));
    }

    @Test
    void contentThatIsFoundForAnotherEventIsKept() {
        Content.File file = photo();
        now = now.plus(DAY).plus(HOUR);
        assertTrue(store.contents().contains(file));

        assertEquals(0, store.collectContents(DAY));
        now = now.plus(DAY).plus(HOUR);
        assertEquals(1, store.collectContents(DAY));
    }

    @Test
    void contentOfErasedThreadIsCollected() {
        Content.File file = photo();
        start("t1", Start.of("hello", file));
        store.erase("t1");
        now = now.plus(DAY).plus(HOUR);

        assertEquals(1, store.collectContents(DAY));
        assertFalse(store.contents().contains(file));
    }

    @Test
    void contentOfAnotherThreadIsKept() {
        Content.File file = photo();
        start("t1", Start.of("hello", file));
        start("t2", Start.of("hello", file));
        store.delete("t1");
        now = now.plus(DAY).plus(HOUR);

        assertEquals(0, store.collectContents(DAY));
        store.delete("t2");
        assertEquals(1, store.collectContents(DAY));
    }

    @Test
    void recentContentIsKept() {
        photo();
        now = now.plus(DAY).plus(HOUR);
        Content.File file = photo();

        assertEquals(0, store.collectContents(DAY));
        assertTrue(store.contents().contains(file));
    }

    // Versions

    @Test
    void latestVersionIsTheStoredOne() {
        start("t1", Start.of("hello"));
        AgentThread known = new AgentThread("t1", store.load("t1").orElseThrow().events());

        assertSame(store.load("t1").orElseThrow(), store.latest(known));
    }

    @Test
    void appendedVersionIsShared() {
        start("t1", Start.of("hello"));
        Event event = new Event.PersonAsked(Instant.EPOCH, "Continue?");
        AgentThread next = store.load("t1").orElseThrow().with(event);
        store.append(Append.of("t1", 1, event));

        assertSame(next, store.load("t1").orElseThrow());
    }

    @Test
    void latestOfUnknownThreadFails() {
        start("t1", Start.of("hello"));
        AgentThread known = store.load("t1").orElseThrow();
        store.delete("t1");

        assertThrows(UnknownThreadException.class, () -> store.latest(known));
    }

    // Leases

    @Test
    void tokensIncreaseAcrossDeletion() {
        start("t1", Start.of("hello"));
        ThreadStore.Lease old = store.lease("t1", HOUR).orElseThrow();
        store.delete("t1");
        start("t1", Start.of("again"));
        ThreadStore.Lease current = store.lease("t1", HOUR).orElseThrow();

        assertTrue(old.token() < current.token());
        assertThrows(
                LeaseLostException.class, () -> store.append(Append.of("t1", 1).under(old)));
    }

    @Test
    void clockThatJumpsBackKeepsLease() {
        start("t1", Start.of("hello"));
        ThreadStore.Lease lease = store.lease("t1", HOUR).orElseThrow();
        now = now.minus(DAY);

        assertEquals(Optional.empty(), store.lease("t1", HOUR));
        assertTrue(lease.renew());
        now = now.plus(HOUR);
        assertTrue(store.lease("t1", HOUR).isPresent());
    }

    @Test
    void timeOfLeaseIsPositive() {
        start("t1", Start.of("hello"));

        assertThrows(IllegalArgumentException.class, () -> store.lease("t1", Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> store.claim(Set.of("Desk"), 1, Duration.ofSeconds(-1)));
    }

    // Size

    @Test
    void largeStoreIsPagedAndClaimed() {
        IntStream.range(0, 20_000).forEach(i -> {
            now = now.plusMillis(1);
            start("t" + i, Start.of("hello"));
        });

        ThreadIndex.Page<ThreadIndex.ThreadEntry> page =
                store.threads(ThreadQuery.all().fromOldest().limit(2));
        List<ThreadQueue.Claim> claims = store.claim(Set.of("Desk"), 20_000, HOUR);

        assertEquals(
                List.of("t0", "t1"),
                page.entries().stream().map(ThreadIndex.ThreadEntry::id).toList());
        assertEquals(20_000, claims.size());
        assertEquals("t19999", claims.get(19_999).lease().threadId());
    }

    private Content.File photo() {
        return store.contents().put("image/png", "lamp.png", new byte[] {1, 2, 3});
    }

    private void start(String id, Start start) {
        store.append(Append.of(id, 0, new Event.Started(Instant.EPOCH, "Desk", start, Budget.UNLIMITED)));
    }
}
