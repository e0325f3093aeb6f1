package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Standing.Phase;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the deletion of threads by age and phase, and the erasure of threads by label. */
class RetentionTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    private Instant now = AT;
    private final InMemoryThreadStore store = new InMemoryThreadStore(() -> now);
    private final Retention retention = Retention.of(store);

    private void store(String id, Phase phase, String user) {
        Start start = Start.of("hello").label("user", user);
        store.append(Append.of(id, 0, new Event.Started(AT, "Desk", start, Budget.UNLIMITED))
                .with(Standing.of(phase)));
    }

    private List<String> stored() {
        return store.threads(ThreadQuery.all().fromOldest()).entries().stream()
                .map(ThreadIndex.ThreadEntry::id)
                .toList();
    }

    @Test
    void threadsOfThePhaseAreDeletedAfterTheAge() {
        store("old", Phase.FINISHED, "ann");
        now = AT.plusSeconds(60);
        store("new", Phase.FINISHED, "ann");
        store("waiting", Phase.WAITING, "ann");

        int deleted =
                retention.deleteAfter(Phase.FINISHED, Duration.ofSeconds(90)).apply(AT.plusSeconds(100));

        assertEquals(1, deleted);
        assertEquals(List.of("new", "waiting"), stored());
    }

    @Test
    void eachPhaseHasItsOwnAge() {
        store("finished", Phase.FINISHED, "ann");
        store("stopped", Phase.STOPPED, "ann");

        int deleted = retention
                .deleteAfter(Phase.FINISHED, Duration.ofDays(90))
                .deleteAfter(Phase.STOPPED, Duration.ofDays(30))
                .apply(AT.plus(Duration.ofDays(60)));

        assertEquals(1, deleted);
        assertEquals(List.of("finished"), stored());
    }

    @Test
    void moreThreadsThanOnePageAreDeleted() {
        for (int i = 0; i < 2 * ThreadQuery.MAX_LIMIT + 1; i++) {
            store("t" + i, Phase.STOPPED, "ann");
        }

        int deleted = retention.deleteAfter(Phase.STOPPED, Duration.ZERO).apply(AT.plusSeconds(1));

        assertEquals(2 * ThreadQuery.MAX_LIMIT + 1, deleted);
        assertEquals(List.of(), stored());
    }

    @Test
    void withoutRulesNothingIsDeleted() {
        store("t1", Phase.FINISHED, "ann");

        assertEquals(0, retention.apply(AT.plus(Duration.ofDays(10_000))));
        assertEquals(List.of("t1"), stored());
    }

    @Test
    void threadsOfOnePersonAreErased() {
        store("a", Phase.WAITING, "ann");
        store("b", Phase.WAITING, "bob");
        store("c", Phase.FINISHED, "ann");

        assertEquals(2, retention.erase("user", "ann"));

        assertThrows(ErasedThreadException.class, () -> store.load("a"));
        assertThrows(ErasedThreadException.class, () -> store.load("c"));
        assertTrue(store.load("b").isPresent());
        assertEquals(0, retention.erase("user", "ann"));
    }

    @Test
    void negativeAgeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> retention.deleteAfter(Phase.FINISHED, Duration.ofDays(-1)));
    }
}
