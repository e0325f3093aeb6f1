package dev.escapement.run;

import static dev.escapement.codegen.DecodingSupport.missing;
import static dev.escapement.codegen.DecodingSupport.string;
import static dev.escapement.codegen.DecodingSupport.syntaxFault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.escapement.Finish;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.ResultException;
import dev.escapement.fixture.Desk;
import dev.escapement.fixture.DeskLoop;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.model.spi.Conversation;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that every call of a reply, however faulty, receives exactly one answer, and the thread continues. */
class AnsweredCallsTest {

    private static final List<String> TOOLS = List.of("look_up", "note", "ping", "close", "abandon");

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
        assertEquals(List.of(answer("c2", Rendering.notice(Rendering.DONE))), answers(new Desk(), NOTE));
    }

    @Test
    void noArgumentsAtAllForAToolWithoutParameters() {
        assertEquals(List.of(answer("c3", "true")), answers(new Desk(), PING));
    }

    @Test
    void anUnknownTool() {
        assertEquals(
                List.of(error("c1", ModelMessages.unknownTool("lookup_order", TOOLS))),
                answers(new Desk(), new Call("c1", "lookup_order", "{}")));
    }

    @Test
    void anUnknownToolWithANameThatIsClose() {
        assertEquals(
                List.of(error("c1", ModelMessages.unknownTool("lookUp", TOOLS))),
                answers(new Desk(), new Call("c1", "lookUp", LOOK_UP.arguments())));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("{\"order\":\"A-1\",\"lines\":2", syntaxFault("{\"order\":\"A-1\",\"lines\":2")),
                arguments("{\"order\":\"A-1\",\"lines\":2}}", syntaxFault("{\"order\":\"A-1\",\"lines\":2}}")),
                arguments("", new Violation("$", ViolationMessages.OBJECT, ViolationMessages.NOTHING)),
                arguments("\"{\"", new Violation("$", ViolationMessages.OBJECT, string("{"))),
                arguments(
                        "{\"order\":\"A-1\",\"lines\":\"2\"}",
                        new Violation("$.lines", ViolationMessages.INTEGER, string("2"))),
                arguments("{\"order\":\"A-1\",\"lines\":3e9}", new Violation("$.lines", ViolationMessages.INT, "3e9")),
                arguments("{\"order\":\"A-1\"}", missing("$.lines")),
                arguments(
                        "{\"order\":\"A-1\",\"lines\":2,\"limit\":9}",
                        new Violation("$.limit", ViolationMessages.UNKNOWN_PROPERTY, "9")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongArguments(String arguments, Violation violation) {
        assertEquals(
                List.of(error("c1", feedback("look_up", violation))),
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

        assertEquals(List.of(declared("c1", "There is no order A-1")), answers(desk, LOOK_UP));
    }

    @Test
    void anExceptionThatTheStepDeclaresWithoutAMessage() {
        Desk desk = new Desk() {
            @Override
            public String lookUp(LookUp call) throws OrderNotFound {
                throw new OrderNotFound(null);
            }
        };

        assertEquals(List.of(declared("c1", "OrderNotFound")), answers(desk, LOOK_UP));
    }

    @Test
    void anExceptionThatTheStepDoesNotDeclare() {
        assertEquals(
                List.of(error("c1", ModelMessages.stepFailed("t1/1/c1"))),
                answers(leaking(new IllegalStateException("db password=hunter2")), LOOK_UP));
    }

    @Test
    void undeclaredMessageStaysOutOfModelAndThread() {
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

        assertEquals(1, log.entries().size());
        String entry = log.entries().get(0).message();
        assertTrue(entry.startsWith(RunMessages.stepFailed("look_up", "t1/1/c1")), entry);
        assertEquals(defect, log.entries().get(0).thrown());
    }

    /** The step has taken effect, and its contract does not include this failure. */
    @Test
    void aResultThatCannotBeWrittenIsNoFailureOfTheStep() {
        Desk desk = new Desk() {
            @Override
            public String lookUp(LookUp call) {
                return null;
            }
        };

        assertEquals(List.of(error("c1", ModelMessages.resultNotShown("t1/1/c1"))), answers(desk, LOOK_UP));
        assertEquals(1, log.entries().size());
        assertNull(assertInstanceOf(ResultException.class, log.entries().get(0).thrown())
                .getCause());
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

        assertEquals(List.of(error("c4", ModelMessages.resultNotShown("t1/1/c4"))), answers(desk, CLOSE));
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
                        error("c4", ModelMessages.OTHERS_FAILED),
                        error("c2", ModelMessages.mayHaveTakenEffect("t1/1/c2")),
                        error("c5", ModelMessages.unknownTool("weather", TOOLS)),
                        answer("c1", "A-1 has 2 lines"),
                        error(
                                "c6",
                                feedback(
                                        "look_up",
                                        new Violation("$", ViolationMessages.OBJECT, ViolationMessages.ARRAY))),
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
        String reason = ModelMessages.TWO_ENDS;

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
    void anErrorOfAReadStep() {
        Desk desk = new Desk() {
            @Override
            public String lookUp(LookUp call) {
                throw new StackOverflowError("deep");
            }
        };

        assertEquals(List.of(error("c1", ModelMessages.stepFailed("t1/1/c1"))), answers(desk, LOOK_UP));
    }

    @Test
    void anErrorOfAWriteStep() {
        Desk desk = new Desk() {
            @Override
            public void note(String text) {
                throw new StackOverflowError("deep");
            }
        };

        assertEquals(List.of(error("c2", ModelMessages.mayHaveTakenEffect("t1/1/c2"))), answers(desk, NOTE));
        assertEquals(1, desk.contexts().size());
    }

    @Test
    void interruptedStepEndsTheRun() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(NOTE))) {
            Runner runner = DeskRunners.of(interrupted(), model);

            DriveInterruptedException ended =
                    assertThrows(DriveInterruptedException.class, () -> runner.start("hello"));

            assertTrue(Thread.interrupted(), "the interruption must not be lost");
            assertInstanceOf(InterruptedException.class, ended.getCause());
            assertInstanceOf(Event.StepStarted.class, ended.thread().last());
        }
    }

    @Test
    void interruptedCallIsAnsweredOnResume() {
        ThreadStore store = new InMemoryThreadStore();
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(NOTE), ModelReply.text("I see."))) {
            Runner runner = DeskRunners.of(interrupted(), model, store);
            assertThrows(DriveInterruptedException.class, () -> runner.start("hello"));
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

    /** Returns the answers to the calls of one reply from the next request, which must exist. */
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
                .filter(event -> event instanceof Event.CallAnswer answer
                        && answer.callId().equals(callId))
                .count();
    }

    private static String feedback(String tool, Violation violation) {
        return new Decoded.Rejected<>(List.of(violation)).feedback(tool);
    }

    private static Message answer(String callId, String text) {
        return new Message.ToolAnswer(callId, text, false);
    }

    private static Message declared(String callId, String text) {
        return new Message.ToolAnswer(callId, Rendering.ERROR + text, true);
    }

    private static Message error(String callId, String text) {
        return new Message.ToolAnswer(callId, Rendering.notice(Rendering.ERROR + text), true);
    }
}
