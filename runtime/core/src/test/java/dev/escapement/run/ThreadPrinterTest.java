package dev.escapement.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.model.Delta;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person sees of a thread. */
class ThreadPrinterTest {

    private static final Instant AT = Instant.EPOCH;
    private static final String ESC = "\u001b";

    private static final String SHA256 = "3f2a1b0c".repeat(8);

    private static final List<Event> EVERY_KIND = List.of(
            new Event.Started(AT, "Desk", "Where is A-1?"),
            new Event.ContextFetched(AT, "tags", "[\"v1\"]"),
            new Event.ContextFailed(AT, "tags", "no network", true),
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
                    Optional.of(new ProviderState("p.messages", "[]"))),
            new Event.GatePassed(AT, "c1"),
            new Event.StepStarted(AT, "c1", Effect.READ, "t1/1/c1"),
            new Event.StepReturned(AT, "c1", "\"on its way\""),
            new Event.CallRejected(AT, "c2", "There is no tool named nope."),
            new Event.StepFailed(AT, "c1", "not found", true),
            new Event.GateDenied(AT, "c1", "too much"),
            new Event.ApprovalAsked(AT, "c1", "Refund 100 cents?", SHA256),
            new Event.Approved(AT, "c1", "alice", SHA256, Optional.empty()),
            new Event.Approved(AT, "c1", "alice", "ab12", Optional.of("{\"cents\":5}")),
            new Event.Refused(AT, "c1", "bob", "not today"),
            new Event.CallSelected(AT, "c1", new Call("c1-2", "check", "{}")),
            new Event.RerunAllowed(AT, "c1", "alice"),
            new Event.StepConfirmed(AT, "c1", "alice", "it was paid"),
            new Event.ReplyAsked(AT, "c1", "Which one?", "{}"),
            new Event.ReplyReceived(AT, "c1", "\"the red one\""),
            new Event.PersonAsked(AT, "What now?"),
            new Event.MessageReceived(AT, "go on"),
            new Event.Finished(AT, "c1", "{\"done\":true}"),
            new Event.Stopped(AT, "enough"));

    @Test
    void everyEventIsALineForAPerson() {
        assertEquals("""
                thread t1 of Desk
                  person  Where is A-1?
                 context  tags: ["v1"]
                  failed  tags: no network
                   model  Hm.
                rejected  Call a tool.
                   model  Let me see.
                    call  look_up {"order":"A-1"}
                    call  nope
                   model  I cannot
                    stop  content_filter
                     run  look_up (read)
                  result  on its way
                rejected  There is no tool named nope.
                  failed  not found
                  denied  too much
                approve?  c1 3f2a1b0c: Refund 100 cents?
                approved  c1 3f2a1b0c by alice
                approved  c1 ab12 by alice
                  edited  {"cents":5}
                 refused  c1 by bob: not today
                    next  check {}
                 decided  c1 may run again, by alice
                 decided  c1 has run, by alice: it was paid
                    asks  c1: Which one?
                   reply  the red one
                    asks  What now?
                  person  go on
                finished  {"done":true}
                 stopped  enough
                """, printed(false, EVERY_KIND));
    }

    @Test
    void everyLineIsInTheColourOfItsKindWhereThereAreColours() {
        assertEquals("""
                ^[2mthread t1 of Desk^[0m
                ^[34m  person  Where is A-1?^[0m
                ^[2m context  tags: ["v1"]^[0m
                ^[31m  failed  tags: no network^[0m
                ^[32m   model  Hm.^[0m
                ^[31mrejected  Call a tool.^[0m
                ^[32m   model  Let me see.^[0m
                ^[36m    call  look_up {"order":"A-1"}^[0m
                ^[36m    call  nope^[0m
                ^[32m   model  I cannot^[0m
                ^[31m    stop  content_filter^[0m
                ^[2m     run  look_up (read)^[0m
                ^[2m  result  on its way^[0m
                ^[31mrejected  There is no tool named nope.^[0m
                ^[31m  failed  not found^[0m
                ^[31m  denied  too much^[0m
                ^[33mapprove?  c1 3f2a1b0c: Refund 100 cents?^[0m
                ^[34mapproved  c1 3f2a1b0c by alice^[0m
                ^[34mapproved  c1 ab12 by alice^[0m
                ^[34m  edited  {"cents":5}^[0m
                ^[34m refused  c1 by bob: not today^[0m
                ^[36m    next  check {}^[0m
                ^[34m decided  c1 may run again, by alice^[0m
                ^[34m decided  c1 has run, by alice: it was paid^[0m
                ^[33m    asks  c1: Which one?^[0m
                ^[34m   reply  the red one^[0m
                ^[33m    asks  What now?^[0m
                ^[34m  person  go on^[0m
                ^[33mfinished  {"done":true}^[0m
                ^[33m stopped  enough^[0m
                """.replace("^", ESC), printed(true, EVERY_KIND));
    }

    @Test
    void howToAnswerALongQuestionIsNotCut() {
        String question = printed(false, List.of(new Event.ApprovalAsked(AT, "c1", "x".repeat(10_000), SHA256)));

        assertEquals("approve?  c1 3f2a1b0c: " + "x".repeat(286) + "…\n", question);
    }

    @Test
    void aStepThatReturnsNothingIsDone() {
        assertEquals("  result  Done.\n", printed(false, List.of(new Event.StepReturned(AT, "c1", ""))));
    }

    @Test
    void theLinesOfATextAreIndented() {
        assertEquals(
                "  person  one\n          two\n\n          four\n".replace("\n\n", "\n          \n"),
                printed(false, List.of(new Event.MessageReceived(AT, "\n one\r\ntwo\n\nfour \n"))));
    }

    @Test
    void aLongReasonIsCut() {
        assertEquals(
                " stopped  " + "x".repeat(299) + "…\n",
                printed(false, List.of(new Event.Stopped(AT, "x".repeat(10_000)))));
    }

    @Test
    void aLongReasonIsNotCutWithinACharacter() {
        assertEquals(
                " stopped  " + "x".repeat(298) + "…\n",
                printed(false, List.of(new Event.Stopped(AT, "x".repeat(298) + "😀😀"))));
    }

    @Test
    void whatPeopleAndModelsSayToEachOtherIsShownWhole() {
        String words = "x".repeat(10_000);
        assertEquals(
                "  person  " + words + "\n   model  " + words + "\n",
                printed(
                        false,
                        List.of(
                                new Event.MessageReceived(AT, words),
                                new Event.ModelReplied(AT, words, List.of(), Usage.NONE))));
    }

    @Test
    void theEscapeSequencesOfAModelDoNotReachTheTerminal() {
        assertEquals(
                "   model  \\u001b[2J\\u001b]0;title\\u0007\\u009b31m\\b\\r".replace("\\b", "\\u0008") + "x\n",
                printed(
                        false,
                        List.of(new Event.ModelReplied(
                                AT, ESC + "[2J" + ESC + "]0;title\u0007\u009b31m\b\rx", List.of(), Usage.NONE))));
    }

    @Test
    void theEscapeSequencesInACallDoNotReachTheTerminal() {
        assertEquals(
                "    call  no\\u001b[31mpe {\\u001b[0m\n",
                printed(
                        false,
                        List.of(new Event.ModelReplied(
                                AT,
                                "",
                                List.of(new Call("c1", "no" + ESC + "[31mpe", "{" + ESC + "[0m")),
                                Usage.NONE))));
    }

    @Test
    void theEscapeSequencesInAResultDoNotReachTheTerminal() {
        assertEquals(
                "  result  \\u001b[31mred\n",
                printed(false, List.of(new Event.StepReturned(AT, "c1", "\"\\u001b[31mred\""))));
    }

    @Test
    void theEscapeSequencesInAnIdDoNotReachTheTerminal() {
        assertEquals(
                "     run  \\u001b[31m (read)\n",
                printed(false, List.of(new Event.StepStarted(AT, ESC + "[31m", Effect.READ, "k"))));
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
    void wordsThatArriveInPiecesAreShownAsTheyComeAndNotOnceMore() {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "Hello")));
        AgentThread after = thread.with(
                new Event.ModelReplied(AT, "Good\nday.", List.of(new Call("c1", "look_up", "{}")), Usage.NONE));
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        ThreadPrinter printer = new ThreadPrinter(new PrintStream(screen, true, UTF_8), false);
        printer.arrived(thread, new Delta.Text("Go"));
        printer.arrived(thread, new Delta.Text("od\nday."));
        printer.arrived(thread, new Delta.CallBegun(0, "look_up"));
        printer.recorded(after, after.last());
        assertEquals(
                List.of("   model  Good", "          day.", "    call  look_up {}"),
                screen.toString(UTF_8).lines().toList());
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
        assertEquals(
                List.of("   model  Go", "This reply was lost.", "   model  Good day."),
                screen.toString(UTF_8).lines().toList());
    }

    @Test
    void deltasCannotMoveTheCursor() {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "Hello")));
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        new ThreadPrinter(new PrintStream(screen, true, UTF_8), true)
                .arrived(thread, new Delta.Text("a" + ESC + "[2Jb"));
        assertEquals("   model  a\\u001b[2Jb", screen.toString(UTF_8));
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
        assertEquals("   model  Good day.", screen.toString(UTF_8));
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
        assertEquals(
                List.of("   model  Hi 😀", "          next"),
                screen.toString(UTF_8).lines().toList());
    }
}
