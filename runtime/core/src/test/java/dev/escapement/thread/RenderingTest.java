package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.model.Message;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.testing.GoldenMessages;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the exact text of a thread that the model receives. */
class RenderingTest {

    private static final Instant AT = Instant.EPOCH;
    private static final Message HELLO = new Message.User("hello");

    @Test
    void theInputIsTheFirstMessageOfTheUser() {
        assertEquals(List.of(HELLO), messages());
    }

    @Test
    void aMessageOfAPersonIsAMessageOfTheUser() {
        assertEquals(List.of(HELLO, new Message.User("and?")), messages(new Event.MessageReceived(AT, "and?")));
    }

    @Test
    void theModelsReplyIsShownAsItWas() {
        Event.ModelReplied replied = reply("hm", call("c1", "nonsense", "{"));

        assertEquals(List.of(HELLO, new Message.Assistant("hm", replied.calls())), messages(replied));
    }

    @Test
    void whatTheProviderWantsBackGoesWithTheReply() {
        Optional<ProviderState> state = Optional.of(new ProviderState("p.messages", "[]"));
        Event replied = new Event.ModelReplied(
                AT, "hm", List.of(), Usage.NONE, StopReason.COMPLETE, ReplyProvenance.UNKNOWN, state, 0, Duration.ZERO);

        assertEquals(List.of(HELLO, new Message.Assistant("hm", List.of(), state)), messages(replied));
    }

    @Test
    void aTextThatWasRejectedIsFollowedByTheReason() {
        assertEquals(
                List.of(HELLO, new Message.Assistant("Hi!", List.of()), notice(Rendering.ERROR + "call a tool")),
                messages(reply("Hi!"), new Event.TextRejected(AT, "call a tool")));
    }

    /** Some providers reject a message without content. */
    @Test
    void aReplyWithNeitherTextNorCallsIsLeftOut() {
        for (String blank : List.of("", " \n\t")) {
            assertEquals(
                    List.of(HELLO, notice(Rendering.ERROR + "nothing there")),
                    messages(reply(blank), new Event.TextRejected(AT, "nothing there")));
        }
    }

    @Test
    void aReplyOfCallsAloneIsShown() {
        Event.ModelReplied replied = reply("", call("c1", "note", "{}"));

        assertEquals(List.of(HELLO, new Message.Assistant("", replied.calls())), messages(replied));
    }

    @Test
    void aRejectedCallIsAnError() {
        assertAnswer(
                Rendering.notice(Rendering.ERROR + "no such tool"),
                true,
                new Event.CallRejected(AT, "c1", "no such tool"));
    }

    @Test
    void declaredFailureIsTheMessageOfTheTool() {
        assertAnswer(Rendering.ERROR + "not <i>", true, new Event.StepFailed(AT, "c1", "not <i>", true));
    }

    @Test
    void undeclaredFailureIsANotice() {
        assertAnswer(
                Rendering.notice(Rendering.ERROR + "not found"),
                true,
                new Event.StepFailed(AT, "c1", "not found", false));
    }

    @Test
    void failureThatAPersonReportsIsTheMessageOfTheTool() {
        assertAnswer(
                Rendering.ERROR + "not sent",
                true,
                new AnsweredByPerson(AT, "c1", "alice", new Answer.Failed("not sent"), ""));
    }

    @Test
    void aDeniedCallIsAFailure() {
        assertAnswer(Rendering.notice(Rendering.DENIED + "too much"), true, new Event.GateDenied(AT, "c1", "too much"));
    }

    @Test
    void aRefusedCallIsAFailure() {
        assertAnswer(
                Rendering.notice(Rendering.REFUSED + "not today"),
                true,
                new Event.Refused(AT, "c1", "bob", "not today"));
    }

    @Test
    void aResultIsTheAnswer() {
        assertAnswer("{\"id\":1}", false, new Event.StepReturned(AT, "c1", "{\"id\":1}"));
    }

    @Test
    void aStepThatReturnsNothingIsDone() {
        assertAnswer("<notice>Done.</notice>", false, new Event.StepReturned(AT, "c1", ""));
    }

