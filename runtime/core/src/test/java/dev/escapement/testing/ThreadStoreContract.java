package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the contract of {@link ThreadStore}. The tests of each store extend this class. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ThreadStoreContract {

    /** The first event of a thread. */
    protected static final Event STARTED = started("hello");

    /** An event that is valid at any position except the first. */
    protected static final Event STOPPED = new Event.Stopped(Instant.EPOCH, "", StopCause.CANCELLED, "x");

    private ThreadStore store;
    private ThreadStore other;

    /**
     * Returns a store for this test, initially empty. Further calls return another store of the same threads, as in
     * another process, or the same object if the threads cannot be shared.
     */
    protected abstract ThreadStore open() throws Exception;

    @BeforeEach
    void openTwice() throws Exception {
        store = open();
        other = open();
    }

    protected static Event started(String input) {
        return new Event.Started(Instant.EPOCH, "Desk", Start.of(input), Budget.UNLIMITED);
    }

    protected static Event said(String text) {
        return new Event.MessageReceived(Instant.EPOCH, text);
    }

    protected static Optional<AgentThread> thread(String id, Event... events) {
        return Optional.of(new AgentThread(id, List.of(events)));
    }

    // Append and load

    @Test
    void aThreadThatWasNotStoredIsNotThere() {
        assertEquals(Optional.empty(), store.load("t1"));
    }

    @Test
    void theFirstEventMakesTheThread() {
        store.append(Append.of("t1", 0, STARTED));

        assertEquals(thread("t1", STARTED), store.load("t1"));
    }

    @Test
    void eventsAreKeptInOrder() {
        store.append(Append.of("t1", 0, STARTED));
        store.append(Append.of("t1", 1, said("a")));
        store.append(Append.of("t1", 2, said("b")));

        assertEquals(thread("t1", STARTED, said("a"), said("b")), store.load("t1"));
    }

    @Test
    void threadsDoNotMix() {
        store.append(Append.of("t1", 0, STARTED));
        store.append(Append.of("t2", 0, started("good-bye")));
        store.append(Append.of("t1", 1, STOPPED));

        assertEquals(thread("t2", started("good-bye")), store.load("t2"));
    }

    @Test
    void storesOfTheSameThreadsTakeTurns() {
        store.append(Append.of("t1", 0, STARTED));
        other.append(Append.of("t1", 1, said("a")));
        store.append(Append.of("t1", 2, said("b")));

        assertEquals(thread("t1", STARTED, said("a"), said("b")), other.load("t1"));
    }

    @Test
    void aThreadThatWasLoadedDoesNotGrow() {
        store.append(Append.of("t1", 0, STARTED));
        AgentThread loaded = store.load("t1").orElseThrow();

        store.append(Append.of("t1", 1, STOPPED));

        assertEquals(1, loaded.events().size());
    }

    @Test
    void aLongThreadIsKept() {
        List<Event> events = new ArrayList<>(List.of(STARTED));
        IntStream.range(0, 100).forEach(i -> events.add(said("message " + i)));
        for (int i = 0; i < events.size(); i++) {
            store.append(Append.of("t1", i, events.get(i)));
        }

        assertEquals(Optional.of(new AgentThread("t1", events)), other.load("t1"));
    }

    // Refused events

    @Test
    void anEventAtAPositionThatIsTakenIsRefused() {
        store.append(Append.of("t1", 0, STARTED));

        assertThrows(ConcurrentRunException.class, () -> store.append(Append.of("t1", 0, STARTED)));
    }

    @Test
    void anEventAtAPositionThatAnotherStoreTookIsRefused() {
        store.append(Append.of("t1", 0, STARTED));
        other.append(Append.of("t1", 1, said("a")));

        assertThrows(ConcurrentRunException.class, () -> store.append(Append.of("t1", 1, said("b"))));
    }

    @Test
    void anEventBeyondTheEndIsRefused() {
        assertThrows(ConcurrentRunException.class, () -> store.append(Append.of("t1", 1, STOPPED)));
    }

    @Test
    void anEventBeforeTheBeginningIsRefused() {
        assertThrows(ConcurrentRunException.class, () -> store.append(Append.of("t1", -1, STARTED)));
    }

    @Test
    void aRefusedEventIsNotStored() {
        store.append(Append.of("t1", 0, STARTED));

        assertThrows(ConcurrentRunException.class, () -> store.append(Append.of("t1", 5, STOPPED)));

        assertEquals(thread("t1", STARTED), store.load("t1"));
    }

    @Test
    void aRefusedEventMakesNoThread() {
        assertThrows(ConcurrentRunException.class, () -> store.append(Append.of("t1", 1, STARTED)));

        assertEquals(Optional.empty(), store.load("t1"));
    }

    @Test
    void aThreadThatDoesNotBeginWithItsStartIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> store.append(Append.of("t1", 0, STOPPED)));

        assertEquals(Optional.empty(), store.load("t1"));
    }

    @Test
    void aThreadWithoutAnIdIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> store.append(Append.of("", 0, STARTED)));

        assertEquals(Optional.empty(), store.load(""));
    }

    @Test
    void eventForAnEmptyIdIsRefusedAtEachPosition() {
        IntStream.of(-1, 0, 1)
                .forEach(position -> assertThrows(
                        IllegalArgumentException.class, () -> store.append(Append.of("", position, STARTED))));
    }

    // Arguments that are null

    @Test
    void nullIsRefusedWithTheNameOfTheParameter() {
        AgentThread known = thread("t1", STARTED).orElseThrow();
        store.append(Append.of("t1", 0, STARTED));

        assertNamed("id", () -> store.load(absent()));
        assertNamed("known", () -> store.latest(absent()));
        assertNamed("id", () -> store.append(Append.of(absent(), 1, STOPPED)));
        assertNamed("event", () -> store.append(Append.of("t1", 1, absent())));
        assertNamed(
                "known",
                () -> store.append(Append.of(ThreadStoreContract.<AgentThread>absent(), STOPPED, Standing.RUNNABLE)));
        assertNamed("event", () -> store.append(Append.of(known, absent(), Standing.RUNNABLE)));
        assertNamed("id", () -> store.lease(absent(), Duration.ofMinutes(1)));
    }

    @Test
    void nullAsAnEventStoresNothing() {
        assertNamed("event", () -> store.append(Append.of("t1", 0, absent())));
        assertEquals(Optional.empty(), store.load("t1"));

        store.append(Append.of("t1", 0, STARTED));
        assertNamed("event", () -> store.append(Append.of("t1", 1, absent())));
        assertEquals(thread("t1", STARTED), other.load("t1"));
    }

    /** Returns null, as a caller without null checks may pass it. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T absent() {
        return null;
    }

    private static void assertNamed(String parameter, Executable operation) {
        assertEquals(
                parameter, assertThrows(NullPointerException.class, operation).getMessage());
    }

    // Hostile ids and contents

    @ParameterizedTest
    @MethodSource("indexesOfHostileIds")
    void anyTextIsAnId(int index) {
        String id = HostileTexts.IDS.get(index);

        store.append(Append.of(id, 0, STARTED));
        store.append(Append.of(id, 1, STOPPED));

        assertEquals(thread(id, STARTED, STOPPED), store.load(id));
    }

    /** Returns indexes instead of the ids, which test reports cannot contain. */
    static IntStream indexesOfHostileIds() {
        return IntStream.range(0, HostileTexts.IDS.size());
    }

    @Test
    void threadsWhoseIdsAreAlikeDoNotMix() {
        List<String> ids = HostileTexts.IDS;
        for (String id : ids) {
            store.append(Append.of(id, 0, started("this is " + id)));
        }

        assertEquals(
                ids.stream().map(id -> thread(id, started("this is " + id))).toList(),
                ids.stream().map(store::load).toList());
    }

    @Test
    void anyTextCanBeInAnEvent() {
        List<Event> events = new ArrayList<>(List.of(STARTED));
        HostileTexts.CONTENTS.stream().map(ThreadStoreContract::said).forEach(events::add);
        for (int i = 0; i < events.size(); i++) {
            store.append(Append.of("t1", i, events.get(i)));
        }

        List<Event> stored = other.load("t1").orElseThrow().events();
        for (int i = 0; i < events.size(); i++) {
            int index = i;
            assertTrue(events.get(i).equals(stored.get(i)), () -> "event " + index);
        }
    }

    // Races

    @RepeatedTest(5)
    void ofTwentyThatRaceForAPositionExactlyOneWins() throws Exception {
        store.append(Append.of("t1", 0, STARTED));

        List<Boolean> won = Race.of(20, racer -> appended(racer, 1, said("racer " + racer)));

        assertEquals(1, won.stream().filter(w -> w).count());
        assertEquals(thread("t1", STARTED, said("racer " + won.indexOf(true))), store.load("t1"));
    }

    @RepeatedTest(5)
    void ofTwentyThatRaceToMakeAThreadExactlyOneWins() throws Exception {
        List<Boolean> won = Race.of(20, racer -> appended(racer, 0, started("racer " + racer)));

        assertEquals(1, won.stream().filter(w -> w).count());
        assertEquals(thread("t1", started("racer " + won.indexOf(true))), store.load("t1"));
    }

    @Test
    void nothingIsLostWhenManyTryUntilTheySucceed() throws Exception {
        store.append(Append.of("t1", 0, STARTED));

        Race.of(8, racer -> {
            for (int i = 0; i < 10; i++) {
                Event event = said(racer + "/" + i);
                while (!appended(
                        racer, storeOf(racer).load("t1").orElseThrow().events().size(), event)) {
                    Thread.onSpinWait();
                }
            }
            return true;
        });

        List<Event> events = store.load("t1").orElseThrow().events();
        assertEquals(81, events.size());
        assertEquals(81, new HashSet<>(events).size());
    }

    // Leases

    @Test
    void aLeaseIsGivenToOneOnly() {
        try (ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            assertEquals(
                    Optional.empty(), store.lease("t1", Duration.ofMinutes(1)), () -> "although there is " + lease);
        }
    }

    @Test
    void aLeaseIsGivenToOneStoreOnly() {
        try (ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            assertEquals(
                    Optional.empty(), other.lease("t1", Duration.ofMinutes(1)), () -> "although there is " + lease);
        }
    }

    @Test
    void aLeaseThatWasGivenBackIsFree() {
        store.lease("t1", Duration.ofMinutes(1)).orElseThrow().close();

        other.lease("t1", Duration.ofMinutes(1)).orElseThrow().close();
    }

    @Test
    void givingALeaseBackTwiceDoesNotTakeItFromTheNext() {
        ThreadStore.Lease first = store.lease("t1", Duration.ofMinutes(1)).orElseThrow();
        first.close();

        try (ThreadStore.Lease second = other.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            first.close();

            assertEquals(
                    Optional.empty(), store.lease("t1", Duration.ofMinutes(1)), () -> "although there is " + second);
        }
    }

    @Test
    void aLeaseThatWasNotGivenDoesNotEndTheOneThatWas() {
        try (ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            assertEquals(Optional.empty(), other.lease("t1", Duration.ofMinutes(1)));

            assertEquals(
                    Optional.empty(), other.lease("t1", Duration.ofMinutes(1)), () -> "although there is " + lease);
        }
    }

    @Test
    void leasesOfTwoThreadsAreIndependent() {
        ThreadStore.Lease one = store.lease("t1", Duration.ofMinutes(1)).orElseThrow();
        try (ThreadStore.Lease two = store.lease("t2", Duration.ofMinutes(1)).orElseThrow()) {
            one.close();

            assertEquals(Optional.empty(), store.lease("t2", Duration.ofMinutes(1)), () -> "although there is " + two);
        }
    }

    @Test
    void aLeaseMakesNoThread() {
        try (ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            assertEquals(Optional.empty(), store.load("t1"), () -> "there is only " + lease);
        }
    }

    @Test
    void whoHasNoLeaseMayAppendAndLoad() {
        try (ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            other.append(Append.of("t1", 0, STARTED));
            other.append(Append.of("t1", 1, STOPPED));

            assertEquals(thread("t1", STARTED, STOPPED), other.load("t1"), () -> "in spite of " + lease);
        }
    }

    @Test
    void appendingAndLoadingDoNotEndALease() {
        try (ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow()) {
            store.append(Append.of("t1", 0, STARTED));
            other.append(Append.of("t1", 1, STOPPED));
            assertEquals(thread("t1", STARTED, STOPPED), store.load("t1"));

            assertEquals(
                    Optional.empty(), other.lease("t1", Duration.ofMinutes(1)), () -> "although there is " + lease);
        }
    }

    @Test
    void aLeaseMayBeGivenBackByAnotherThreadOfExecution() throws Exception {
        ThreadStore.Lease lease = store.lease("t1", Duration.ofMinutes(1)).orElseThrow();
        Race.of(1, racer -> {
            lease.close();
            return true;
        });

        store.lease("t1", Duration.ofMinutes(1)).orElseThrow().close();
    }

    @RepeatedTest(5)
    void ofTwentyThatRaceForALeaseExactlyOneGetsIt() throws Exception {
        List<Optional<ThreadStore.Lease>> leases =
                Race.of(20, racer -> storeOf(racer).lease("t1", Duration.ofMinutes(1)));

        List<ThreadStore.Lease> given =
                leases.stream().flatMap(Optional::stream).toList();
        given.forEach(ThreadStore.Lease::close);
        assertEquals(1, given.size());
    }

    @Test
    void anyTextIsTheIdOfALease() {
        List<ThreadStore.Lease> leases = HostileTexts.IDS.stream()
                .map(id -> store.lease(id, Duration.ofMinutes(1)).orElseThrow())
                .toList();

        leases.forEach(ThreadStore.Lease::close);
    }

    private boolean appended(int racer, int position, Event event) {
        try {
            storeOf(racer).append(Append.of("t1", position, event));
            return true;
        } catch (ConcurrentRunException late) {
            return false;
        }
    }

    private ThreadStore storeOf(int racer) {
        return racer % 2 == 0 ? store : other;
    }
}
