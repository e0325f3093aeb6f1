package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentThreadTest {

    private static final Event STARTED = new Event.Started(Instant.EPOCH, "Desk", "hello");
    private static final Event STOPPED = new Event.Stopped(Instant.EPOCH, "", StopCause.CANCELLED, "x");

    @Test
    void hasAnId() {
        assertThrows(IllegalArgumentException.class, () -> new AgentThread("", List.of(STARTED)));
    }

    @Test
    void beginsWithItsStart() {
        assertThrows(IllegalArgumentException.class, () -> new AgentThread("t1", List.of(STOPPED)));
    }

    @Test
    void isNotEmpty() {
        assertThrows(IllegalArgumentException.class, () -> new AgentThread("t1", List.of()));
    }

    @Test
    void growsByACopy() {
        AgentThread thread = new AgentThread("t1", List.of(STARTED));

        thread.with(STOPPED);

        assertEquals(List.of(STARTED), thread.events());
    }

    /** A store appends the event that the recorder has appended to the same version. */
    @Test
    void sameEventLeadsToTheSameVersion() {
        AgentThread thread = new AgentThread("t1", List.of(STARTED));

        assertSame(thread.with(STOPPED), thread.with(STOPPED));
    }

    @Test
    void otherEventLeadsToABranch() {
        AgentThread thread = new AgentThread("t1", List.of(STARTED));
        AgentThread stopped = thread.with(STOPPED);
        AgentThread asked = thread.with(new Event.PersonAsked(Instant.EPOCH, "Why?"));

        assertEquals(2, stopped.events().size());
        assertTrue(stopped.hasEnded());
        assertFalse(asked.hasEnded());
    }

    @Test
    void theLastEventIsTheNewest() {
        assertEquals(STOPPED, new AgentThread("t1", List.of(STARTED, STOPPED)).last());
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<Event> events = new ArrayList<>(List.of(STARTED));
        AgentThread thread = new AgentThread("t1", events);

        events.add(STOPPED);

        assertEquals(List.of(STARTED), thread.events());
    }
}
