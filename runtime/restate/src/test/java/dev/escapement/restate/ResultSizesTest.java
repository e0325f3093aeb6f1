package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.AdvanceBody;
import dev.escapement.run.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests the division of results that Restate refuses. */
class ResultSizesTest {

    private final ResultSizes sizes = new ResultSizes(3_100, 3_000);

    /** Returns a result with equal events. */
    private static AdvanceBody result(int events, int bytes) {
        JsonText event = new JsonText("\"" + "x".repeat(bytes) + "\"");
        return AdvanceBodies.events(Instant.EPOCH, Collections.nCopies(events, event), Standing.RUNNABLE);
    }

    @Test
    void firstEventsOfALargeResultFit() {
        AdvanceBody result = result(3, 1_200);

        assertFalse(sizes.fits(result));
        assertEquals(2, sizes.count(result));
        assertTrue(sizes.fits(result.part(2)));
    }

    @Test
    void singleEventIsNotDivided() {
        assertEquals(0, sizes.count(result(1, 3_200)));
    }

    @Test
    void partsContainAllEvents() {
        AdvanceBody result = result(7, 1_200);
        ResultDivision division = new ResultDivision(sizes);
        List<Optional<AdvanceBody>> stored = new ArrayList<>();
        Optional<AdvanceBody> next = Optional.of(result);
        while (next.isPresent()) {
            stored.add(division.first(next.get()));
            next = division.remainder();
        }
        List<AdvanceBody> bodies = stored.stream().map(Optional::orElseThrow).toList();

        assertEquals(
                List.of(2, 2, 2, 1),
                bodies.stream().map(body -> body.events().size()).toList());
        assertTrue(bodies.stream().allMatch(sizes::fits));
        assertEquals(result.remainder(6), bodies.get(3));
    }

    @Test
    void largeSingleEventIsRefused() {
        ResultDivision division = new ResultDivision(sizes);

        assertEquals(Optional.empty(), division.first(result(2, 3_200)));
        assertEquals(Optional.empty(), division.remainder());
    }
}
