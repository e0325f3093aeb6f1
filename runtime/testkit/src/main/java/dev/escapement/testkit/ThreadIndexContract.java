package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.message;
import static dev.escapement.testkit.Samples.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.Standing;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import dev.escapement.thread.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.escapement.run.ThreadIndex} for entries of threads, their filters and counts. {@link
 * IndexPagingContract} tests the order and pages, {@link QuestionIndexContract} questions.
 */
public abstract class ThreadIndexContract extends IndexContract {

    /** Creates the tests. */
    protected ThreadIndexContract() {}

    // Entries

    @Test
    void unknownThreadHasNoEntry() {
        assertEquals(Optional.empty(), index().entry("t1"), "entry must be empty for an id that is not stored");
        assertEquals(List.of(), ids(ThreadQuery.all()), "an empty store must not list threads");
    }

    @Test
    void entryDescribesThread() {
        Instant deadline = now().plus(Duration.ofDays(1));
        Standing standing = new Standing(
                Phase.WAITING,
                Optional.of(deadline),
                List.of(question("call_1", Standing.Kind.APPROVAL, 7, Optional.of(deadline))));
        Start start = Start.of("hello").label("tenant", "acme").label("user", "alice");
        store().append(Append.of("t1", 0, started("com.example.Till", start), message("a"))
                .with(standing));

        ThreadEntry entry = entry("t1");
        assertEquals("t1", entry.id(), "the id of the entry");
        assertEquals("com.example.Till", entry.agent(), "the agent of the entry");
        assertEquals(2, entry.size(), "the number of events of the entry");
        assertEquals(standing, entry.standing(), "the standing of the entry");
        assertEquals(Map.of("tenant", "acme", "user", "alice"), entry.labels(), "the labels of the entry");
        assertEquals(0, entry.attempts(), "the attempts of a thread without failed executions");
        assertFalse(entry.parked(), "a new thread must not be parked");
        assertFalse(entry.erased(), "a new thread must not be erased");
        assertEquals(List.of(entry), index().threads(ThreadQuery.all()).entries(), "threads must list the same entry");
    }

    @Test
    void entryFollowsAppends() {
        start("t1");
        other().append(Append.of("t1", 1, message("a"), message("b")).with(Standing.of(Phase.FINISHED)));

        assertEquals(3, entry("t1").size(), "the size must count the events of a later append");
        assertEquals(
                Standing.of(Phase.FINISHED), entry("t1").standing(), "the standing must be that of the last append");
    }

    @Test
    void appendWithoutEventsChangesStanding() {
        start("t1");
        store().append(Append.of("t1", 1).with(Standing.of(Phase.WAITING)));

        assertEquals(1, entry("t1").size(), "append without events must not change the size");
        assertEquals(Phase.WAITING, entry("t1").standing().phase(), "append without events must change the standing");
    }

    @Test
    void refusedAppendKeepsStanding() {
        start("t1", Standing.of(Phase.WAITING));

        assertThrows(
                ConcurrentRunException.class,
                () -> store().append(Append.of("t1", 0, started("again")).with(Standing.of(Phase.STOPPED))));
        assertThrows(
                ConcurrentRunException.class,
                () -> store().append(Append.of("t1", 3, message("a")).with(Standing.of(Phase.STOPPED))));

        assertEquals(Phase.WAITING, entry("t1").standing().phase(), "a refused append must not change the standing");
    }

    // Times

    @Test
    void timesAreThoseOfStore() throws Exception {
        Instant before = now();
        start("t1");
        advanceClock();
        Instant after = now();

        assertWithin(before, entry("t1").since(), after, "since");
        assertWithin(before, entry("t1").updatedAt(), after, "updatedAt");
    }

    @Test
    void appendInSamePhaseKeepsSince() throws Exception {
        start("t1");
        Instant since = entry("t1").since();
        advanceClock();
        Instant second = now();
        append("t1", 1, message("a"));

        assertEquals(since, entry("t1").since(), "an append in the same phase must not change since");
        assertFalse(entry("t1").updatedAt().isBefore(second), "updatedAt must be the time of the last append");
    }

    @Test
    void appendInNewPhaseChangesSince() throws Exception {
        start("t1");
        advanceClock();
        Instant second = now();
        store().append(Append.of("t1", 1, message("a")).with(Standing.of(Phase.WAITING)));

        assertFalse(entry("t1").since().isBefore(second), "an append in another phase must set since to its time");
    }

    // Filters

    @Test
    void phasesSelectThreads() {
        for (Phase phase : Phase.values()) {
            start("t-" + phase, Standing.of(phase));
        }

        for (Phase phase : Phase.values()) {
            assertEquals(Set.of("t-" + phase), Set.copyOf(ids(ThreadQuery.all().phase(phase))), "threads in one phase");
        }
        assertEquals(
                Set.of("t-WAITING", "t-STOPPED"),
                Set.copyOf(ids(ThreadQuery.all().phase(Phase.WAITING).phase(Phase.STOPPED))),
                "threads in one of two phases");
        assertEquals(4, ids(ThreadQuery.all()).size(), "a query without phases must return the threads of all phases");
    }

    @Test
    void agentsSelectThreads() {
        for (String agent : List.of("A", "B", "C", "a", "A%", "_")) {
            append("t-" + agent, 0, started(agent, Start.of("hello")));
        }

        assertEquals(List.of("t-A"), ids(ThreadQuery.all().agent("A")), "agents must be compared exactly");
        assertEquals(List.of("t-_"), ids(ThreadQuery.all().agent("_")), "agents must be compared exactly");
        assertEquals(
                Set.of("t-A", "t-C"),
                Set.copyOf(ids(ThreadQuery.all().agent("A").agent("C"))),
                "threads of one of two agents");
        assertEquals(List.of(), ids(ThreadQuery.all().agent("D")), "threads of an unknown agent");
    }

