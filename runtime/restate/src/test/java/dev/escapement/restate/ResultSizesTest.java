package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.AdvanceBody;
import dev.escapement.restate.wire.AdvanceBodyCodec;
import dev.escapement.run.Standing;
import dev.restate.common.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the division of results that Restate refuses. */
class ResultSizesTest {

    private final ResultSizes sizes = new ResultSizes(3_100, 3_000);

    /** Returns a result with equal events. */
    private static AdvanceBody result(int events, int bytes) {
        JsonText event = new JsonText("\"" + "x".repeat(bytes) + "\"");
        return AdvanceBodies.events(Instant.EPOCH, Collections.nCopies(events, event), Standing.RUNNABLE);
    }

    private static EncodedResult<AdvanceBody> encoded(AdvanceBody result) {
        return EncodedResult.of(AdvanceBodyCodec.INSTANCE, result);
    }

    /** Returns a result whose characters have up to four bytes. */
    private static AdvanceBody text(String text) {
        return AdvanceBodies.events(
                Instant.EPOCH,
                List.of(new JsonText("\"" + text + "\""), new JsonText("\"the second event\"")),
                Standing.RUNNABLE);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void limitIncludesResultsOfItsSize(int difference, boolean fits) {
        AdvanceBody result = text("é€\uD83D\uDE00".repeat(100));
        int size = AdvanceBodyCodec.INSTANCE.encode(result).getBytes(StandardCharsets.UTF_8).length;
        ResultSizes limit = new ResultSizes(size + difference, size);

        assertEquals(fits, limit.fits(encoded(result)));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 2", "1, 2"})
    void resultAboveTheLimitIsDivided(int difference, int events) {
        AdvanceBody result = text("é€\uD83D\uDE00".repeat(100));
        int size = encoded(result).size();
        ResultDivision division = new ResultDivision(new ResultSizes(size + difference, size));
        AdvanceBody first = division.first(result).orElseThrow().value();

        assertEquals(events, first.events().size());
    }

    @Test
    void requiredResultMayHaveTheMaximumSize() {
        EncodedResult<AdvanceBody> result = encoded(text("é"));

        assertSame(result, new ResultSizes(result.size(), 0).require(result));
    }

    @Test
    void requiredResultAboveTheLimitIsRefused() {
        EncodedResult<AdvanceBody> result = encoded(text("é"));
        ResultSizes limit = new ResultSizes(result.size() - 1, 0);

        assertThrows(IllegalStateException.class, () -> limit.require(result));
    }

    @Test
    void storedFormIsComparedByItsBytes() {
        EncodedResult<AdvanceBody> result = encoded(text("é"));
        Slice copy = Slice.wrap(AdvanceBodyCodec.INSTANCE.encode(text("é")));

        assertTrue(result.isStoredAs(copy));
        assertFalse(result.isStoredAs(encoded(text("e")).json()));
    }

    @Test
    void firstEventsOfALargeResultFit() {
        AdvanceBody result = result(3, 1_200);

        assertFalse(sizes.fits(encoded(result)));
        assertEquals(2, sizes.count(result));
        assertTrue(sizes.fits(encoded(result.part(2))));
    }

    @Test
    void singleEventIsNotDivided() {
        assertEquals(0, sizes.count(result(1, 3_200)));
    }

    @Test
    void partsContainAllEvents() {
        AdvanceBody result = result(7, 1_200);
        ResultDivision division = new ResultDivision(sizes);
        List<Optional<EncodedResult<AdvanceBody>>> stored = new ArrayList<>();
        Optional<AdvanceBody> next = Optional.of(result);
        while (next.isPresent()) {
            stored.add(division.first(next.get()));
            next = division.remainder();
        }
        List<EncodedResult<AdvanceBody>> parts =
                stored.stream().map(Optional::orElseThrow).toList();
        List<AdvanceBody> bodies = parts.stream().map(EncodedResult::value).toList();

        assertEquals(
                List.of(2, 2, 2, 1),
                bodies.stream().map(body -> body.events().size()).toList());
        assertTrue(parts.stream().allMatch(sizes::fits));
        assertEquals(result.remainder(6), bodies.get(3));
    }

    @Test
    void largeSingleEventIsRefused() {
        ResultDivision division = new ResultDivision(sizes);

        assertEquals(Optional.empty(), division.first(result(2, 3_200)));
        assertEquals(Optional.empty(), division.remainder());
    }
}
