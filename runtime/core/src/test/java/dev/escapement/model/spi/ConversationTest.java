package dev.escapement.model.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.fixture.TestStep;
import dev.escapement.internal.text.ConversationMessages;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ProviderState;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the form that every provider accepts. */
class ConversationTest {

    private static final Message HELLO = new Message.User("hello");
    private static final Call C1 = new Call("c1", "note", "{\"text\":\"x\"}");
    private static final Call C2 = new Call("c2", "note", "{\"text\":\"y\"}");
    private static final Message A1 = new Message.ToolAnswer("c1", "one", false);
    private static final Message A2 = new Message.ToolAnswer("c2", "two", true);

    @Test
    void aConversationInThatFormStaysAsItIs() {
        List<Message> messages =
                List.of(HELLO, assistant("hm", C1, C2), A1, A2, new Message.User("and?"), assistant("That is all."));

        assertEquals(messages, form(messages.toArray(Message[]::new)));
    }

    @Test
    void messagesOfTheUserThatFollowOneAnotherBecomeOne() {
        assertEquals(
                List.of(new Message.User("hello\n\n<tags>\nlamp\n</tags>")),
                form(HELLO, new Message.User("<tags>\nlamp\n</tags>")));
    }

    @Test
    void answersFollowTheirReplyInRecordedOrder() {
        assertEquals(
                List.of(assistant("", C1, C2), A2, A1, new Message.User("hurry\n\nplease")),
                form(assistant("", C1, C2), new Message.User("hurry"), A2, new Message.User("please"), A1));
    }

    @Test
    void anEmptyReplyIsLeftOutAndSoAreBlankMessages() {
        assertEquals(
                List.of(new Message.User("hello\n\nSay something.")),
                form(HELLO, assistant(" \n"), new Message.User("\t"), new Message.User("Say something.")));
    }

    @Test
    void whatTheProviderWantsBackStaysWithItsReply() {
        Message signed = new Message.Assistant("hm", List.of(), Optional.of(new ProviderState("p", "[]")));

        assertEquals(List.of(HELLO, signed), form(HELLO, signed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "note    | ` { \"text\" : \"x\" } ` | ` { \"text\" : \"x\" } `", // the arguments as written
                "note    | {\"nonsense\":1.0}       | {\"nonsense\":1.0}", // an object, though invalid
                "note    | `\uFEFF{\"text\":\"x\"}` | {\"text\":\"x\"}", // the arguments as decoded
                "note    | {\"text\":\"x            | {}", // an incomplete call
                "note    | [1]                      | {}",
                "note    | ``                       | {}",
                "missing | {\"a\":1}                | {\"a\":1}",
                "missing | nonsense                 | {}"
            })
    void theArgumentsOfAnEarlierCallAreAnObject(String tool, String written, String shown) {
        assertEquals(
                List.of(assistant("", new Call("c1", tool, shown)), A1),
                form(assistant("", new Call("c1", tool, written)), A1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note               | note",
                "functions.look up  | functions_look_up",
                "größe              | gr__e",
                "''                 | _",
            })
    void theNameOfAToolThatNoToolCanHaveIsMended(String written, String shown) {
        assertEquals(
                List.of(assistant("", new Call("c1", shown, "{}")), A1),
                form(assistant("", new Call("c1", written, "{}")), A1));
    }

    @Test
    void theNameOfAToolThatIsTooLongIsCut() {
        assertEquals(
                List.of(assistant("", new Call("c1", "x".repeat(64), "{}")), A1),
                form(assistant("", new Call("c1", "x".repeat(65), "{}")), A1));
    }

    @Test
    void unansweredCallIsRefusedBeforeTheNextReply() {
        assertRefused(ConversationMessages.unanswered(List.of("c2")), assistant("", C1, C2), A1, assistant("hm"));
    }

    @Test
    void aCallWithoutAnAnswerIsRefusedAtTheEnd() {
        assertRefused(ConversationMessages.unanswered(List.of("c1", "c2")), assistant("", C2, C1));
    }

    @Test
    void anAnswerToNoCallIsRefused() {
        String refusal = ConversationMessages.unexpectedAnswer("c1");

        assertRefused(refusal, HELLO, A1);
        assertRefused(refusal, assistant("", C1), A1, A1);
        assertRefused(refusal, assistant("", C1), A1, assistant("", C2), A2, A1);
    }

    @Test
    void twoCallsOfOneReplyWithOneIdAreRefused() {
        assertRefused(ConversationMessages.repeatedCall("c1"), assistant("", C1, C1), A1, A1);
    }

    /** Providers match a call with the answer directly after it. */
    @Test
    void callsOfTwoRepliesMayHaveOneId() {
        List<Message> messages = List.of(assistant("", C1), A1, assistant("", C1), A1);

        assertEquals(messages, form(messages.toArray(Message[]::new)));
    }

    private static void assertRefused(String message, Message... messages) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> form(messages))
                        .getMessage());
    }

    private static List<Message> form(Message... messages) {
        return Conversation.of(new ModelRequest(
                "", List.of(messages), List.of(TestStep.named("note").tool())));
    }

    private static Message assistant(String text, Call... calls) {
        return new Message.Assistant(text, List.of(calls));
    }
}