    @Test
    void labelsSelectThreads() {
        labelled("t1", Map.of("tenant", "acme", "user", "alice"));
        labelled("t2", Map.of("tenant", "acme", "user", "bob"));
        labelled("t3", Map.of("tenant", "other", "user", "alice"));
        labelled("t4", Map.of("user", "acme"));
        labelled("t5", Map.of());

        assertLabelled(Set.of("t1", "t2"), ThreadQuery.all().label("tenant", "acme"));
        assertLabelled(Set.of("t1"), ThreadQuery.all().label("tenant", "acme").label("user", "alice"));
        assertLabelled(Set.of(), ThreadQuery.all().label("tenant", "alice"));
        assertLabelled(Set.of(), ThreadQuery.all().label("Tenant", "acme"));
        assertLabelled(Set.of(), ThreadQuery.all().label("tenant", "ACME"));
        assertLabelled(Set.of(), ThreadQuery.all().label("tenant", "acm%"));
    }

    @Test
    void filtersCombine() {
        for (Phase phase : List.of(Phase.WAITING, Phase.STOPPED)) {
            for (String agent : List.of("A", "B")) {
                for (String tenant : List.of("x", "y")) {
                    store().append(Append.of(
                                    phase + agent + tenant,
                                    0,
                                    started(agent, Start.of("hello").label("tenant", tenant)))
                            .with(Standing.of(phase)));
                }
            }
        }

        assertEquals(
                List.of("WAITINGBy"),
                ids(ThreadQuery.all().phase(Phase.WAITING).agent("B").label("tenant", "y")),
                "a thread must match the phase, the agent and the label");
    }

    @Test
    void sinceSelectsOlderPhases() throws Exception {
        start("t1");
        advanceClock();
        Instant middle = now();
        advanceClock();
        start("t2");

        assertEquals(
                List.of("t1"),
                ids(ThreadQuery.all().sinceBefore(middle)),
                "sinceBefore must select the threads whose phase began before");
    }

    // Counts

    @Test
    void countIsBounded() {
        for (int i = 0; i < 7; i++) {
            start("t" + i, Standing.of(i < 5 ? Phase.WAITING : Phase.FINISHED));
        }
        ThreadQuery waiting = ThreadQuery.all().phase(Phase.WAITING);

        assertEquals(5, index().count(waiting, 100), "count must return the number of selected threads");
        assertEquals(3, index().count(waiting, 3), "count must not exceed its bound");
        assertEquals(5, index().count(waiting, 5), "count must return the bound if there are as many threads");
        assertEquals(7, index().count(ThreadQuery.all(), 100), "count without filters must count all threads");
        assertEquals(0, index().count(waiting.agent("unknown"), 100), "count must apply the filter");
    }

    @Test
    void countIgnoresPages() {
        for (int i = 0; i < 5; i++) {
            start("t" + i);
        }
        String cursor = index().threads(ThreadQuery.all().limit(2)).next().orElseThrow();

        assertEquals(
                5,
                index().count(ThreadQuery.all().limit(2).after(cursor), 100),
                "count must ignore the cursor and the page size");
    }

    // Retention

    @Test
    void deletedThreadLeavesIndex() {
        labelled("t1", Map.of("tenant", "acme"));
        store().delete("t1");

        assertEquals(Optional.empty(), index().entry("t1"), "entry must be empty for a deleted thread");
        assertEquals(List.of(), ids(ThreadQuery.all()), "a deleted thread must not be listed");
        assertLabelled(Set.of(), ThreadQuery.all().label("tenant", "acme"));
    }

    @Test
    void labelsOfDeletedThreadDoNotReturn() {
        labelled("t1", Map.of("tenant", "acme"));
        store().delete("t1");
        start("t1");

        assertEquals(Map.of(), entry("t1").labels(), "a new thread must not have labels of a deleted one");
        assertLabelled(Set.of(), ThreadQuery.all().label("tenant", "acme"));
    }

    @Test
    void erasedThreadIsListedWithoutContent() {
        store().append(Append.of("t1", 0, started("A", Start.of("hello").label("user", "alice")), message("a"))
                .with(due(Phase.WAITING, now().plus(Duration.ofDays(1)))));
        store().erase("t1");

        ThreadEntry entry = entry("t1");
        assertTrue(entry.erased(), "the entry of an erased thread must be marked as erased");
        assertEquals(Standing.of(Phase.STOPPED), entry.standing(), "an erased thread must be stopped and never be due");
        assertEquals(Map.of(), entry.labels(), "an erased thread must not have labels");
        assertEquals(2, entry.size(), "an erased thread must keep the number of its events");
        assertEquals(List.of("t1"), ids(ThreadQuery.all().agent("A")), "an erased thread must be listed by its agent");
        assertLabelled(Set.of(), ThreadQuery.all().label("user", "alice"));
        assertEquals(List.of("t1"), ids(ThreadQuery.all().phase(Phase.STOPPED)), "an erased thread must be listed");
        assertEquals(List.of(), ids(ThreadQuery.all().phase(Phase.WAITING)), "an erased thread must leave its phase");
    }

    @Test
    void erasedThreadRemainsFinished() {
        start("t1", Standing.of(Phase.FINISHED));
        store().erase("t1");

        assertEquals(
                Phase.FINISHED, entry("t1").standing().phase(), "erase must not change the phase of a finished thread");
    }

    private void assertLabelled(Set<String> expected, ThreadQuery query) {
        assertEquals(expected, Set.copyOf(ids(query)), () -> "threads with the labels " + query.labels());
    }
}
