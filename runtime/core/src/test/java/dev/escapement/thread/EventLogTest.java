package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void appendingToTheNewestVersionSharesTheLog() {
        EventLog one = EventLog.empty().with(0, message("a"));

        assertSame(one, one.with(1, message("b")));
    }

    @Test
    void olderVersionsDoNotChange() {
        EventLog log = EventLog.empty().with(0, message("a"));
        List<Event> before = log.events(1);
        log.with(1, message("b"));

        assertEquals(List.of(message("a")), before);
    }

    @Test
    void appendingToAnOlderVersionStartsAnIndependentBranch() {
        EventLog log = EventLog.empty().with(0, message("a")).with(1, message("b"));
        EventLog branch = log.with(1, message("c"));

        assertNotSame(log, branch);
        assertEquals(List.of(message("a"), message("b")), log.events(2));
        assertEquals(List.of(message("a"), message("c")), branch.events(2));
    }

    @Test
    void callsOfABranchAreUnknownToTheOther() {
        EventLog log = EventLog.empty().with(0, message("a"));
        EventLog first = log.with(1, reply("c1"));
        EventLog second = log.with(1, reply("c2"));

        assertEquals(OptionalInt.of(1), first.indexOfCall(2, "c1"));
        assertEquals(OptionalInt.empty(), first.indexOfCall(2, "c2"));
        assertEquals(OptionalInt.of(1), second.indexOfCall(2, "c2"));
        assertEquals(OptionalInt.empty(), second.indexOfCall(2, "c1"));
    }

    @Test
    void callsOfLaterVersionsAreUnknownToEarlierOnes() {
        EventLog log = EventLog.empty().with(0, message("a")).with(1, reply("c1"));

        assertEquals(OptionalInt.empty(), log.indexOfCall(1, "c1"));
    }

    @Test
    void indexBeyondAVersionIsRefused() {
        EventLog log = EventLog.empty().with(0, message("a")).with(1, message("b"));

        assertThrows(IndexOutOfBoundsException.class, () -> log.events(1).get(1));
    }

    /** Appends to random versions, and compares each version with a plain copy of its events. */
    @Test
    void randomBranchesEqualPlainLists() {
        Random random = new Random(7);
        List<EventLog> logs = new ArrayList<>(List.of(EventLog.empty()));
        List<List<Event>> copies = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < 2_000; i++) {
            int version = random.nextInt(4) == 0 ? random.nextInt(logs.size()) : logs.size() - 1;
            List<Event> longer = new ArrayList<>(copies.get(version));
            Event event = random.nextBoolean() ? message("m" + i) : reply("c" + i);
            logs.add(logs.get(version).with(longer.size(), event));
            longer.add(event);
            copies.add(longer);
        }
        for (int i = 0; i < logs.size(); i++) {
            assertEquals(copies.get(i), logs.get(i).events(copies.get(i).size()));
        }
    }

    private static Event message(String text) {
        return new Event.MessageReceived(AT, text);
    }

    private static Event reply(String callId) {
        return new Event.ModelReplied(AT, "", List.of(new Call(callId, "t", "{}")), Usage.NONE);
    }
}
