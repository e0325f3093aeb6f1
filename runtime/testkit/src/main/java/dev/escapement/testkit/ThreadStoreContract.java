package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.message;
import static dev.escapement.testkit.Samples.started;
import static dev.escapement.testkit.Samples.stopped;
import static dev.escapement.testkit.Samples.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.Standing;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.escapement.run.ThreadStore}: append, batches, positions and load. {@link LeaseContract}
 * tests leases, {@link RetentionContract} deletion and erasure.
 */
public abstract class ThreadStoreContract extends StoreContract {

    /** Creates the tests. */
    protected ThreadStoreContract() {}

    // Append and load

    @Test
    void unknownThreadIsEmpty() {
        assertEquals(Optional.empty(), store().load("t1"), "load must return empty for an id that is not stored");
    }

    @Test
    void firstEventCreatesThread() {
        start("t1");

        assertStored("t1", started("hello"));
    }

    @Test
    void eventsKeepTheirOrder() {
        start("t1");
        append("t1", 1, message("a"));
        append("t1", 2, message("b"));

        assertStored("t1", started("hello"), message("a"), message("b"));
    }

    @Test
    void batchIsStoredInOrder() {
        append("t1", 0, started("hello"), message("a"), message("b"));
        append("t1", 3, message("c"), message("d"));

        assertStored("t1", started("hello"), message("a"), message("b"), message("c"), message("d"));
    }

    @Test
    void threadsDoNotMix() {
        append("t1", 0, started("hello"), message("a"));
        append("t2", 0, started("good-bye"));
        append("t1", 2, message("b"));

        assertStored("t2", started("good-bye"));
        assertStored("t1", started("hello"), message("a"), message("b"));
    }

    @Test
    void instancesSeeEventsOfEachOther() {
        start("t1");
        other().append(Append.of("t1", 1, message("a")));
        append("t1", 2, message("b"));

        assertStored("t1", started("hello"), message("a"), message("b"));
        assertEquals(
                thread("t1", started("hello"), message("a"), message("b")),
                store().load("t1"),
                "the first instance must return the event that the second one appended");
    }

    @Test
    void loadedThreadDoesNotChange() {
        start("t1");
        AgentThread loaded = store().load("t1").orElseThrow();
        List<Event> events = store().load("t1", 0);

        append("t1", 1, message("a"));

        assertEquals(1, loaded.events().size(), "a thread that was loaded must not change at a later append");
        assertEquals(1, events.size(), "a list that load(id, 0) returned must not change at a later append");
    }

    @Test
    void loadFromPositionSkipsEarlierEvents() {
        append("t1", 0, started("hello"), message("a"), message("b"));

        assertEquals(
                List.of(started("hello"), message("a"), message("b")),
                other().load("t1", 0),
                "load(id, 0) must return all events");
        assertEquals(List.of(message("b")), other().load("t1", 2), "load(id, 2) must return the third event");
        assertEquals(List.of(), other().load("t1", 3), "load(id, 3) must be empty, because there are three events");
        assertEquals(List.of(), other().load("t1", 9), "load(id, 9) must be empty, because there are three events");
    }

    @Test
    void loadFromPositionOfUnknownThreadFails() {
        assertThrows(
                UnknownThreadException.class,
                () -> store().load("t1", 0),
                "load(id, position) must throw for an id that is not stored");
    }

    @Test
    void latestAddsEventsOfOtherInstance() {
        start("t1");
        AgentThread known = store().load("t1").orElseThrow();
        other().append(Append.of("t1", 1, message("a"), message("b")));

        assertEquals(
                thread("t1", started("hello"), message("a"), message("b")),
                Optional.of(store().latest(known)),
                "latest must add the events that were appended after the known version");
    }

    // Positions

    @Test
    void takenPositionIsRefused() {
        start("t1");
        other().append(Append.of("t1", 1, message("a")));

        assertRefused("t1", 1, 2, message("b"));

        assertStored("t1", started("hello"), message("a"));
    }

    @Test
    void positionBeyondEndIsRefused() {
        start("t1");

        assertRefused("t1", 5, 1, message("a"));

        assertStored("t1", started("hello"));
    }

    @Test
    void negativePositionIsRefused() {
        start("t1");

        assertRefused("t1", -1, 1, message("a"));

        assertStored("t1", started("hello"));
    }

    @Test
    void secondStartIsRefused() {
        start("t1");

        assertRefused("t1", 0, 1, started("again"));

        assertStored("t1", started("hello"));
    }

    @Test
    void positionInUnknownThreadIsRefused() {
        assertRefused("t1", 1, 0, message("a"));

        assertEquals(Optional.empty(), other().load("t1"), "a refused append must not create a thread");
    }

    @Test
    void refusedBatchStoresNothing() {
        append("t1", 0, started("hello"), message("a"));

        assertRefused("t1", 1, 2, message("b"), message("c"), message("d"));

        assertStored("t1", started("hello"), message("a"));
        append("t1", 2, message("e"));
        assertStored("t1", started("hello"), message("a"), message("e"));
    }

    @Test
    void loadFromANegativePositionIsRefused() {
        append("t1", 0, started("hello"));

        assertThrows(
                IllegalArgumentException.class, () -> store().load("t1", -1), "load must refuse a negative position");
    }