    /** Providers reject an answer without content. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \\n\"", "\"\u00a0\""})
    void blankResultIsShownAsJson(String json) {
        assertAnswer(json, false, new Event.StepReturned(AT, "c1", json));
    }

    @Test
    void aPersonsReplyIsTheAnswer() {
        assertAnswer(
                "the red one",
                false,
                new Event.ReplyAsked(AT, "c1", "Which?", "{}"),
                new Event.ReplyReceived(AT, "c1", "\"the red one\"", true, List.of()));
    }

    @Test
    void expiredApprovalIsAnsweredWithNotice() {
        assertAnswer(
                Rendering.notice(Rendering.NO_DECISION),
                true,
                new Event.ApprovalAsked(AT, "c1", "Pay?", "ab12", Optional.of(AT)),
                new Event.Expired(AT, "c1", Optional.empty()));
    }

    @Test
    void expiredReplyIsAnsweredWithNotice() {
        assertAnswer(
                Rendering.notice(Rendering.NO_REPLY),
                true,
                new Event.ApprovalAsked(AT, "c1", "Ask?", "ab12", Optional.of(AT)),
                new Event.Approved(AT, "c1", "alice", "ab12", Optional.empty()),
                new Event.ReplyAsked(AT, "c1", "Which?", "{}", Optional.of(AT), Optional.empty()),
                new Event.Expired(AT, "c1", Optional.empty()));
    }

    @Test
    void fallbackFollowsItsNotice() {
        assertAnswer(
                Rendering.notice(Rendering.FALLBACK) + "\nthe red one",
                false,
                new Event.ReplyAsked(AT, "c1", "Which?", "{}", Optional.of(AT), Optional.of("\"the red one\"")),
                new Event.Expired(AT, "c1", Optional.of("\"the red one\"")));
    }

    @Test
    void whatAPersonFoundOutIsTheAnswer() {
        assertAnswer(
                "it was paid",
                false,
                new AnsweredByPerson(AT, "c1", "alice", new Answer.Returned("\"it was paid\""), ""));
    }

    @Test
    void resultOfAChildIsTheAnswer() {
        assertAnswer("sent", false, delegated(), ended(true, "\"sent\"", false));
    }

    @Test
    void failureOfAChildIsTheMessageOfATool() {
        assertAnswer(Rendering.ERROR + "It stopped.", true, delegated(), ended(false, "It stopped.", true));
    }

    @Test
    void joinedChildIsAnsweredByTheCallThatItsJoinSelects() {
        assertAnswer(
                Rendering.notice("check {}") + "\nchecked",
                false,
                delegated(),
                ended(true, "\"sent\"", true),
                new Event.CallSelected(AT, "c1", new Call("c1-2", "check", "{}")),
                new Event.StepReturned(AT, "c1-2", "\"checked\""));
    }

    @Test
    void joinedChildIsAnsweredByTheResultOfItsJoin() {
        assertAnswer(
                "joined",
                false,
                delegated(),
                ended(true, "\"sent\"", true),
                new Event.StepReturned(AT, "c1", "\"joined\""));
    }

    private static Event delegated() {
        return new DelegateStarted(AT, "c1", "Orders", "t1~ab", Start.of("A-1"), Budget.UNLIMITED, true);
    }

    private static Event ended(boolean succeeded, String result, boolean joins) {
        return new DelegateEnded(AT, "c1", succeeded, result, "", Usage.NONE, List.of(), joins);
    }

    @Test
    void theEndOfAThreadAnswersItsCall() {
        assertAnswer("bye", false, new Event.Finished(AT, "c1", "\"bye\""));
    }

    @Test
    void anEndByTextAnswersNoCall() {
        assertEquals(
                List.of(HELLO, new Message.Assistant("bye", List.of())),
                messages(reply("bye"), new Event.Finished(AT, "", "\"bye\"")));
    }

    @Test
    void anApprovedCallIsAnsweredLikeAnyOther() {
        assertAnswer(
                "paid",
                false,
                new Event.ApprovalAsked(AT, "c1", "Pay?", "ab12"),
                new Event.Approved(AT, "c1", "alice", "ab12", Optional.empty()),
                new Event.StepReturned(AT, "c1", "\"paid\""));
    }

    @Test
    void argumentsThatAPersonChangedStandBeforeTheAnswer() {
        assertAnswer(
                Rendering.notice(Rendering.EDITED + "{\"cents\":5}") + "\n" + Rendering.ERROR + "declined",
                true,
                new Event.Approved(AT, "c1", "alice", "ab12", Optional.of("{\"cents\":5}")),
                new Event.StepFailed(AT, "c1", "declined", true));
    }

    @Test
    void answersStandInTheOrderOfTheCallsRightBehindThem() {
        Event.ModelReplied replied = reply("", call("c1", "a", ""), call("c2", "b", ""), call("c3", "c", ""));

        assertEquals(
                List.of(
                        HELLO,
                        new Message.Assistant("", replied.calls()),
                        new Message.ToolAnswer("c1", "1", false),
                        new Message.ToolAnswer("c2", "2", false),
                        new Message.ToolAnswer("c3", "3", false),
                        new Message.User("hurry")),
                messages(
                        replied,
                        new Event.StepReturned(AT, "c3", "3"),
                        new Event.MessageReceived(AT, "hurry"),
                        new Event.StepReturned(AT, "c1", "1"),
                        new Event.StepReturned(AT, "c2", "2")));
    }

    @Test
    void aCallWithoutAnAnswerHasNone() {
        Event.ModelReplied replied = reply("", call("c1", "a", ""), call("c2", "b", ""));

        assertEquals(
                List.of(HELLO, new Message.Assistant("", replied.calls()), new Message.ToolAnswer("c2", "2", false)),
                messages(replied, new Event.StepReturned(AT, "c2", "2")));
    }

    @Test
    void callsOfTwoRepliesWithOneIdHaveTheirOwnAnswers() {
        Event.ModelReplied replied = reply("", call("c1", "a", ""));

        assertEquals(
                List.of("1", "2"),
                answers(
                        replied,
                        new Event.StepReturned(AT, "c1", "1"),
                        replied,
                        new Event.StepReturned(AT, "c1", "2")));
    }

    @Test
    void aCallThatAStepSelectedIsALineAndItsAnswerTheAnswer() {
        assertAnswer(
                "<notice>check {\"sku\":1}</notice>\n<notice>ship {}</notice>\n"
                        + Rendering.notice(Rendering.EDITED + "{\"to\":2}") + "\nshipped",
                false,
                new Event.CallSelected(AT, "c1", call("c1-2", "check", "{\"sku\":1}")),
                new Event.CallSelected(AT, "c1-2", call("c1-3", "ship", "{}")),
                new Event.Approved(AT, "c1-3", "alice", "ab12", Optional.of("{\"to\":2}")),
                new Event.StepReturned(AT, "c1-3", "\"shipped\""));
    }

    @Test
    void aChainFailsIfItsLastLinkDoes() {
        assertAnswer(
                "<notice>ship {}</notice>\n" + Rendering.notice(Rendering.DENIED + "not there"),
                true,
                new Event.CallSelected(AT, "c1", call("c1-2", "ship", "{}")),
                new Event.GateDenied(AT, "c1-2", "not there"));
    }

    @Test
    void aChainWithoutAnEndIsNoAnswerYet() {
        assertEquals(
                List.of(),
                answers(reply("", call("c1", "a", "")), new Event.CallSelected(AT, "c1", call("c1-2", "ship", "{}"))));
    }

    @Test
    void aChainThatLeadsInACircleIsNoAnswer() {
        assertEquals(
                List.of(),
                answers(
                        reply("", call("c1", "a", "")),
                        new Event.CallSelected(AT, "c1", call("c2", "b", "")),
                        new Event.CallSelected(AT, "c2", call("c1", "a", ""))));
    }

    @Test
    void contextStandsInTagsWithTheNameOfItsSource() {
        assertEquals(
                List.of(
                        HELLO,
                        new Message.User(
                                "<context source=\"git_tags\">\nv1 &lt;/context&gt; &amp; \\u001b\n</context>")),
                messages(new Event.ContextFetched(AT, "git_tags", "\"v1 </context> & \\u001b\"", Duration.ZERO)));
    }

    @Test
    void contextThatCouldNotBeFetchedIsAnError() {
        assertEquals(
                List.of(HELLO, context("git_tags", Rendering.ERROR + "no network")),
                messages(new Event.ContextFailed(AT, "git_tags", "no network", true)));
    }

    @Test
    void undeclaredFailureOfContextIsANotice() {
        assertEquals(
                List.of(HELLO, context("git_tags", Rendering.notice(Rendering.ERROR + "it failed"))),
                messages(new Event.ContextFailed(AT, "git_tags", "it failed", false)));
    }

    @Test
    void onlyTheNewestContextIsShown() {
        assertEquals(
                List.of(HELLO, context("user", "\"u\":"), new Message.Assistant("hm", List.of()), context("tags", "2")),
                messages(
                        new Event.ContextFetched(AT, "tags", "1", Duration.ZERO),
                        new Event.ContextFetched(AT, "user", "\"u\":", Duration.ZERO),
                        new Event.ContextFailed(AT, "tags", "no network", true),
                        reply("hm"),
                        new Event.ContextFetched(AT, "tags", "2", Duration.ZERO)));
    }

    @Test
    void theNewestContextIsShownEvenIfItIsThatThereIsNone() {
        assertEquals(
                List.of(HELLO, context("tags", Rendering.ERROR + "no network")),
                messages(
                        new Event.ContextFetched(AT, "tags", "1", Duration.ZERO),
                        new Event.ContextFailed(AT, "tags", "no network", true)));
    }

    @Test
    void theLastRequestEndsWithASentenceThatSaysSo() {
        assertEquals(List.of(HELLO, notice(Rendering.LAST_REQUEST)), Rendering.messages(thread(), true));
    }

    static List<Event> unseen() {
        return List.of(
                new Event.GatePassed(AT, "c1"),
                new Event.ApprovalAsked(AT, "c1", "Pay?", "ab12"),
                new Event.Approved(AT, "c1", "alice", "ab12", Optional.of("{}")),
                new Event.StepStarted(AT, "c1", Effect.READ, "k", 1, "returns"),
                new Event.ReplyAsked(AT, "c1", "Which?", "{}"),
                new AnsweredByPerson(AT, "c1", "alice", new Answer.RunAgain(), ""),
                new Event.PersonAsked(AT, "What now?"),
                new Event.Stopped(AT, "", StopCause.CANCELLED, "enough"));
    }

    @ParameterizedTest
    @MethodSource("unseen")
    void whatIsNeitherSaidNorAnsweredIsNotShown(Event event) {
        Event.ModelReplied replied = reply("", call("c1", "a", ""));

        assertEquals(messages(replied), messages(replied, event));
    }

    @Test
    void everyWordIsOfTheThreadOrOneOfTheConstants() {
        String shown = shown(Rendering.messages(EveryEvent.thread(), true));
        for (String constant : List.of(
                Rendering.ERROR,
                Rendering.DENIED,
                Rendering.REFUSED,
                Rendering.FALLBACK,
                Rendering.NO_REPLY,
                Rendering.NO_DECISION,
                Rendering.EDITED,
                Rendering.DONE,
                Rendering.LAST_REQUEST)) {
            assertTrue(shown.contains(constant), constant);
            shown = shown.replace(constant, "");
        }

        assertEquals("", shown.replaceAll("w\\d+w|</?notice>|<context source=\"w\\d+w\">|</context>|\\s", ""));
    }

    @Test
    void compactFormHasThreadWordsAndTagsOnly() {
        String names = Stream.concat(
                        Stream.of(EventKind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)),
                        Stream.of(
                                "agent",
                                "trigger",
                                "source",
                                "call",
                                "id",
                                "tool",
                                "by",
                                "stop",
                                "length",
                                "as",
                                "run_again",
                                "returned",
                                "cause",
                                "cancelled",
                                "next",
                                "failed",
                                "question",
                                "part",
                                "prompt",
                                "finished",
                                "file",
                                "type",
                                "image",
                                "png",
                                "name"))
                .collect(Collectors.joining("|"));

        assertEquals(
                "",
                Rendering.text(EveryEvent.thread())
                        .replaceAll("w\\d+w", "")
                        .replaceAll("\\b(" + names + ")\\b|[\\s<>/=\"]", ""));
    }

    private static String shown(List<Message> messages) {
        StringBuilder all = new StringBuilder();
        for (Message message : messages) {
            if (message instanceof Message.User user) {
                all.append(user.text()).append('\n');
            } else if (message instanceof Message.Assistant assistant) {
                all.append(assistant.text()).append('\n');
            } else if (message instanceof Message.ToolAnswer answer) {
                all.append(answer.text()).append('\n');
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
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

    @Test
    void missingResultIsDone() {
        assertEquals(Rendering.DONE, Rendering.result(""));
    }

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.constantsOf(Rendering.class).verify(RenderingTest.class);
    }

    /** Asserts the answer to the only call. */
    private static void assertAnswer(String text, boolean failed, Event... events) {
        Event.ModelReplied replied = reply("", call("c1", "pay", "{}"));
        List<Event> all = new ArrayList<>(List.of(replied));
        all.addAll(List.of(events));

        assertEquals(
                List.of(HELLO, new Message.Assistant("", replied.calls()), new Message.ToolAnswer("c1", text, failed)),
                messages(all.toArray(Event[]::new)));
    }

    private static Message notice(String words) {
        return new Message.User("<notice>" + words + "</notice>");
    }

    private static Message context(String source, String content) {
        return new Message.User("<context source=\"" + source + "\">\n" + content + "\n</context>");
    }

    private static List<String> answers(Event... events) {
        return messages(events).stream()
                .filter(Message.ToolAnswer.class::isInstance)
                .map(answer -> ((Message.ToolAnswer) answer).text())
                .toList();
    }

    private static Event.ModelReplied reply(String text, Call... calls) {
        return new Event.ModelReplied(AT, text, List.of(calls), Usage.NONE);
    }

    private static Call call(String id, String tool, String arguments) {
        return new Call(id, tool, arguments);
    }

    private static List<Message> messages(Event... more) {
        return Rendering.messages(thread(more), false);
    }

    private static AgentThread thread(Event... more) {
        List<Event> events = new ArrayList<>();
        events.add(new Event.Started(AT, "Desk", "hello"));
        events.addAll(List.of(more));
        return new AgentThread("t1", events);
    }
}
