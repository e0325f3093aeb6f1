package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.AdvanceBody;
import dev.escapement.run.Standing;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Tests the division of results that Restate refuses. */
class ResultSizesTest {

    /** Returns a result with equal events. */
    private static AdvanceBody result(int events, int megabytes) {
        JsonText event = new JsonText("\"" + "x".repeat(megabytes << 20) + "\"");
        return AdvanceBodies.events(Instant.EPOCH, Collections.nCopies(events, event), Standing.RUNNABLE);
    }

    @Test
    void firstOutcomesOfALargeResultFit() {
        AdvanceBody result = result(3, 12);
        AdvanceBody part = ResultSizes.part(result);

        assertFalse(ResultSizes.fits(result));
        assertTrue(ResultSizes.fits(part));
        assertEquals(result.events().subList(0, 2), part.events());
    }

    @Test
    void singleOutcomeIsNotDivided() {
        AdvanceBody result = result(1, 32);

        assertEquals(result, ResultSizes.part(result));
    }
}