    @Test
    void threadMustBeginWithItsStart() {
        assertThrows(
                IllegalArgumentException.class,
                () -> append("t1", 0, stopped()),
                "append must refuse a first event other than started");
        assertThrows(
                IllegalArgumentException.class,
                () -> append("t1", 0, message("a"), started("hello")),
                "append must refuse a first event other than started");

        assertEquals(Optional.empty(), other().load("t1"), "a refused append must not create a thread");
    }

    @Test
    void appendWithoutEventsChangesNoEvent() {
        start("t1");

        store().append(Append.of("t1", 1).with(Standing.of(Standing.Phase.WAITING)));

        assertStored("t1", started("hello"));
    }

    @Test
    void appendWithoutEventsChecksPosition() {
        append("t1", 0, started("hello"), message("a"));

        assertRefused("t1", 1, 2);
    }

    @Test
    void appendWithoutEventsRequiresThread() {
        assertThrows(
                UnknownThreadException.class,
                () -> append("t1", 0),
                "append without events must throw for an id that is not stored");

        assertEquals(Optional.empty(), other().load("t1"), "a refused append must not create a thread");
    }

    // Contents

    @Test
    void hostileIdsIdentifyThreads() {
        List<String> ids = HostileStrings.ALL;
        for (String id : ids) {
            append(id, 0, started("this is " + id), message(id));
        }

        for (String id : ids) {
            assertTrue(
                    thread(id, started("this is " + id), message(id)).equals(other().load(id)),
                    () -> "the thread with the id " + HostileStrings.printable(id) + " must be stored unchanged");
        }
    }

    @Test
    void hostileTextsSurvive() {
        List<Event> events = new ArrayList<>(List.of(started("hello")));
        HostileStrings.ALL.stream().map(Samples::message).forEach(events::add);
        store().append(new Append("t1", 0, events, Optional.empty(), Standing.RUNNABLE));

        assertSame(events, other().load("t1", 0));
    }

    @Test
    void bigEventSurvives() {
        append("t1", 0, started("hello"), message("x".repeat(3_000_000)), message("東😀".repeat(200_000)));

        assertSame(
                List.of(started("hello"), message("x".repeat(3_000_000)), message("東😀".repeat(200_000))),
                other().load("t1").orElseThrow().events());
    }

    @Test
    void longThreadSurvives() {
        List<Event> events = new ArrayList<>(List.of(started("hello")));
        start("t1");
        for (int i = 0; i < 200; i++) {
            events.add(message("message " + i));
            store(i).append(Append.of("t1", i + 1, message("message " + i)));
        }

        assertSame(events, other().load("t1").orElseThrow().events());
    }

    @Test
    void everyKindOfEventSurvives() {
        List<Event> events = EverySample.events();
        store().append(new Append("t1", 0, events, Optional.empty(), Standing.RUNNABLE));

        assertSame(events, other().load("t1").orElseThrow().events());
    }

    @Test
    void labelsOfStartSurvive() {
        Start start = Start.of("hello").label("tenant", "acme").label("Straße", "東京 '😀'");
        append("t1", 0, started(Samples.AGENT, start));

        assertStored("t1", started(Samples.AGENT, start));
    }

    // Arguments

    @Test
    void nullIsRefusedByName() {
        start("t1");

        NullArguments.assertNamed("id", () -> store().load(NullArguments.absent()));
        NullArguments.assertNamed("id", () -> store().load(NullArguments.absent(), 0));
        NullArguments.assertNamed("known", () -> store().latest(NullArguments.absent()));
        NullArguments.assertNamed("append", () -> store().append(NullArguments.absent()));
        NullArguments.assertNamed("id", () -> store().lease(NullArguments.absent(), LONG));
        NullArguments.assertNamed("time", () -> store().lease("t1", NullArguments.absent()));
        NullArguments.assertNamed("id", () -> store().delete(NullArguments.absent()));
        NullArguments.assertNamed("id", () -> store().erase(NullArguments.absent()));
    }

    private void assertRefused(String id, int position, int size, Event... events) {
        ConcurrentRunException refusal = assertThrows(
                ConcurrentRunException.class,
                () -> append(id, position, events),
                () -> "append at position " + position + " must be refused, because the thread has " + size
                        + " events");
        assertEquals(id, refusal.threadId(), "the exception must have the id of the thread");
        assertEquals(position, refusal.position(), "the exception must have the position of the request");
        assertEquals(size, refusal.size(), "the exception must have the actual number of events");
    }

    private void assertStored(String id, Event... events) {
        assertEquals(
                thread(id, events),
                other().load(id),
                "another instance must load exactly the appended events, in order");
    }

    /** Compares events one by one, because the texts of all would be too long for a message. */
    private static void assertSame(List<Event> expected, List<Event> stored) {
        for (int i = 0; i < Math.min(expected.size(), stored.size()); i++) {
            int index = i;
            assertTrue(
                    expected.get(i).equals(stored.get(i)),
                    () -> "event " + index + " must be stored unchanged: "
                            + HostileStrings.printable(Event.CODEC.encode(expected.get(index))));
        }
        assertEquals(expected.size(), stored.size(), "the number of stored events");
    }
}
