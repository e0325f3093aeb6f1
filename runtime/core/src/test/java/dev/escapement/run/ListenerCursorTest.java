package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the versions of a thread that a listener receives. */
class ListenerCursorTest {

    private static final int PARTS = 16;
    private static final int APPENDS = 100;

    private final List<AgentThread> heard = new ArrayList<>();

    private static Event message(int number) {
        return new Event.MessageReceived(Instant.EPOCH, "message " + number);
    }

    private ListenerCursor cursor(int known) {
        ListenerCursor cursor = new ListenerCursors((thread, event) -> {
                    assertEquals(event, thread.last());
                    heard.add(thread);
                })
                .open("t1");
        cursor.from(known);
        return cursor;
    }

    private static AgentThread thread(int messages) {
        AgentThread thread = StoreSamples.thread(StoreSamples.STARTED).orElseThrow();
        for (int i = 1; i <= messages; i++) {
            thread = thread.with(message(i));
        }
        return thread;
    }

    @Test
    void eventsOfOneAppendHaveTheirVersions() {
        AgentThread thread = thread(4);

        cursor(2).advanceTo(thread);

        assertEquals(versions(thread.events(), 3), heard);
    }

    @Test
    void loadedThreadContinuesTheVersions() {
        List<Event> stored = List.copyOf(thread(4).events());
        ListenerCursor cursor = cursor(1);
        cursor.advanceTo(thread(1));

        cursor.advanceTo(new AgentThread("t1", stored));

        assertEquals(versions(stored, 2), heard);
    }

    @Test
    void eventThatWasNotStoredIsNotInLaterVersions() {
        AgentThread stored = thread(4);
        ListenerCursor cursor = cursor(2);
        cursor.advanceTo(thread(1).with(message(9)));

        cursor.advanceTo(stored);

        assertEquals(versions(stored.events(), 4), heard.subList(1, heard.size()));
    }

    /** Returns the versions of a thread from a number of events to all of them. */
    private static List<AgentThread> versions(List<Event> events, int first) {
        return IntStream.rangeClosed(first, events.size())
                .mapToObj(size -> new AgentThread("t1", events.subList(0, size)))
                .toList();
    }

    /** A version that is computed from all earlier events allocates more memory in a longer thread. */
    @Test
    void notificationOfALongThreadCostsAsMuchAsOfAShortOne() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ListenerCursor cursor = new ListenerCursors((thread, event) -> {}).open("t1");
        AgentThread thread = thread(0);
        cursor.from(1);
        List<Long> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < APPENDS; i++) {
                thread = thread.with(message(i)).with(message(i)).with(message(i));
                cursor.advanceTo(thread);
            }
            parts.add(threads.getCurrentThreadAllocatedBytes() - before);
        }
        List<Long> later = parts.subList(1, PARTS); // the first one loads classes
        assertTrue(
                later.stream().allMatch(bytes -> bytes < 3 * later.get(0)),
                () -> "bytes of " + APPENDS + " notifications each: " + parts);
    }
}
