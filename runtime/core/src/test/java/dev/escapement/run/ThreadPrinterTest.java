package dev.escapement.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.escapement.Effect;
import dev.escapement.content.Content;
import dev.escapement.engine.EventVisitor;
import dev.escapement.model.Delta;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.testing.GoldenMessages;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.Rendering;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of the printed form of a thread. */
class ThreadPrinterTest {

    private static final Instant AT = Instant.EPOCH;
    private static final String ESC = "\u001b";

    private static final String SHA256 = "3f2a1b0c".repeat(8);

    private static final List<Event> EVERY_KIND = List.of(
            new Event.Started(AT, "Desk", "Where is A-1?"),
            new Event.ContextFetched(AT, "tags", "[\"v1\"]", Duration.ZERO),
            new Event.ContextFailed(AT, "tags", "no network", true),
            new RequestFailed(
                    AT, RequestFailed.Part.PROMPT, "the prompt method failed, reference t1/3", ResponseInfo.NONE),
            new Event.ModelReplied(AT, "Hm.", List.of(), Usage.NONE),
            new Event.TextRejected(AT, "Call a tool."),
            new Event.ModelReplied(
                    AT,
                    "Let me see.",
                    List.of(new Call("c1", "look_up", "{\"order\":\"A-1\"}"), new Call("c2", "nope", "")),
                    Usage.NONE),
            new Event.ModelReplied(
                    AT,
                    "I cannot",
                    List.of(),
                    Usage.NONE,
                    StopReason.CONTENT_FILTER,
                    new ReplyProvenance("p", "m", "r1", "aa", "bb"),
                    Optional.of(new ProviderState("p.messages", "[]")),
                    0,
                    Duration.ZERO),
            new Event.GatePassed(AT, "c1"),
            new Event.StepStarted(AT, "c1", Effect.READ, "t1/1/c1", 1, "returns"),
            new Event.StepReturned(AT, "c1", "\"on its way\""),
            new Event.CallRejected(AT, "c2", "There is no tool named nope."),
            new Event.StepFailed(AT, "c1", "not found", true),
            new Event.StepInDoubt(AT, "c1", "java.io.IOException", Duration.ZERO),
            new Event.GateDenied(AT, "c1", "too much"),
            new Event.GateFailed(AT, "c1", "Reference: t1/c1"),
            new Event.ApprovalAsked(AT, "c1", "Refund 100 cents?", SHA256),
            new Event.Approved(AT, "c1", "alice", SHA256, Optional.empty()),
            new Event.Approved(AT, "c1", "alice", "ab12", Optional.of("{\"cents\":5}")),
            new Event.Refused(AT, "c1", "bob", "not today"),
            new Event.CallSelected(AT, "c1", new Call("c1-2", "check", "{}")),
            new AnsweredByPerson(AT, "c1", "alice", new Answer.RunAgain(), ""),
            new AnsweredByPerson(AT, "c1", "alice", new Answer.Returned("\"it was paid\""), ""),
            new AnsweredByPerson(AT, "c1", "alice", new Answer.Next("check", "{}"), "c1-2"),
            new AnsweredByPerson(AT, "c1", "alice", new Answer.Question("Which one?"), ""),
            new AnsweredByPerson(AT, "c1", "alice", new Answer.Finished("{\"done\":true}"), ""),
            new AnsweredByPerson(AT, "c1", "alice", new Answer.Failed("not paid"), ""),
            new Event.ReplyAsked(AT, "c1", "Which one?", "{}"),
            new Event.ReplyReceived(AT, "c1", "\"the red one\"", true, List.of()),
            new Event.ReplyAsked(AT, "c1", "Which one?", "{}", Optional.of(AT), Optional.of("\"blue\"")),
            new Event.Expired(AT, "c1", Optional.of("\"blue\"")),
            new Event.ApprovalAsked(AT, "c1", "Refund 100 cents?", SHA256, Optional.of(AT)),
            new Event.Expired(AT, "c1", Optional.empty()),
            new DelegateStarted(AT, "c1", "dev.Orders", "t1~ab", Start.of("Where is A-1?"), Budget.UNLIMITED, true),
            new DelegateEnded(AT, "c1", true, "\"sent\"", "close", Usage.NONE, List.of(), true),
            new DelegateEnded(AT, "c1", false, "The agent stopped.", "", Usage.NONE, List.of(), true),
            new AgentUpdated(AT, Map.of()),
            new Event.PersonAsked(AT, "What now?"),
            new Event.MessageReceived(AT, "go on"),
            new Event.BudgetExtended(AT, "alice", Budget.UNLIMITED.withSteps(5)),
            new Event.Finished(AT, "c1", "{\"done\":true}"),
            new Event.Stopped(AT, "", StopCause.CANCELLED, "enough"));

