package dev.escapement.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.model.Message;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the model is shown of a thread, word for word. */
class RenderingTest {

    private static final Instant AT = Instant.EPOCH;

    @Test
    void theInputIsTheFirstMessageOfTheUser() {
        assertEquals(List.of(new Message.User("hello")), messages());
    }

    @Test
    void thePersonsReplyIsAMessageOfTheUser() {
        assertEquals(new Message.User("and?"), rendered(new Event.ReplyReceived(AT, "and?")));
    }

    @Test
    void theModelsReplyIsShownAsItWas() {
        List<Call> calls = List.of(new Call("c1", "nonsense", "{"));

        assertEquals(
                new Message.Assistant("hm", calls), rendered(new Event.ModelReplied(AT, "hm", calls, new Usage(1, 2))));
    }

    @Test
    void aRejectedCallIsAnError() {
        assertEquals(
                new Message.ToolAnswer("c1", "Error: no such tool", true),
                rendered(new Event.CallRejected(AT, "c1", "no such tool")));
    }

    @Test
    void aFailedStepIsAnError() {
        assertEquals(
                new Message.ToolAnswer("c1", "Error: not found", true),
                rendered(new Event.StepFailed(AT, "c1", "not found", false)));
    }

    @Test
    void aResultIsTheAnswer() {
        assertEquals(
                new Message.ToolAnswer("c1", "{\"id\":1}", false),
                rendered(new Event.StepReturned(AT, "c1", "{\"id\":1}")));
    }

    @Test
    void theEndOfAThreadAnswersItsCall() {
        assertEquals(new Message.ToolAnswer("c1", "bye", false), rendered(new Event.Finished(AT, "c1", "\"bye\"")));
    }

    @Test
    void theStartOfAStepIsNotShown() {
        assertEquals(List.of(new Message.User("hello")), messages(new Event.StepStarted(AT, "c1", Effect.READ, "k")));
    }

    @Test
    void aStopIsNotShown() {
        assertEquals(List.of(new Message.User("hello")), messages(new Event.Stopped(AT, "enough")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``              | Done.",
                "\"text\"        | text",
                "\"a\\n\\\"b\\\"\" | `a\n\"b\"`",
                "\"\"            | ``",
                "5               | 5",
                "null            | null",
                "[\"a\"]         | [\"a\"]",
                "{\"a\":\"b\"}   | {\"a\":\"b\"}"
            })
    void aStringIsShownBareAndAnythingElseAsJson(String result, String shown) {
        assertEquals(shown, Rendering.result(result));
    }

    private static Message rendered(Event event) {
        List<Message> messages = messages(event);
        assertEquals(2, messages.size(), () -> "messages: " + messages);
        return messages.get(1);
    }

    private static List<Message> messages(Event... more) {
        List<Event> events = new ArrayList<>();
        events.add(new Event.Started(AT, "Desk", "hello"));
        events.addAll(List.of(more));
        return Rendering.messages(new AgentThread("t1", events));
    }
}
