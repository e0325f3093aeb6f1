package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Prefetch;
import dev.escapement.engine.Command;
import dev.escapement.engine.ContextSource;
import dev.escapement.engine.ModelMessages;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.ScriptedModel;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.model.spi.Conversation;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.RequestFailed.Part;
import dev.escapement.thread.ThreadStatus;
import dev.escapement.tool.Call;
import java.io.IOError;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a fault that would recur on each resume is recorded, counted, and leaves a state for a person. */
class PoisonTest {

    private static final ModelInfo MODEL = new ModelInfo("acme", "large-1", "localhost", 443);

    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private RecordedLog log;

    @BeforeEach
    void recordLog() {
        log = RecordedLog.of(ModelRequester.class);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    private Runner runner(TestLoop loop, Model model) {
        return DeskRunners.builder(loop, model).store(store).build();
    }

    static Stream<Arguments> recurringFaults() {
        TestLoop loop = TestLoop.of(TestStep.named("work"));
        Model silent = request -> ModelReply.text("Hello");
        return Stream.of(
                Arguments.of(
                        loop.showing((thread, last) -> {
                            throw new IllegalStateException("defect");
                        }),
                        silent,
                        Part.CONTEXT),
                Arguments.of(
                        loop.showing((thread, last) -> {
                            throw new StackOverflowError();
                        }),
                        silent,
                        Part.CONTEXT),
                Arguments.of(
                        loop.prompting(() -> {
                            throw new IOError(new IOException("disk"));
                        }),
                        silent,
                        Part.PROMPT),
                Arguments.of(loop.showing((thread, last) -> null), silent, Part.CONTEXT),
                Arguments.of(loop.prompting(() -> null), silent, Part.PROMPT),
                Arguments.of(
                        loop.prompting(() -> {
                            throw new IllegalStateException("defect");
                        }),
                        silent,
                        Part.PROMPT),
                Arguments.of(
                        loop,
                        (Model) request -> {
                            throw new RequestRejectedException(MODEL, "context too long", 400, "context_length");
                        },
                        Part.PROVIDER),
                Arguments.of(loop, (Model) request -> null, Part.PROVIDER),
                Arguments.of(
                        loop,
                        (Model) request -> {
                            throw PoisonTest.<RuntimeException>unchecked(new IOException("undeclared"));
                        },
                        Part.PROVIDER),
                Arguments.of(
                        loop,
                        (Model) request -> {
                            throw new StackOverflowError();
                        },
                        Part.PROVIDER),
                Arguments.of(
                        loop,
                        (Model) request -> {
                            throw new ClassCastException("defect of a client");
                        },
                        Part.PROVIDER));
    }

    /** Returns an exception as another language throws it, without a declaration. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @ParameterizedTest
    @MethodSource("recurringFaults")
    void recurringFaultEndsInAStateForAPerson(TestLoop loop, Model model, Part part) {
        Runner broken = runner(loop, model);
        DriveException first = assertThrows(DriveException.class, () -> broken.start("t1", "go"));
        assertThrows(DriveException.class, () -> broken.resume("t1"));
        assertThrows(DriveException.class, () -> broken.resume("t1"));

        AgentThread waiting = broken.resume("t1");

        assertEquals(1, first.thread().events().size() - 1);
        assertEquals(
                List.of(part, part, part),
                events(waiting, RequestFailed.class).stream()
                        .map(RequestFailed::part)
                        .toList());
        assertEquals(ThreadStatus.WAITING, waiting.status());
        assertInstanceOf(Command.AwaitMessage.class, loop.next(waiting));
        AgentThread repaired = runner(TestLoop.of(TestStep.named("work")), ScriptedModel.of(ModelReply.text("Hello")))
                .reply("t1", "Go on.");
        assertInstanceOf(Event.ModelReplied.class, repaired.last());
    }

    @Test
    void messageOfAnUnexpectedExceptionStaysInTheLog() {
        Runner broken = runner(
                TestLoop.of(TestStep.named("work")).prompting(() -> {
                    throw new IllegalStateException("password=secret");
                }),
                ScriptedModel.of());

        DriveException thrown = assertThrows(DriveException.class, () -> broken.start("t1", "go"));

        assertFalse(
                events(thrown.thread(), RequestFailed.class).get(0).message().contains("secret"));
        assertTrue(log.entries().get(0).thrown().getMessage().contains("secret"));
    }

    @Test
    void rejectedRequestIsIdentifiedByTheProvidersId() {
        ResponseInfo response = new ResponseInfo("req_7", Map.of("x-ratelimit-limit-requests", "10"));
        Runner broken = runner(TestLoop.of(TestStep.named("work")), request -> {
            throw new RequestRejectedException(MODEL, "too long", 400, "", response, null);
        });

        DriveException thrown = assertThrows(DriveException.class, () -> broken.start("t1", "go"));

        RequestFailed failed = events(thrown.thread(), RequestFailed.class).get(0);
        assertEquals("too long. Request id: req_7", failed.message());
        assertEquals(response, failed.response());
    }

    @Test
    void unknownFinishReasonIsLogged() {
        ModelReply odd = new ModelReply(
                "Half",
                List.of(),
                Usage.NONE,
                StopReason.UNKNOWN,
                new ReplyProvenance("acme", "large-1", "", "", "", "strange", ResponseInfo.NONE),
                Optional.empty());

        runner(TestLoop.of(TestStep.named("work")), ScriptedModel.of(odd, ModelReply.text("Whole")))
                .start("t1", "go");

        assertEquals(
                List.of("The model large-1 stopped for an unknown reason: strange. The reply is not used."),
                log.entries().stream().map(RecordedLog.Entry::message).toList());
    }

    @Test
    void temporaryFailureOfTheModelIsNotRecorded() {
        Runner offline = runner(TestLoop.of(TestStep.named("work")), request -> {
            throw new ModelUnavailableException(MODEL, "busy", 503, null, null);
        });

        DriveException thrown = assertThrows(DriveException.class, () -> offline.start("t1", "go"));

        assertInstanceOf(ModelException.class, thrown.getCause());
        assertEquals(List.of(), kinds(thrown.thread()));
        assertEquals(ThreadStatus.RUNNABLE, thrown.thread().status());
    }

    @Test
    void nullReplyNamesTheModel() {
        Model model = new Model() {
            @Override
            public ModelReply reply(ModelRequest request) {
                return null;
            }

            @Override
            public ModelInfo info() {
                return MODEL;
            }
        };

        DriveException thrown = assertThrows(
                DriveException.class,
                () -> runner(TestLoop.of(TestStep.named("work")), model).start("t1", "go"));

        assertTrue(thrown.getMessage().contains("large-1"), thrown::getMessage);
    }

    @Test
    void defectOfAnArgumentRecordAnswersTheCall() {
        for (TestStep step : List.of(
                TestStep.named("work").understanding(text -> {
                    throw new AssertionError("defect");
                }),
                TestStep.named("work").asking("Run?").understanding(text -> {
                    throw new NoClassDefFoundError("lib/Missing");
                }),
                TestStep.named("work").understanding(text -> {
                    throw new IOError(new IOException("disk"));
                }),
                TestStep.named("work").asking("Run?").understanding(text -> {
                    throw new Error("defect");
                }))) {
            ScriptedRun run =
                    ScriptedRun.of(TestLoop.of(step), ModelReply.calls(step.call("a", "x")), ModelReply.text("."));
            RecordedLog hidden = RecordedLog.of(AgentInvoker.class);
            try (hidden) {
                AgentThread thread = run.start();

                assertEquals(
                        ModelMessages.ARGUMENTS_UNUSABLE,
                        events(thread, Event.CallRejected.class).get(0).reason());
                assertEquals(1, hidden.entries().size());
            }
        }
    }

    /** Clients convert arguments that are not an object in every later request. */
    @Test
    void defectOfAnArgumentRecordDoesNotPreventRequests() {
        TestStep step = TestStep.named("work").asking("Run?");
        for (TestStep defective : List.of(step.unwritable(), step.understanding(text -> {
            throw new AssertionError("defect");
        }))) {
            Deque<ModelReply> replies = new ArrayDeque<>(
                    List.of(ModelReply.call("a", "work", "\"{\\\"text\\\":\\\"x\\\"}\""), ModelReply.text("Hello")));
            List<Message> converted = new ArrayList<>();
            Model client = request -> {
                converted.addAll(Conversation.of(request));
                return replies.remove();
            };
            Runner runner = DeskRunners.builder(TestLoop.of(defective), client)
                    .store(new InMemoryThreadStore())
                    .build();
            try (RecordedLog hidden = RecordedLog.of(AgentInvoker.class)) {
                AgentThread thread = runner.start("go");

                assertEquals(List.of("ModelReplied", "CallRejected", "ModelReplied"), kinds(thread));
                assertEquals(1, hidden.entries().size());
            }
            assertTrue(converted.contains(new Message.Assistant("", List.of(new Call("a", "work", "{}")))));
        }
    }

    @Test
    void argumentsThatCannotBeBoundToAnApprovalAreRejected() {
        TestStep step = TestStep.named("work").asking("Run?");
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(step.unwritable()), ModelReply.calls(step.call("a", "x")), ModelReply.text("."));
        RecordedLog hidden = RecordedLog.of(AgentInvoker.class);
        try (hidden) {
            AgentThread thread = run.start();

            assertEquals(
                    ModelMessages.ARGUMENTS_UNUSABLE,
                    events(thread, Event.CallRejected.class).get(0).reason());
            assertEquals(1, hidden.entries().size());
        }
    }

