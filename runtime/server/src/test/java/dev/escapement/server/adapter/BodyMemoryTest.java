package dev.escapement.server.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {
    private final BodyMemory memory = new BodyMemory(100);

    @Test
    void bodiesTogetherAreLimited() {
        try (BodyMemory.Share one = memory.share();
                BodyMemory.Share other = memory.share()) {
            one.add(60);

            ProblemException refusal = assertThrows(ProblemException.class, () -> other.add(60));
            assertEquals(ProblemType.UNAVAILABLE, refusal.problem().kind());
        }
    }

    @Test
    void closedShareReturnsItsMemory() {
        BodyMemory.Share share = memory.share();
        share.add(60);
        assertThrows(ProblemException.class, () -> share.add(60));

        share.close();

        assertEquals(0, memory.used());
    }
}
