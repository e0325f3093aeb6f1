package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.restate.wire.ObjectKey;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.run.Standing;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The entries of {@link RestateThreadStore} for prepared rows. */
class RestateIndexTest {

    private static final Instant SINCE = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant UPDATED = SINCE.plusSeconds(5);

    private final FakeObjects objects = new FakeObjects();
    private FakeIngress restate;
    private RestateThreadStore store;

    @BeforeEach
    void start() throws IOException {
        restate = FakeIngress.start(objects);
        store = RestateThreadStore.of(restate.address())
                .admin(restate.address())
                .build();
    }

    @AfterEach
    void stop() {
        restate.close();
    }

    private static ThreadRow row(Phase phase, boolean parked) {
        return new ThreadRow(
                "acme.Desk",
                7,
                new Standing(phase, Optional.of(UPDATED), List.of()),
                SINCE,
                UPDATED,
                3,
                parked,
                Map.of("tenant", "acme"),
                false,
                2);
    }

    private List<String> ids() {
        return store.threads(ThreadQuery.all()).entries().stream()
                .map(ThreadEntry::id)
                .toList();
    }

    @Test
    void rowBecomesEntry() {
        objects.set("t1", row(Phase.RUNNABLE, true));

        ThreadEntry expected = new ThreadEntry(
                "t1",
                "acme.Desk",
                7,
                new Standing(Phase.RUNNABLE, Optional.of(UPDATED), List.of()),
                SINCE,
                UPDATED,
                3,
                true,
                Map.of("tenant", "acme"),
                false);
        assertEquals(List.of(expected), store.threads(ThreadQuery.all()).entries());
        assertEquals(Optional.of(expected), store.entry("t1"));
    }

    @Test
    void keyBecomesId() {
        objects.set(ObjectKey.of("a\0b"), row(Phase.RUNNABLE, false));

        assertEquals(List.of("a\0b"), ids());
    }

    @Test
    void rowOfLaterReleaseIsNotListed() {
        objects.set("t1", row(Phase.WAITING, false));
        objects.setUnreadable("t2", "{\"agent\":\"acme.Desk\",\"standing\":{\"phase\":\"ASLEEP\"}}");

        assertEquals(List.of("t1"), ids());
    }

    @Test
    void parkedThreadIsAtRest() throws InterruptedException {
        objects.set("t1", row(Phase.RUNNABLE, true));

        assertTrue(store.awaitRest("t1", Duration.ofSeconds(30)).orElseThrow().parked());
    }

    @Test
    void runnableThreadIsNotAtRest() throws InterruptedException {
        objects.set("t1", row(Phase.RUNNABLE, false));

        assertEquals(Optional.empty(), store.awaitRest("t1", Duration.ofMillis(100)));
    }

    @Test
    void quotesInLiteralsAreDoubled() {
        assertEquals("'it''s'", RestateIndex.literal("it's"));
    }
}
