package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Message;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of messages that a person sent between a request and its reply. */
class UnseenMessageTest {

    private static final Instant AT = Instant.EPOCH;
    private static final Message HELLO = new Message.User("hello");

    @Test
    void messageFollowsTheReplyThatDidNotSeeIt() {
        AgentThread thread = thread(message("one"), message("two"), replied("a", 1));

        assertEquals(List.of(HELLO, user("one"), assistant("a"), user("two")), messages(thread));
        assertTrue(thread.state().messageUnseen());
    }

    @Test
    void messageFollowsTheAnswersToTheCalls() {
        AgentThread thread = thread(
                message("one"),
                replied("a", 1, new Call("c1", "look_up", "{}")),
                new Event.StepReturned(AT, "c1", "\"found\""));

        assertEquals(
                List.of(
                        HELLO,
                        new Message.Assistant("a", List.of(new Call("c1", "look_up", "{}"))),
                        new Message.ToolAnswer("c1", "found", false),
                        user("one")),
                messages(thread));
    }

    @Test
    void nextReplyHasSeenTheMessage() {
        AgentThread thread = thread(message("one"), replied("a", 1), replied("b", 0));

        assertEquals(List.of(HELLO, assistant("a"), user("one"), assistant("b")), messages(thread));
        assertFalse(thread.state().messageUnseen());
    }

    @Test
    void eventsBeforeThePreviousReplyDoNotCount() {
        AgentThread thread = thread(message("one"), replied("a", 1), replied("b", 100));

        assertEquals(List.of(HELLO, assistant("a"), user("one"), assistant("b")), messages(thread));
        assertFalse(thread.state().messageUnseen());
    }

    @Test
    void startOfTheThreadIsAlwaysSeen() {
        AgentThread thread = thread(message("one"), replied("a", Integer.MAX_VALUE));

        assertEquals(List.of(HELLO, assistant("a"), user("one")), messages(thread));
    }

    /** The rendering of a longer version must not omit the message from a version without the reply. */
    @Test
    void versionBeforeTheReplyContainsTheMessage() {
        AgentThread before = thread(message("one"), new Event.PersonAsked(AT, "?"));
        messages(before.with(replied("a", 2, new Call("c1", "look_up", "{}"))));

        assertEquals(List.of(HELLO, user("one")), messages(before));
        assertEquals(List.of(HELLO, user("one"), assistant("b")), messages(before.with(replied("b", 0))));
    }

    /** The rendering of a longer version must not add an answer to a version without it. */
    @Test
    void versionBeforeALateAnswerDoesNotContainIt() {
        Call call = new Call("c1", "look_up", "{}");
        AgentThread before = thread(replied("a", 0, call), message("one"));
        messages(before.with(new Event.StepReturned(AT, "c1", "\"found\"")));

        List<Message> expected = List.of(HELLO, new Message.Assistant("a", List.of(call)), user("one"));
        assertEquals(expected, messages(before));
        assertEquals(expected, messages(before.with(new Event.PersonAsked(AT, "?"))));
    }

    private static AgentThread thread(Event... events) {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "hello")));
        for (Event event : events) {
            thread = thread.with(event);
        }
        return thread;
    }

    private static List<Message> messages(AgentThread thread) {
        return Rendering.messages(thread, false);
    }

    private static Event message(String text) {
        return new Event.MessageReceived(AT, text);
    }

    private static Event replied(String text, int unseen, Call... calls) {
        return new Event.ModelReplied(
                AT,
                text,
                List.of(calls),
                Usage.NONE,
                StopReason.COMPLETE,
                ReplyProvenance.UNKNOWN,
                Optional.empty(),
                unseen,
                Duration.ZERO);
    }

    private static Message user(String text) {
        return new Message.User(text);
    }

    private static Message assistant(String text) {
        return new Message.Assistant(text, List.of());
    }
}
