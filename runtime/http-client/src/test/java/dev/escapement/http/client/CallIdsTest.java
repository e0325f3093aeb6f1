package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Tests of the accepted formats of call ids. */
class CallIdsTest {

    private final CallIds ids = new CallIds();

    @Test
    void acceptedIdStays() {
        ids.add("a");

        assertEquals("a", ids.accepted("a"));
    }

    @Test
    void unknownIdStays() {
        assertFalse(ids.contains("a"));
        assertEquals("a", ids.accepted("a"));
    }

    @Test
    void substituteIsTheFirstUnusedCandidate() {
        ids.add("x1");
        ids.substitute("a", number -> "x" + number);
        ids.substitute("b", number -> "x" + number);

        assertTrue(ids.contains("a"));
        assertEquals("x2", ids.accepted("a"));
        assertEquals("x3", ids.accepted("b"));
    }

    @Test
    void laterSubstituteReplacesTheEarlierOne() {
        ids.substitute("a", number -> "x" + number);
        ids.substitute("a", number -> "x" + number);

        assertEquals("x2", ids.accepted("a"));
    }
}
