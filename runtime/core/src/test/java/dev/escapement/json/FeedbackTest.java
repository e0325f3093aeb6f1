package dev.escapement.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.codegen.ConstantSet;
import dev.escapement.codegen.DecodingSupport;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.testing.GoldenMessages;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the feedback for a model: each violation with its path, expected and actual content, in bounded length. */
class FeedbackTest {

    private static final String HEADING = Feedback.rejected("book");
    private static final String LONG = "_CONSTANT_WITH_A_VERY_LONG_AND_DESCRIPTIVE_NAME"; // 47 characters

    @Test
    void eachViolationHasALine() {
        Violation first = new Violation("$.a", ViolationMessages.INTEGER, "null");
        Violation second = new Violation("$.b", ViolationMessages.STRING, "1");

        assertEquals(HEADING + "\n" + first + "\n" + second, feedback(first, second));
    }

    @Test
    void longListLeavesRoomForSuggestionAndValue() {
        String[] names =
                IntStream.range(0, 22).mapToObj(i -> (char) ('A' + i) + LONG).toArray(String[]::new);
        JsonCodec<String> codec = DecodingSupport.reading(in -> in.readConstant(ConstantSet.of(names)));

        String line = feedback(codec, '"' + "V" + LONG + "S\"").substring(HEADING.length() + 1);

        String separator = "~";
        String[] around = new Violation(
                        "$",
                        ViolationMessages.oneOf("\"A" + LONG + "\", " + separator + "\", …")
                                + ViolationMessages.meant("\"V" + LONG + "\""),
                        ViolationMessages.string("\"V" + LONG + "S\""))
                .toString()
                .split(separator);
        assertEquals(around[0], line.substring(0, around[0].length()));
        assertEquals(around[1], line.substring(line.length() - around[1].length()));
        assertTrue(line.length() < 700, line);
    }

    @Test
    void aDeepPathLosesItsMiddle() {
        String path = "$.first" + ".next".repeat(90) + ".last[7]";

        String shown = "$.first" + ".next".repeat(22) + "…" + ".next".repeat(22) + ".last[7]";
        assertEquals(
                HEADING + "\n" + new Violation(shown, "something", "null"),
                feedback(new Violation(path, "something", "null")));
    }

    @Test
    void noPartPushesAnotherOut() {
        String path = "$" + "[\"" + "n".repeat(59) + "…\"]";
        Violation violation = new Violation(path.repeat(100), "e".repeat(5_000), "f".repeat(5_000));

        String line = feedback(violation);

        assertTrue(line.contains("]: "), line);
        assertTrue(line.contains("eee") && line.contains("e…"), line);
        assertTrue(line.contains("fff") && line.endsWith("f…"), line);
        assertTrue(line.length() < 1_300, line);
    }

    @Test
    void whatIsNotShownIsMentioned() {
        String feedback = feedback(Collections.nCopies(100, new Violation("$.a", "x".repeat(100), "null"))
                .toArray(Violation[]::new));

        assertTrue(feedback.length() <= 2_000, feedback);
        assertTrue(feedback.endsWith("null\n" + Feedback.MORE), feedback);
    }

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        new GoldenMessages()
                .add("REJECTED", Feedback.REJECTED)
                .add("rejected", Feedback.rejected("‹tool›"))
                .add("MORE", Feedback.MORE)
                .add("violation", new Violation("$.a", "‹expected›", "‹found›").toString())
                .verify(FeedbackTest.class);
    }

    private static String feedback(JsonCodec<?> codec, String text) {
        return ((Decoded.Rejected<?>) codec.decode(text)).feedback("book");
    }

    private static String feedback(Violation... violations) {
        return new Decoded.Rejected<>(List.of(violations)).feedback("book");
    }
}
