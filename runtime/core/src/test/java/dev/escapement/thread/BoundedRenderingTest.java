package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Message;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the parts that a limited rendering shortens and omits. {@link BoundedRenderingPropertyTest} covers the rest. */
class BoundedRenderingTest {

    private static final Instant AT = Instant.EPOCH;
    private static final Message HELLO = new Message.User("hello");

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 99})
    void tooLowALimitIsRejected(int tokens) {
        assertEquals(
                "tokens must be 100 or more, not " + tokens,
                assertThrows(IllegalArgumentException.class, () -> Rendering.within(tokens))
                        .getMessage());
    }

    @Test
    void lowestAndHighestLimitsAreAccepted() {
        for (int tokens : List.of(100, Integer.MAX_VALUE)) {
            assertEquals(List.of(HELLO), Rendering.within(tokens).messages(thread(), false));
        }
    }

    @Test
    void messagesThatFitAreUnchanged() {
        AgentThread thread = thread(reply(1), result(1, 3_000), new Event.MessageReceived(AT, "and?"));

        assertEquals(Rendering.messages(thread, true), Rendering.within(1_000).messages(thread, true));
    }

    @Test
    void oldestResultsAreShortenedFirst() {
        AgentThread thread = thread(reply(1), result(1, 1_200), reply(2), result(2, 1_200), reply(3), result(3, 1_200));

        assertEquals(
                List.of(
                        "b".repeat(200) + "\n<notice>Shortened. Characters shown: 200 of 1200</notice>",
                        "c".repeat(200) + "\n<notice>Shortened. Characters shown: 200 of 1200</notice>",
                        "d".repeat(1_200)),
                answers(Rendering.within(900).messages(thread, false)));
    }

    @Test
    void shorteningEndsAtHalfOfTheLimit() {
        AgentThread thread = thread(reply(1), result(1, 3_200), reply(2), result(2, 800), reply(3), result(3, 800));

        assertEquals(
                List.of(271, 800, 800),
                answers(Rendering.within(1_200).messages(thread, false)).stream()
                        .map(answer -> answer.replaceAll("<.*", "x".repeat(70)).length())
                        .toList());
    }

    @Test
    void oldestExchangesAreOmittedWhole() {
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            events.add(reply(i));
            events.add(result(i, 200));
        }
        AgentThread thread = thread(events.toArray(Event[]::new));
        List<Message> messages = Rendering.within(600).messages(thread, false);

        assertEquals(HELLO, messages.get(0));
        assertEquals(new Message.User("<notice>Earlier messages left out: 10</notice>"), messages.get(1));
        List<Message> all = Rendering.messages(thread, false);
        assertEquals(all.subList(11, all.size()), messages.subList(2, messages.size()));
    }

    @Test
    void newestExchangeIsKeptAndItsResultsFit() {
        AgentThread thread = thread(
                reply(1),
                result(1, 200),
                new Event.ModelReplied(AT, "", List.of(call("c2"), call("c3"), call("c4")), Usage.NONE),
                result(2, 30_000),
                result(3, 100),
                result(4, 20_000));
        List<Message> messages = Rendering.within(2_000).messages(thread, false);
        List<String> answers = answers(messages);

        assertEquals(3, answers.size());
        assertEquals("d".repeat(100), answers.get(1));
        assertTrue(answers.get(0).endsWith(" of 30000</notice>"));
        assertEquals(answers.get(0).indexOf('\n'), answers.get(2).indexOf('\n'));
        assertTrue(tokens(messages) > 1_800 && tokens(messages) <= 2_000, () -> tokens(messages) + " tokens");
    }

    @Test
    void inputContextAndNewMessagesAreKept() {
        AgentThread thread = thread(
                new Event.ContextFetched(AT, "account", '"' + "v".repeat(1_000) + '"', Duration.ZERO),
                reply(1),
                result(1, 2_000),
                reply(2),
                result(2, 40),
                new Event.MessageReceived(AT, "m".repeat(2_000)));
        List<Message> all = Rendering.messages(thread, false);

        assertEquals(
                List.of(
                        HELLO,
                        new Message.User("<notice>Earlier messages left out: 2</notice>"),
                        all.get(1),
                        all.get(4),
                        all.get(5),
                        all.get(6)),
                Rendering.within(400).messages(thread, false));
    }

    @Test
    void lastSentenceDoesNotChangeTheReduction() {
        AgentThread thread = thread(reply(1), result(1, 8_000), reply(2), result(2, 400));
        List<Message> messages = new ArrayList<>(Rendering.within(1_000).messages(thread, false));
        messages.add(new Message.User(Rendering.notice(Rendering.LAST_REQUEST)));

        assertEquals(messages, Rendering.within(1_000).messages(thread, true));
    }

    @Test
    void providerStateCounts() {
        Event thinking = new Event.ModelReplied(
                AT,
                "hm",
                List.of(),
                Usage.NONE,
                StopReason.COMPLETE,
                ReplyProvenance.UNKNOWN,
                Optional.of(new ProviderState("p.messages", "x".repeat(8_000))),
                0,
                Duration.ZERO);
        AgentThread thread = thread(thinking, new Event.TextRejected(AT, "call"), reply(2), result(2, 40));

        assertEquals(
                new Message.User(Rendering.notice(Rendering.LEFT_OUT + 1)),
                Rendering.within(1_000).messages(thread, false).get(1));
        assertEquals(Rendering.messages(thread, false), Rendering.within(3_000).messages(thread, false));
    }

    @Test
    void compactionReplacesWhatPrecedesIt() {
        AgentThread thread = thread(
                new Event.ContextFetched(AT, "account", "1", Duration.ZERO),
                reply(1),
                result(1, 40),
                new Event.MessageReceived(AT, "and?"),
                reply(2, "summarize"),
                result(2, 40),
                reply(3),
                result(3, 40));
        List<Message> all = Rendering.messages(thread, false);

        assertEquals(
                List.of(
                        HELLO,
                        new Message.User("<notice>Earlier messages left out: 3</notice>"),
                        all.get(1),
                        all.get(5),
                        all.get(6),
                        all.get(7),
                        all.get(8)),
                Rendering.within(1_000).compactedBy("summarize").messages(thread, false));
    }

    @Test
    void onlyTheNewestCompactionIsKept() {
        AgentThread thread = thread(
                reply(1, "summarize"),
                result(1, 3_000),
                reply(2),
                result(2, 40),
                reply(3, "summarize"),
                result(3, 2_000));
        List<Message> messages = Rendering.within(600).compactedBy("summarize").messages(thread, false);

        assertEquals(List.of("d".repeat(2_000)), answers(messages));
        assertEquals(4, messages.size());
    }

    @Test
    void failedCompactionReplacesNothing() {
        AgentThread thread = thread(
                reply(1), result(1, 40), reply(2, "summarize"), new Event.StepFailed(AT, "c2", "too long", true));

        assertEquals(
                Rendering.messages(thread, false),
                Rendering.within(1_000).compactedBy("summarize").messages(thread, false));
    }

    @Test
    void compactionThatAStepSelectedCounts() {
        AgentThread thread = thread(
                reply(1),
                result(1, 40),
                reply(2),
                new Event.CallSelected(AT, "c2", new Call("c2-2", "summarize", "{}")),
                new Event.StepReturned(AT, "c2-2", "\"summary\""));

        assertEquals(
                List.of("<notice>summarize {}</notice>\nsummary"),
                answers(Rendering.within(1_000).compactedBy("summarize").messages(thread, false)));
    }

    @Test
    void compactionOfAnotherToolReplacesNothing() {
        AgentThread thread = thread(
                reply(1),
                result(1, 40),
                reply(2, "summarize"),
                new Event.CallSelected(AT, "c2", call("c2-2")),
                new Event.StepReturned(AT, "c2-2", "\"found\""));

        assertEquals(
                Rendering.messages(thread, false),
                Rendering.within(1_000).compactedBy("summarize").messages(thread, false));
    }

    @Test
    void renderingIsImmutable() {
        List<Message> messages = Rendering.within(100).messages(thread(), false);

        assertThrows(UnsupportedOperationException.class, () -> messages.add(HELLO));
        assertFalse(messages.isEmpty());
    }

    private static long tokens(List<Message> messages) {
        return TokenEstimate.of(messages);
    }

    private static List<String> answers(List<Message> messages) {
        return messages.stream()
                .filter(Message.ToolAnswer.class::isInstance)
                .map(answer -> ((Message.ToolAnswer) answer).text())
                .toList();
    }

    private static Event reply(int number) {
        return reply(number, "look_up");
    }

    private static Event reply(int number, String tool) {
        return new Event.ModelReplied(AT, "", List.of(new Call("c" + number, tool, "{}")), Usage.NONE);
    }

    private static Call call(String id) {
        return new Call(id, "look_up", "{}");
    }

    private static Event result(int number, int length) {
        return new Event.StepReturned(
                AT, "c" + number, '"' + Character.toString('a' + number).repeat(length) + '"');
    }

    private static AgentThread thread(Event... more) {
        List<Event> events = new ArrayList<>();
        events.add(new Event.Started(AT, "Desk", "hello"));
        events.addAll(List.of(more));
        return new AgentThread("t1", events);
    }
}