    @Test
    void contextThatIsNullIsAFailureOfTheSource() {
        TestLoop loop = TestLoop.of(TestStep.named("work"))
                .with(new ContextSource("tags", Prefetch.When.START))
                .fetching((source, thread) -> null);
        ScriptedRun run = ScriptedRun.of(loop, ModelReply.text("Hello"));
        RecordedLog hidden = RecordedLog.of(AgentInvoker.class);
        try (hidden) {
            assertEquals(List.of("ContextFailed", "ModelReplied"), kinds(run.start()));
        }
    }

    @Test
    void gateThatReturnsNullAnswersTheCall() {
        TestStep step = TestStep.named("work").gate((text, thread) -> null);
        ScriptedRun run =
                ScriptedRun.of(TestLoop.of(step), ModelReply.calls(step.call("a", "x")), ModelReply.text("."));
        RecordedLog hidden = RecordedLog.of(AgentInvoker.class);
        try (hidden) {
            assertEquals(List.of("ModelReplied", "GateFailed", "ModelReplied"), kinds(run.start()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u2003", "\u00a0", "\u200b\u2060", "\ufeff", "\u0000"})
    void blankInputIsRejectedOnEntry(String blank) {
        ScriptedRun run = ScriptedRun.of(TestLoop.of(TestStep.named("work")), ModelReply.text("Hello"));

        assertThrows(InvalidInputException.class, () -> run.runner().start("t2", blank));
        run.start();
        assertThrows(InvalidInputException.class, () -> run.runner().reply("t1", blank));

        assertTrue(run.store().load("t2").isEmpty());
        assertEquals(List.of("ModelReplied"), kinds(run.stored()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\" \\n\"", "\"\u00a0\"", "\"\u200b\""})
    void blankReplyIsRejectedOnEntry(String blank) {
        TestStep ask = TestStep.named("ask").pauses();
        ScriptedRun run = ScriptedRun.of(TestLoop.of(ask), ModelReply.calls(ask.call("a", "Which?")));
        AgentThread waiting = run.start();

        InvalidInputException thrown =
                assertThrows(InvalidInputException.class, () -> run.runner().reply("t1", "a", blank));

        assertEquals(waiting, thrown.thread().orElseThrow());
        assertEquals(waiting, run.stored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b"})
    void blankReplyOfTheModelIsRejectedAndOmitted(String blank) {
        ScriptedRun run =
                ScriptedRun.of(TestLoop.of(TestStep.named("work")), ModelReply.text(blank), ModelReply.text("Hello"));

        AgentThread thread = run.start();

        assertEquals(List.of("ModelReplied", "TextRejected", "ModelReplied"), kinds(thread));
        assertTrue(run.lastRequest().stream().noneMatch(Message.Assistant.class::isInstance));
    }

    @Test
    void replyWithTooManyCallsIsRejected() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            calls.add(TestStep.named("work").call("c" + i, "x"));
        }
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(TestStep.named("work")),
                new ModelReply("", calls, new Usage(1, 1)),
                ModelReply.text("Hello"));

        AgentThread thread = run.start();

        assertEquals(List.of("ModelReplied", "TextRejected", "ModelReplied"), kinds(thread));
        assertEquals(
                StopReason.TOO_MANY_CALLS,
                events(thread, Event.ModelReplied.class).get(0).stop());
        assertTrue(run.lastRequest().stream().noneMatch(Message.ToolAnswer.class::isInstance));
    }
}
