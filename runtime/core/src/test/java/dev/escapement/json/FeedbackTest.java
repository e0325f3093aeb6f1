package dev.escapement.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.codegen.ConstantSet;
import dev.escapement.codegen.DecodingSupport;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a model is told: each violation with its path, what was expected and what was found, in bounded space. */
class FeedbackTest {

    private static final String LONG = "_CONSTANT_WITH_A_VERY_LONG_AND_DESCRIPTIVE_NAME"; // 47 characters

    @Test
    void eachViolationHasALine() {
        assertEquals("""
                The arguments of book were rejected.
                $.a: expected an integer, found null
                $.b: expected a string, found 1""", feedback(new Violation("$.a", "an integer", "null"), new Violation("$.b", "a string", "1")));
    }

    @Test
    void aLongListOfNamesLeavesRoomForTheOneThatWasMeantAndForWhatWasFound() {
        String[] names =
                IntStream.range(0, 22).mapToObj(i -> (char) ('A' + i) + LONG).toArray(String[]::new);
        JsonCodec<String> codec = DecodingSupport.reading(in -> in.readConstant(ConstantSet.of(names)));

        String line =
                feedback(codec, '"' + "V" + LONG + "S\"").substring("The arguments of book were rejected.\n".length());

        assertEquals("$: expected one of \"A" + LONG + "\", ", line.substring(0, 71));
        String end = "\", … (did you mean \"V" + LONG + "\"?), found the string \"V" + LONG + "S\"";
        assertEquals(end, line.substring(line.length() - end.length()));
        assertTrue(line.length() < 700, line);
    }

    @Test
    void aDeepPathLosesItsMiddle() {
        String path = "$.first" + ".next".repeat(90) + ".last[7]";

        assertEquals(
                "The arguments of book were rejected.\n$.first" + ".next".repeat(22) + "…" + ".next".repeat(22)
                        + ".last[7]: expected an integer, found null",
                feedback(new Violation(path, "an integer", "null")));
    }

    @Test
    void noPartPushesAnotherOut() {
        String path = "$" + "[\"" + "n".repeat(59) + "…\"]";
        Violation violation = new Violation(path.repeat(100), "e".repeat(5_000), "f".repeat(5_000));

        String line = feedback(violation);

        assertTrue(line.contains(": expected eee") && line.contains("e…, found fff") && line.endsWith("f…"), line);
        assertTrue(line.length() < 1_300, line);
    }

    @Test
    void whatIsNotShownIsMentioned() {
        String feedback = feedback(Collections.nCopies(100, new Violation("$.a", "x".repeat(100), "null"))
                .toArray(Violation[]::new));

        assertTrue(feedback.length() <= 2_000, feedback);
        assertTrue(feedback.endsWith("found null\n… and more"), feedback);
    }

    private static String feedback(JsonCodec<?> codec, String text) {
        return ((Decoded.Rejected<?>) codec.decode(text)).feedback("book");
    }

    private static String feedback(Violation... violations) {
        return new Decoded.Rejected<>(List.of(violations)).feedback("book");
    }
}
