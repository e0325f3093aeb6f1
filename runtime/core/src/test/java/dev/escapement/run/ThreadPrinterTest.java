package dev.escapement.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Event;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees of a thread. */
class ThreadPrinterTest {

    private static final Instant AT = Instant.EPOCH;
    private static final String ESC = "\u001b";

    private static final List<Event> EVERY_KIND = List.of(
            new Event.Started(AT, "Desk", "Where is A-1?"),
            new Event.ModelReplied(
                    AT,
                    "Let me see.",
                    List.of(new Call("c1", "look_up", "{\"order\":\"A-1\"}"), new Call("c2", "nope", "")),
                    Usage.NONE),
            new Event.StepStarted(AT, "c1", Effect.READ, "t1/1/c1"),
            new Event.StepReturned(AT, "c1", "\"on its way\""),
            new Event.CallRejected(AT, "c2", "There is no tool named nope."),
            new Event.StepFailed(AT, "c1", "not found", true),
            new Event.MessageReceived(AT, "and now?"),
            new Event.Finished(AT, "c1", "{\"done\":true}"),
            new Event.Stopped(AT, "enough"));

    @Test
    void everyEventIsALineForAPerson() {
        assertEquals("""
                thread t1 of Desk
                  person  Where is A-1?
                   model  Let me see.
                    call  look_up {"order":"A-1"}
                    call  nope
                     run  read t1/1/c1
                  result  on its way
                rejected  There is no tool named nope.
                  failed  not found
                  person  and now?
                finished  {"done":true}
                 stopped  enough
                """, printed(false, EVERY_KIND));
    }

    @Test
    void everyLineIsInTheColourOfItsKindWhereThereAreColours() {
        assertEquals("""
                ^[2mthread t1 of Desk^[0m
                ^[34m  person  Where is A-1?^[0m
                ^[32m   model  Let me see.^[0m
                ^[36m    call  look_up {"order":"A-1"}^[0m
                ^[36m    call  nope^[0m
                ^[2m     run  read t1/1/c1^[0m
                ^[2m  result  on its way^[0m
                ^[31mrejected  There is no tool named nope.^[0m
                ^[31m  failed  not found^[0m
                ^[34m  person  and now?^[0m
                ^[33mfinished  {"done":true}^[0m
                ^[33m stopped  enough^[0m
                """.replace("^", ESC), printed(true, EVERY_KIND));
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
    void aLongTextIsCut() {
        assertEquals(
                "  person  " + "x".repeat(299) + "…\n",
                printed(false, List.of(new Event.ReplyReceived(AT, "x".repeat(10_000)))));
    }

    @Test
    void aLongTextIsNotCutWithinACharacter() {
        assertEquals(
                "  person  " + "x".repeat(298) + "…\n",
                printed(false, List.of(new Event.ReplyReceived(AT, "x".repeat(298) + "😀😀"))));
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
                "     run  read t1/1/\\u001b[31m\n",
                printed(false, List.of(new Event.StepStarted(AT, "c", Effect.READ, "t1/1/" + ESC + "[31m"))));
    }

    private static String printed(boolean colour, List<Event> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "hello")));
        try (PrintStream out = new PrintStream(bytes, true, UTF_8)) {
            ThreadPrinter printer = new ThreadPrinter(out, colour);
            events.forEach(event -> printer.recorded(thread, event));
        }
        return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