    @Test
    void testsCoverEveryKindOfEvent() {
        assertEquals(
                EnumSet.allOf(EventKind.class),
                EVERY_KIND.stream()
                        .map(Event::kind)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class))));
    }

    @Test
    void everyEventIsALineForAPerson() throws IOException {
        new GoldenMessages()
                .add("every event", printed(false, EVERY_KIND))
                .add("lost reply", ThreadPrinter.LOST_REPLY)
                .verify(ThreadPrinterTest.class);
    }

    /** The colours are, in the order of the lines: dim, red, green, yellow, blue and cyan. */
    @Test
    void lineHasTheColourOfItsKind() {
        Iterator<Integer> colours = List.of(
                        2, 34, 2, 31, 31, 32, 31, 32, 36, 36, 32, 31, 2, 2, 31, 31, 31, 31, 31, 33, 34, 34, 34, 34, 36,
                        34, 34, 34, 34, 34, 34, 33, 34, 33, 33, 33, 33, 33, 33, 34, 34, 31, 2, 33, 34, 34, 33, 33)
                .iterator();

        assertEquals(
                printed(false, EVERY_KIND)
                        .lines()
                        .map(line -> ESC + "[" + colours.next() + "m" + line + ESC + "[0m\n")
                        .collect(Collectors.joining()),
                printed(true, EVERY_KIND));
        assertFalse(colours.hasNext());
    }

    @Test
    void filesFollowTheirMessage() {
        List<Content.File> files = List.of(
                new Content.File("image/png", "lamp.png", SHA256, 7), new Content.File("text/plain", "", SHA256, 0));

        assertEquals(
                "see\nlamp.png (image/png, 7 bytes)\n(text/plain, 0 bytes)\n",
                bodiesOf(List.of(new Event.MessageReceived(AT, "see", files))));
    }

    @Test
    void childThreadHasItsPath() {
        Event started = new Event.Started(
                AT,
                "dev.Orders",
                Start.of("A-1"),
                Budget.UNLIMITED,
                Optional.of(new ParentCall("t0", "c1", List.of("dev.Desk", "dev.Shop"), 3)),
                Map.of(),
                Optional.empty());

        AgentThread thread = new AgentThread("t1", List.of(started));

        assertEquals(
                "thread t1 of Desk > Shop > Orders",
                EventVisitor.visit(started, new EventLines(thread, false))
                        .get(0)
                        .text());
    }

    @Test
    void incompleteReplyHasTheWordAndTheRequest() {
        Event cut = new Event.ModelReplied(
                AT,
                "I",
                List.of(),
                Usage.NONE,
                StopReason.LENGTH,
                new ReplyProvenance("", "", "", "", "", "max_tokens", new ResponseInfo("req_7", Map.of())),
                Optional.empty(),
                0,
                Duration.ZERO);

        assertEquals("I\nlength (max_tokens), request req_7\n", bodiesOf(List.of(cut)));
    }

    @Test
    void furtherAttemptHasItsNumber() {
        assertEquals(
                "c9 (write, attempt 2)\n",
                bodiesOf(List.of(new Event.StepStarted(AT, "c9", Effect.WRITE, "t1/1/c9", 2, "returns"))));
    }

    @Test
    void extensionHasItsAmounts() {
        Budget more = new Budget(
                OptionalLong.of(5),
                OptionalLong.of(2),
                OptionalLong.of(900),
                Optional.of(new BigDecimal("0.50")),
                Optional.of(Duration.ofMinutes(3)));

        assertEquals(
                "budget extended by alice: steps 5, requests 2, tokens 900, cost 0.50, time PT3M\n",
                bodiesOf(List.of(new Event.BudgetExtended(AT, "alice", more))));
    }

    @Test
    void howToAnswerALongQuestionIsNotCut() {
        String question = printed(false, List.of(new Event.ApprovalAsked(AT, "c1", "x".repeat(10_000), SHA256)));

        assertEquals("c1 3f2a1b0c: ", bodies(question).substring(0, "c1 3f2a1b0c: ".length()));
        assertEquals(300, bodies(question).strip().length());
    }

    @Test
    void aStepThatReturnsNothingIsDone() {
        assertEquals(Rendering.DONE + "\n", bodies(printed(false, List.of(new Event.StepReturned(AT, "c1", "")))));
    }

    @Test
    void theLinesOfATextAreIndented() {
        String printed = printed(false, List.of(new Event.MessageReceived(AT, "\n one\r\ntwo\n\nfour \n")));

        assertEquals("one\ntwo\n\nfour\n", bodies(printed));
        assertEquals(
                List.of("", "", ""),
                printed.lines()
                        .skip(1)
                        .map(line -> line.substring(0, 10).strip())
                        .toList());
    }

    @Test
    void aLongReasonIsCut() {
        assertEquals(
                "x".repeat(299) + "…\n",
                bodiesOf(List.of(new Event.Stopped(AT, "", StopCause.CANCELLED, "x".repeat(10_000)))));
    }

    @Test
    void aLongReasonIsNotCutWithinACharacter() {
        assertEquals(
                "x".repeat(298) + "…\n",
                bodiesOf(List.of(new Event.Stopped(AT, "", StopCause.CANCELLED, "x".repeat(298) + "😀😀"))));
    }

    @Test
    void whatPeopleAndModelsSayToEachOtherIsShownWhole() {
        String words = "x".repeat(10_000);
        assertEquals(
                words + "\n" + words + "\n",
                bodiesOf(List.of(
                        new Event.MessageReceived(AT, words),
                        new Event.ModelReplied(AT, words, List.of(), Usage.NONE))));
    }

    @Test
    void theEscapeSequencesOfAModelDoNotReachTheTerminal() {
        assertEquals(
                "\\u001b[2J\\u001b]0;title\\u0007\\u009b31m\\b\\r".replace("\\b", "\\u0008") + "x\n",
                bodiesOf(List.of(new Event.ModelReplied(
                        AT, ESC + "[2J" + ESC + "]0;title\u0007\u009b31m\b\rx", List.of(), Usage.NONE))));
    }

    @Test
    void theEscapeSequencesInACallDoNotReachTheTerminal() {
        assertEquals(
                "no\\u001b[31mpe {\\u001b[0m\n",
                bodiesOf(List.of(new Event.ModelReplied(
                        AT, "", List.of(new Call("c1", "no" + ESC + "[31mpe", "{" + ESC + "[0m")), Usage.NONE))));
    }

    @Test
    void theEscapeSequencesInAResultDoNotReachTheTerminal() {
        assertEquals("\\u001b[31mred\n", bodiesOf(List.of(new Event.StepReturned(AT, "c1", "\"\\u001b[31mred\""))));
    }

    @Test
    void theEscapeSequencesInAnIdDoNotReachTheTerminal() {
        assertEquals(
                "\\u001b[31m (read)\n",
                bodiesOf(List.of(new Event.StepStarted(AT, ESC + "[31m", Effect.READ, "k", 1, "returns"))));
    }

    private static String bodiesOf(List<Event> events) {
        return bodies(printed(false, events));
    }

    /** Returns printed lines without the column of labels. */
    private static String bodies(String printed) {
        return printed.lines()
                .map(line -> line.replaceFirst("^( *\\S+  | {10})", "") + "\n")
                .collect(Collectors.joining());
    }

    private static String printed(boolean colour, List<Event> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AgentThread thread = new AgentThread(
                "t1",
                Stream.concat(Stream.of(new Event.Started(AT, "Desk", "hello")), events.stream())
                        .toList());
        try (PrintStream out = new PrintStream(bytes, true, UTF_8)) {
            ThreadPrinter printer = new ThreadPrinter(out, colour);
            events.forEach(event -> printer.recorded(thread, event));
        }
        return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void streamedWordsAreShownOnce() {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "Hello")));
        AgentThread after = thread.with(
                new Event.ModelReplied(AT, "Good\nday.", List.of(new Call("c1", "look_up", "{}")), Usage.NONE));
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        ThreadPrinter printer = new ThreadPrinter(new PrintStream(screen, true, UTF_8), false);
        printer.arrived(thread, new Delta.Text("Go"));
        printer.arrived(thread, new Delta.Text("od\nday."));
        printer.arrived(thread, new Delta.CallBegun(0, "look_up"));
        printer.recorded(after, after.last());
        assertEquals("Good\nday.\nlook_up {}\n", bodies(screen.toString(UTF_8)));
    }

    @Test
    void wordsThatAreVoidAreFollowedByTheReasonAndTheReply() {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "Hello")));
        AgentThread after = thread.with(new Event.ModelReplied(AT, "Good day.", List.of(), Usage.NONE));
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        ThreadPrinter printer = new ThreadPrinter(new PrintStream(screen, true, UTF_8), false);
        printer.arrived(thread, new Delta.Text("Go"));
        printer.arrived(thread, new Delta.Discarded());
        printer.recorded(after, after.last());
        List<String> lines = screen.toString(UTF_8).lines().toList();
        assertEquals(3, lines.size());
        assertEquals("Go\n", bodies(lines.get(0)));
        assertEquals(ThreadPrinter.LOST_REPLY, lines.get(1));
        assertEquals("Good day.\n", bodies(lines.get(2)));
    }

    @Test
    void deltasCannotMoveTheCursor() {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "Hello")));
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        new ThreadPrinter(new PrintStream(screen, true, UTF_8), true)
                .arrived(thread, new Delta.Text("a" + ESC + "[2Jb"));
        assertEquals("a\\u001b[2Jb\n", bodies(screen.toString(UTF_8)));
    }

    @Test
    void aReplyOfAnotherThreadThatIsLostDoesNotEndThisOne() {
        AgentThread one = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "Hello")));
        AgentThread other = new AgentThread("t2", one.events());
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        ThreadPrinter printer = new ThreadPrinter(new PrintStream(screen, true, UTF_8), false);
        printer.arrived(one, new Delta.Text("Good "));
        printer.arrived(other, new Delta.Discarded());
        printer.arrived(one, new Delta.Text("day."));
        assertEquals("Good day.\n", bodies(screen.toString(UTF_8)));
    }

    @Test
    void aCharacterOrALineBreakInTwoPiecesIsShownAsOne() {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "Hello")));
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        ThreadPrinter printer = new ThreadPrinter(new PrintStream(screen, true, UTF_8), false);
        printer.arrived(thread, new Delta.Text("\n\n"));
        printer.arrived(thread, new Delta.Text(" Hi \ud83d"));
        printer.arrived(thread, new Delta.Text("\ude00\r"));
        printer.arrived(thread, new Delta.Text("\nnext"));
        assertEquals("Hi 😀\nnext\n", bodies(screen.toString(UTF_8)));
    }
}
