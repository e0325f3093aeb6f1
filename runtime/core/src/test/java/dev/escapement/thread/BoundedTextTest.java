package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Message;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the maximum length of a text in the rendering. */
class BoundedTextTest {

    private static final Instant AT = Instant.EPOCH;
    private static final String LONG = "a".repeat(1_000_000);

    /** Case H4. */
    @Test
    void longResultKeepsItsBeginningAndItsEnd() {
        Event result = new Event.StepReturned(AT, "c1", '"' + "a".repeat(600_000) + "b".repeat(400_000) + '"');

        assertEquals(
                "a".repeat(40_000) + "\n<notice>Shortened. Characters shown: 50000 of 1000000</notice>\n"
                        + "b".repeat(10_000),
                shown(result));
    }

    @ParameterizedTest
    @CsvSource({"0, 50000", "1, 1", "10, 10", "70000, 70000", "1000000, 0", "2000000, 0"})
    void maximumLengthOfTheStepIsUsed(int maxLength, int shown) {
        String text = shown(new Event.StepReturned(AT, "c1", '"' + LONG + '"', maxLength, Duration.ZERO, List.of()));

        assertEquals(
                shown == 0 ? LONG : shown + " of 1000000",
                shown == 0 ? text : text.replaceAll("(?s).*: (\\d+ of \\d+)</notice>.*", "$1"));
        assertEquals(
                shown == 0 ? 1_000_000 : shown,
                text.replaceAll("<notice>.*</notice>|\n", "").length());
    }

    @Test
    void resultOfTheMaximumLengthIsWhole() {
        String text = "a".repeat(Rendering.MAX_LENGTH);

        assertEquals(text, shown(new Event.StepReturned(AT, "c1", '"' + text + '"')));
    }

    static Stream<Event> longTexts() {
        return Stream.of(
                new Event.StepReturned(AT, "c1", '"' + LONG + '"'),
                new Event.ReplyReceived(AT, "c1", '"' + LONG + '"', true, List.of()),
                new Event.Finished(AT, "c1", '"' + LONG + '"'),
                new AnsweredByPerson(AT, "c1", "alice", new Answer.Returned('"' + LONG + '"'), ""),
                new AnsweredByPerson(AT, "c1", "alice", new Answer.Failed(LONG), ""),
                new Event.StepFailed(AT, "c1", LONG, true),
                new Event.StepFailed(AT, "c1", LONG, false),
                new Event.CallRejected(AT, "c1", LONG),
                new Event.GateDenied(AT, "c1", LONG),
                new Event.GateFailed(AT, "c1", LONG),
                new Event.Refused(AT, "c1", "bob", LONG),
                new Event.TextRejected(AT, LONG),
                new Event.ContextFetched(AT, "account", '"' + LONG + '"', Duration.ZERO),
                new Event.ContextFailed(AT, "account", LONG, true),
                new Event.ContextFailed(AT, "account", LONG, false));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void longTextIsCutAtTheDefault(Event event) {
        String shown = shown(event);

        assertTrue(shown.length() < Rendering.MAX_LENGTH + 200, () -> shown.length() + " characters");
        assertTrue(shown.length() > Rendering.MAX_LENGTH - 200, () -> shown.length() + " characters");
        assertTrue(shown.contains("<notice>" + Rendering.SHORTENED + "50000 of 10000"), shown);
        assertEquals(count(shown, "<notice>"), count(shown, "</notice>"));
    }

    @Test
    void longEditedArgumentsAreCut() {
        String shown = shown(
                new Event.Approved(AT, "c1", "alice", "ab12", Optional.of(LONG)),
                new Event.StepReturned(AT, "c1", "1"));

        assertTrue(shown.length() < Rendering.MAX_LENGTH + 200, () -> shown.length() + " characters");
        assertTrue(shown.endsWith("<notice>Shortened. Characters shown: 50000 of 1000000</notice>\n1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 9, 10, 11, 14, 15, 16})
    void surrogatePairIsNotSplit(int maxLength) {
        for (String text : List.of("😀".repeat(50), "a" + "😀".repeat(50))) {
            String cut = BoundedText.verbatim(text, maxLength);

            assertFalse(cut.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff), cut);
            String shown = cut.replaceAll("\n?<notice>.*</notice>\n?", "");
            assertTrue(shown.length() <= maxLength && shown.length() >= maxLength - 2, cut);
            assertTrue(cut.contains(": " + shown.length() + " of " + text.length()), cut);
        }
    }

    @Test
    void tagAtTheCutIsEscaped() {
        String text = "a".repeat(38) + "<notice>" + "a".repeat(46) + "<notice>b";

        assertEquals(
                "a".repeat(38) + "<n\n" + BoundedText.remark(50, text.length()) + "\n" + "a&lt;notice>b",
                BoundedText.verbatim(text, 50));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 6, 7, 8, 9, 10, 20, 25, 26, 33, 34, 35, 36, 38, 39, 40, 41, 42, 60})
    void shortenedTextHasWholeTagsOnly(int maxLength) {
        String rendered = "ab < c\n" + Rendering.notice("& cut here") + "\n&lt;notice>" + "x".repeat(200);
        String shown = BoundedText.shortened(rendered, maxLength);
        String kept = shown.replaceAll("\n?<notice>Shortened[^<]*</notice>$", "");

        assertTrue(rendered.startsWith(kept), shown);
        assertEquals(count(shown, "<notice>"), count(shown, "</notice>"), shown);
        assertFalse(kept.matches("(?s).*(</?\\w*|&\\w*)"), shown);
        assertTrue(kept.length() <= maxLength, shown);
    }

    @Test
    void personsTextIsNotCut() {
        assertEquals(LONG, shown(new Event.MessageReceived(AT, LONG)));
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    /** Returns the last message of a thread with a call {@code c1} and further events. */
    private static String shown(Event... more) {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "hello")))
                .with(new Event.ModelReplied(AT, "", List.of(new Call("c1", "pay", "{}")), Usage.NONE));
        for (Event event : more) {
            thread = thread.with(event);
        }
        List<Message> messages = Rendering.messages(thread, false);
        Message last = messages.get(messages.size() - 1);
        return last instanceof Message.User user ? user.text() : ((Message.ToolAnswer) last).text();
    }
}
