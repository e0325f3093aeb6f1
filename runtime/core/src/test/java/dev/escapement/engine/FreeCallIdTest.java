package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreeCallIdTest {

    @Test
    void freeIdIsKept() {
        assertEquals("c1", FreeCallId.of("c1", Set.of("c2")::contains));
    }

    @Test
    void takenIdGetsTheNextNumber() {
        assertEquals("c1-2", FreeCallId.of("c1", Set.of("c1")::contains));
        assertEquals("c1-3", FreeCallId.of("c1", Set.of("c1", "c1-2")::contains));
    }

    @Test
    void idsThatRepeatForeverStayUniqueWithFewLookUps() {
        Set<String> taken = new HashSet<>();
        int[] lookUps = {0};
        for (int i = 0; i < 10_000; i++) {
            assertTrue(taken.add(FreeCallId.of("call_0", id -> {
                lookUps[0]++;
                return taken.contains(id);
            })));
        }

        assertTrue(taken.contains("call_0-10000"));
        assertTrue(lookUps[0] < 10_000 * 32, () -> lookUps[0] + " look-ups");
    }
}
