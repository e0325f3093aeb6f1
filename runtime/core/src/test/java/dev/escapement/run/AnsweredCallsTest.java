package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Finish;
import dev.escapement.fixture.Desk;
import dev.escapement.fixture.DeskLoop;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.model.spi.Conversation;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every call of a reply is answered exactly once, in these words, and the thread goes on. */
class AnsweredCallsTest {

    private static final Call LOOK_UP = new Call("c1", "look_up", "{\"order\":\"A-1\",\"lines\":2}");
    private static final Call NOTE = new Call("c2", "note", "{\"text\":\"x\"}");
    private static final Call PING = new Call("c3", "ping", "");
    private static final Call CLOSE = new Call("c4", "close", "{\"summary\":\"x\"}");

    private static final Event.ModelReplied LAST = new Event.ModelReplied(
            DeskRunners.AT, "I see.", List.of(), ModelReply.text("").usage());

    private final RecordedLog log = RecordedLog.of(AgentInvoker.class);

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void aCallThatIsRight() {
        assertEquals(List.of(answer("c1", "A-1 has 2 lines")), answers(new Desk(), LOOK_UP));
    }

    @Test
    void aStepThatReturnsNothing() {
        assertEquals(List.of(answer("c2", "Done.")), answers(new Desk(), NOTE));
    }

    @Test
    void noArgumentsAtAllForAToolWithoutParameters() {
        assertEquals(List.of(answer("c3", "true")), answers(new Desk(), PING));
    }

    @Test
    void anUnknownTool() {
        assertEquals(
                List.of(error(
                        "c1",
                        "There is no tool named lookup_order."
                                + " The tools are: look_up, note, ping, close, abandon.")),
                answers(new Desk(), new Call("c1", "lookup_order", "{}")));
    }

    @Test
    void anUnknownToolWithANameThatIsClose() {
        assertEquals(
                List.of(error(
                        "c1",
                        "There is no tool named lookUp. Did you mean look_up?"
                                + " The tools are: look_up, note, ping, close, abandon.")),
                answers(new Desk(), new Call("c1", "lookUp", LOOK_UP.arguments())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"order\":\"A-1\",\"lines\":2      | $: expected complete JSON, found the end of the text at line 1, column 25",
                "{\"order\":\"A-1\",\"lines\":2}}    | $: expected well-formed JSON, found a syntax error at line 1, column 26",
                "``                                  | $: expected an object, found nothing",
                "\"{\"                               | $: expected an object, found the string \"{\"",
                "{\"order\":\"A-1\",\"lines\":\"2\"} | $.lines: expected an integer, found the string \"2\"",
                "{\"order\":\"A-1\",\"lines\":3e9}   | $.lines: expected an integer of 32 bits, found 3e9",
                "{\"order\":\"A-1\"}                 | $.lines: expected a value, found nothing",
                "{\"order\":\"A-1\",\"lines\":2,\"limit\":9} | $.limit: expected no such property, found 9"
            })
    void wrongArguments(String arguments, String violation) {
        assertEquals(
                List.of(error("c1", "The arguments of look_up were rejected.\n" + violation)),
                answers(new Desk(), new Call("c1", "look_up", arguments)));
    }

    @Test
    void anExceptionThatTheStepDeclares() {
        Desk desk = new Desk() {
            @Override
            public String lookUp(LookUp call) throws OrderNotFound {
                throw new OrderNotFound("There is no order " + call.order());
            }
        };

        assertEquals(List.of(error("c1", "There is no order A-1")), answers(desk, LOOK_UP));
    }

    @Test
    void anExceptionThatTheStepDeclaresWithoutAMessage() {
        Desk desk = new Desk() {
            @Override
            public String lookUp(LookUp call) throws OrderNotFound {
                throw new OrderNotFound(null);
            }
        };

        assertEquals(List.of(error("c1", "OrderNotFound")), answers(desk, LOOK_UP));
    }

    @Test
    void anExceptionThatTheStepDoesNotDeclare() {
        assertEquals(
                List.of(error("c1", "The tool failed for a reason that the arguments cannot mend. Reference: t1/1/c1")),
                answers(leaking(new IllegalStateException("db password=hunter2")), LOOK_UP));
    }

    @Test
    void theMessageOfAnUndeclaredExceptionReachesNeitherTheModelNorTheThread() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(LOOK_UP), ModelReply.text("I see."))) {
            AgentThread thread = DeskRunners.of(leaking(new IllegalStateException("db password=hunter2")), model)
                    .start("hello");

            assertFalse((model.requests() + thread.toJson()).contains("hunter2"));
        }
    }

    @Test
    void theLogHasAnUndeclaredExceptionAndItsReference() {
        RuntimeException defect = new IllegalStateException("db password=hunter2");

        answers(leaking(defect), LOOK_UP);

        assertEquals(List.of(new RecordedLog.Entry("look_up failed, reference t1/1/c1", defect)), log.entries());
    }

    /** What it did is done, and its contract has no word for this. */
    @Test
    void aResultThatCannotBeWrittenIsNoFailureOfTheStep() {
        Desk desk = new Desk() {
            @Override
            public String lookUp(LookUp call) {
                return null;
            }
        };

        assertEquals(
                List.of(new Message.ToolAnswer(
                        "c1",
                        "Error: The tool did its work, but its result cannot be shown. Reference: t1/1/c1",
                        true)),
                answers(desk, LOOK_UP));
        assertEquals(
                List.of("The method ran, but it returned null"),
                log.entries().stream().map(entry -> entry.thrown().getMessage()).toList());
    }

    @Test
    void aDeclaredExceptionIsNotLogged() {
        Desk desk = new Desk() {
            @Override
            public String lookUp(LookUp call) throws OrderNotFound {
                throw new OrderNotFound("no");
            }
        };

        answers(desk, LOOK_UP);

        assertEquals(List.of(), log.entries());
    }

    @Test
    void aStepThatReturnsNullAgainstItsContract() {
        Desk desk = new Desk() {
            @Override
            public Finish<String> close(String summary) {
                return null;
            }
        };

        assertEquals(
                List.of(error("c4", "The tool did its work, but its result cannot be shown. Reference: t1/1/c4")),
                answers(desk, CLOSE));
    }

    @Test
    void severalCallsWithMixedFaults() {
        Desk desk = new Desk() {
            @Override
            public void note(String text) {
                throw new IllegalStateException("defect");
            }
        };

        assertEquals(
                List.of(
                        error(
                                "c4",
                                "Not run, because another call of the same reply did not succeed."
                                        + " Read its answer, then decide again."),
                        error("c2", "The tool failed for a reason that the arguments cannot mend. Reference: t1/1/c2"),
                        error(
                                "c5",
                                "There is no tool named weather. The tools are: look_up, note, ping, close, abandon."),
                        answer("c1", "A-1 has 2 lines"),
                        error(
                                "c6",
                                "The arguments of look_up were rejected.\n" + "$: expected an object, found an array"),
                        answer("c3", "true")),
                answers(
                        desk,
                        CLOSE,
                        NOTE,
                        new Call("c5", "weather", "{}"),
                        LOOK_UP,
                        new Call("c6", "look_up", "[]"),
                        PING));
    }

    @Test
    void twoCallsThatFinish() {
        String reason = "Not run, because the same reply finishes the thread in more than one way. Choose one.";

        assertEquals(
                List.of(error("c4", reason), error("c5", reason)),
                answers(new Desk(), CLOSE, new Call("c5", "abandon", "{\"reason\":\"x\"}")));
    }

    @Test
    void theSameFaultAgainAndAgain() {
        Call nope = new Call("c1", "nope", "{}");
        try (ScriptedModel model =
                ScriptedModel.of(ModelReply.calls(nope), ModelReply.calls(nope), ModelReply.text("I see."))) {
            AgentThread thread = DeskRunners.of(new Desk(), model).start("hello");

            assertEquals(
                    List.of(1L, 1L),
                    Stream.of("c1", "c1-2").map(id -> countAnswers(thread, id)).toList());
        }
    }

    @Test
    void anErrorOfTheVirtualMachineEndsTheRun() {
        Desk desk = new Desk() {
            @Override
            public void note(String text) {
                throw new StackOverflowError("deep");
            }
        };
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(NOTE))) {
            assertThrows(
                    StackOverflowError.class, () -> DeskRunners.of(desk, model).start("hello"));
        }
    }

    @Test
    void aCallWhoseStepEndedTheRunWithAnErrorIsAnsweredOnceItIsResumed() {
        ThreadStore store = new InMemoryThreadStore();
        Desk desk = new Desk() {
            @Override
            public void note(String text) {
                if (contexts().size() == 1) {
                    throw new StackOverflowError("deep");
                }
            }
        };
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(NOTE), ModelReply.text("I see."))) {
            Runner runner = DeskRunners.of(desk, model, store);
            assertThrows(StackOverflowError.class, () -> runner.start("hello"));

            AgentThread thread = runner.resume("t1");

            assertEquals(1, countAnswers(thread, "c2"));
            assertEquals(LAST, thread.last());
        }
    }

    @Test
    void aStepThatIsInterruptedEndsTheRunAndStaysInterrupted() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(NOTE))) {
            Runner runner = DeskRunners.of(interrupted(), model);

            CancellationException ended = assertThrows(CancellationException.class, () -> runner.start("hello"));

            assertTrue(Thread.interrupted(), "the interruption must not be lost");
            assertInstanceOf(InterruptedException.class, ended.getCause());
        }
    }

    @Test
    void aCallWhoseStepWasInterruptedIsAnsweredOnceItIsResumed() {
        ThreadStore store = new InMemoryThreadStore();
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(NOTE), ModelReply.text("I see."))) {
            Runner runner = DeskRunners.of(interrupted(), model, store);
            assertThrows(CancellationException.class, () -> runner.start("hello"));
            Thread.interrupted();

            AgentThread thread = runner.resume("t1");

            assertEquals(1, countAnswers(thread, "c2"));
            assertEquals(LAST, thread.last());
        }
    }

    private static Desk leaking(RuntimeException defect) {
        return new Desk() {
            @Override
            public String lookUp(LookUp call) {
                throw defect;
            }
        };
    }

    private static Desk interrupted() {
        return new Desk() {
            @Override
            public void note(String text) throws InterruptedException {
                if (contexts().size() == 1) {
                    throw new InterruptedException("stop");
                }
            }
        };
    }

    /** The answers to the calls of one reply, as the next request shows them; the thread must have gone on. */
    private static List<Message> answers(Desk desk, Call... calls) {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(calls), ModelReply.text("I see."))) {
            AgentThread thread = DeskRunners.of(desk, model).start("hello");

            assertEquals(LAST, thread.last());
            for (Call call : calls) {
                assertEquals(1, countAnswers(thread, call.id()), call.id());
            }
            List<Message> messages = model.requests().get(1).messages();
            List<Message> said = List.of(new Message.User("hello"), new Message.Assistant("", List.of(calls)));
            assertEquals(Conversation.understood(said, new DeskLoop(desk).tools()), messages.subList(0, 2));
            return messages.subList(2, messages.size());
        }
    }

    private static long countAnswers(AgentThread thread, String callId) {
        return thread.events().stream()
                .filter(event ->
                        event instanceof Event.Answer answer && answer.callId().equals(callId))
                .count();
    }

    private static Message answer(String callId, String text) {
        return new Message.ToolAnswer(callId, text, false);
    }

    private static Message error(String callId, String text) {
        return new Message.ToolAnswer(callId, "Error: " + text, true);
    }
}
