package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.BOB;
import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Reducer;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.Usage;
import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Reply;
import dev.escapement.thread.Start;
import dev.escapement.thread.ThreadStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that decisions are recorded without running the agent, and that open questions are independent. */
class ThreadInboxTest {

    private final TestStep pay =
            TestStep.named("pay").effect(Effect.DESTRUCTIVE).asking("Pay?");
    private final TestStep look = TestStep.named("look").effect(Effect.READ);
    private final TestStep ask = TestStep.named("ask").pauses();

    private ScriptedRun waiting(TestStep... steps) {
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(steps),
                ModelReply.calls(steps[0].call("a", "x"), steps[0].call("b", "y"), steps[1].call("l", "z")),
                ModelReply.text("done"));
        run.start();
        return run;
    }

    private static List<String> openCalls(ScriptedRun run) {
        return Reducer.questions(run.loop(), run.stored()).stream()
                .map(question -> question.call().id())
                .toList();
    }

    @Test
    void allQuestionsAreOpenAndReadsDoNotWait() {
        ScriptedRun run = waiting(pay, look);

        assertEquals(List.of("a", "b"), openCalls(run));
        assertEquals(
                List.of("ModelReplied", "ApprovalAsked", "ApprovalAsked", "StepStarted", "StepReturned"),
                kinds(run.stored()));
    }

    @Test
    void questionsCanBeDecidedInAnyOrder() {
        ScriptedRun run = waiting(pay, look);

        run.runner().approve("t1", "b", ALICE);
        assertEquals(List.of("a"), openCalls(run));
        assertTrue(events(run.stored(), Event.StepStarted.class).stream()
                .noneMatch(start -> start.callId().equals("b")));
        AgentThread thread = run.runner().refuse("t1", "a", BOB, "no");

        assertEquals(
                List.of("l", "b"),
                events(thread, Event.StepReturned.class).stream()
                        .map(Event.StepReturned::callId)
                        .toList());
    }

    @Test
    void pausesAreOpenTogether() {
        ScriptedRun run = waiting(ask, look);

        assertEquals(List.of("a", "b"), openCalls(run));
        run.runner().reply("t1", "b", "\"second\"");
        AgentThread thread = run.runner().reply("t1", "a", "\"first\"");

        assertEquals("done", ((Event.ModelReplied) thread.last()).text());
    }

    @Test
    void inboxWithoutLoopRecordsAnApproval() {
        ScriptedRun run = waiting(pay, look);

        AgentThread decided = ThreadInbox.of(run.store()).approve("t1", "a", ALICE);

        assertInstanceOf(Event.Approved.class, decided.last());
        assertEquals(List.of("b"), openCalls(run));
        ThreadInbox.of(run.store()).refuse("t1", "b", ALICE, "no");
        assertInstanceOf(Event.ModelReplied.class, run.runner().resume("t1").last());
    }

    @Test
    void uncheckedReplyThatIsInvalidReopensTheQuestion() {
        ScriptedRun run =
                ScriptedRun.of(TestLoop.of(ask), ModelReply.calls(ask.call("a", "Which?")), ModelReply.text("done"));
        run.start();
        ThreadInbox.of(run.store()).reply("t1", "a", "5");

        AgentThread reopened = run.runner().resume("t1");

        Event.ReplyAsked question = assertInstanceOf(Event.ReplyAsked.class, reopened.last());
        assertTrue(question.question().startsWith("Which?\n"), question::question);
        assertTrue(question.question().contains("$: expected a string, found 5"), question::question);
        AgentThread thread = run.runner().reply("t1", "a", "\"five\"");
        assertEquals("done", ((Event.ModelReplied) thread.last()).text());
        assertEquals(new Message.ToolAnswer("a", "five", false), run.answer("a"));
    }

    @Test
    void uncheckedEditThatIsInvalidReopensTheQuestion() {
        ScriptedRun run =
                ScriptedRun.of(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x")), ModelReply.text("done"));
        run.start();
        ThreadInbox.of(run.store()).approveEdited("t1", "a", ALICE, "{\"text\":5}");

        AgentThread reopened = run.runner().resume("t1");

        Event.ApprovalAsked question = assertInstanceOf(Event.ApprovalAsked.class, reopened.last());
        assertTrue(question.question().contains("$.text"), question::question);
        AgentThread thread = run.runner().approve("t1", "a", ALICE);
        assertEquals("\"x\"", events(thread, Event.StepReturned.class).get(0).result());
    }

    @Test
    void uncheckedEditThatIsValidRuns() {
        ScriptedRun run =
                ScriptedRun.of(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x")), ModelReply.text("done"));
        run.start();
        ThreadInbox.of(run.store()).approveEdited("t1", "a", ALICE, "{\"text\":\"y\"}");

        AgentThread thread = run.runner().resume("t1");

        assertEquals("\"y\"", events(thread, Event.StepReturned.class).get(0).result());
    }

    @Test
    void failedDriveCarriesTheRecordedDecision() {
        ScriptedRun run = waiting(pay, look);
        Runner offline = DeskRunners.builder(run.loop(), request -> {
                    throw new ModelUnavailableException(
                            new ModelInfo("acme", "m", "localhost", 443), "busy", 503, null, null);
                })
                .store(run.store())
                .build();
        offline.refuse("t1", "b", ALICE, "no");

        DriveException thrown = assertThrows(DriveException.class, () -> offline.approve("t1", "a", ALICE));

        assertEquals(run.stored(), thrown.thread());
        assertEquals(1, events(thrown.thread(), Event.Approved.class).size());
        NotWaitingException second = assertThrows(NotWaitingException.class, () -> offline.approve("t1", "a", ALICE));
        assertEquals(NotWaitingException.Reason.DECIDED, second.reason());
        assertTrue(second.getMessage().endsWith(RunMessages.RUNNABLE), second::getMessage);
    }

    @Test
    void failureOfTheStoreAfterADecisionCarriesIt() {
        ScriptedRun run = waiting(pay, look);
        ThreadStore broken = new ForwardingStore(run.store()) {
            @Override
            public Optional<Lease> lease(String id, Duration time) {
                throw new UncheckedIOException(new IOException("disk"));
            }
        };

        DriveException thrown =
                assertThrows(DriveException.class, () -> run.on(broken).runner().approve("t1", "a", ALICE));

        assertInstanceOf(Event.Approved.class, thrown.thread().last());
        assertInstanceOf(UncheckedIOException.class, thrown.getCause());
    }

    @Test
    void questionThatIsReopenedTwiceContainsTheLastFaultOnly() {
        ScriptedRun run = ScriptedRun.of(TestLoop.of(ask), ModelReply.calls(ask.call("a", "Which?")));
        run.start();
        for (String invalid : List.of("5", "true")) {
            ThreadInbox.of(run.store()).reply("t1", "a", invalid);
            run.runner().resume("t1");
        }

        String question = ((Event.ReplyAsked) run.stored().last()).question();

        assertTrue(question.startsWith("Which?\n"), question);
        assertTrue(question.contains("found true"), question);
        assertFalse(question.contains("found 5"), question);
    }

    @Test
    void failedDriveCarriesTheEventsOfOthers() {
        ScriptedRun[] run = new ScriptedRun[1];
        run[0] = ScriptedRun.of(TestLoop.of(look));
        Runner offline = DeskRunners.builder(TestLoop.of(look), request -> {
                    ThreadInbox.of(run[0].store()).cancel("t1", "enough");
                    throw new ModelUnavailableException(
                            new ModelInfo("acme", "m", "localhost", 443), "busy", 503, null, null);
                })
                .store(run[0].store())
                .build();

        DriveException thrown = assertThrows(DriveException.class, () -> offline.start("t1", "go"));

        assertEquals(ThreadStatus.STOPPED, thrown.thread().status());
    }

    @Test
    void messageDuringAStepReachesTheNextRequest() {
        ScriptedRun[] run = new ScriptedRun[1];
        TestStep step = TestStep.named("work").body((text, context) -> {
            ThreadInbox.of(run[0].store()).message("t1", "Also check B.");
            return Outcome.returned();
        });
        run[0] = ScriptedRun.of(TestLoop.of(step), ModelReply.calls(step.call("a", "x")), ModelReply.text("done"));

        AgentThread thread = run[0].start();

        assertEquals(
                List.of("ModelReplied", "StepStarted", "MessageReceived", "StepReturned", "ModelReplied"),
                kinds(thread));
        List<Message> request = run[0].lastRequest();
        assertEquals(new Message.User("Also check B."), request.get(request.size() - 1));
    }

    @Test
    void messageDuringARequestIsAnsweredByAnother() {
        ScriptedRun[] run = new ScriptedRun[1];
        run[0] = ScriptedRun.of(TestLoop.of(look), ModelReply.text("first"), ModelReply.text("second"))
                .with(builder -> builder.interceptor(new Interceptor() {
                    private boolean sent;

                    @Override
                    public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
                        if (!sent) {
                            sent = true;
                            ThreadInbox.of(run[0].store()).message("t1", "Wait!");
                        }
                        return next.reply(request);
                    }
                }));

        AgentThread thread = run[0].start();

        assertEquals(List.of("MessageReceived", "ModelReplied", "ModelReplied"), kinds(thread));
        assertEquals(
                List.of("go", "first", "Wait!"),
                run[0].lastRequest().stream()
                        .map(message -> message instanceof Message.User user
                                ? user.text()
                                : ((Message.Assistant) message).text())
                        .toList());
    }

    @Test
    void finishWaitsForAMessageThatTheModelHasNotSeen() {
        ScriptedRun[] run = new ScriptedRun[1];
        TestStep done = TestStep.named("done").finishes();
        TestStep step = look.body((text, context) -> {
            ThreadInbox.of(run[0].store()).message("t1", "Not yet!");
            return Outcome.returned();
        });
        run[0] = ScriptedRun.of(
                TestLoop.of(step, done),
                ModelReply.calls(step.call("a", "x"), done.call("b", "x")),
                ModelReply.calls(done.call("c", "x")));

        AgentThread thread = run[0].start();

        assertEquals("b", events(thread, Event.CallRejected.class).get(0).callId());
        assertEquals("c", events(thread, Event.Finished.class).get(0).callId());
    }

    @Test
    void endIsTheFirstEnd() {
        ScriptedRun[] run = new ScriptedRun[1];
        TestStep step = TestStep.named("work").body((text, context) -> {
            ThreadInbox.of(run[0].store()).cancel("t1", ALICE, "enough");
            return Outcome.returned();
        });
        run[0] = ScriptedRun.of(TestLoop.of(step), ModelReply.calls(step.call("a", "x")));

        AgentThread thread = run[0].start();

        assertEquals(List.of("ModelReplied", "StepStarted", "Stopped", "StepReturned"), kinds(thread));
        Event.Stopped stopped =
                assertInstanceOf(Event.Stopped.class, thread.end().orElseThrow());
        assertEquals("alice", stopped.by());
        assertEquals("enough", stopped.reason());
        assertEquals(ThreadStatus.STOPPED, thread.status());
    }

    @Test
    void startOfAnExistingThreadCarriesIt() {
        ScriptedRun run = waiting(pay, look);

        ThreadExistsException thrown =
                assertThrows(ThreadExistsException.class, () -> run.runner().start("t1", "go"));

        assertEquals(run.stored(), thrown.thread());
        assertEquals(run.stored(), run.runner().startOrGet("t1", Start.of("go")));
        assertEquals(run.stored(), run.runner().thread("t1"));
    }

    static Stream<Consumer<Runner>> nullArguments() {
        return Stream.of(
                runner -> runner.refuse("t1", "a", ALICE, null),
                runner -> runner.approve("t1", null, ALICE),
                runner -> runner.approve("t1", "a", null),
                runner -> runner.approveEdited("t1", "a", ALICE, null),
                runner -> runner.reply("t1", (String) null),
                runner -> runner.reply("t1", "a", (String) null),
                runner -> runner.reply("t1", "a", (Reply) null),
                runner -> runner.answer("t1", "a", ALICE, null),
                runner -> runner.extend("t1", ALICE, null),
                runner -> runner.cancel("t1", null),
                runner -> runner.cancel(null, "x"),
                runner -> runner.start((String) null),
                runner -> runner.start((Start) null),
                runner -> runner.start(null, "x"),
                runner -> runner.resume(null),
                runner -> runner.thread(null));
    }

    @ParameterizedTest
    @MethodSource("nullArguments")
    void nullIsRejectedByName(Consumer<Runner> call) {
        ScriptedRun run = waiting(pay, look);
        AgentThread before = run.stored();

        NullPointerException thrown = assertThrows(NullPointerException.class, () -> call.accept(run.runner()));

        assertTrue(
                List.of(
                                "id",
                                "callId",
                                "approver",
                                "reason",
                                "arguments",
                                "text",
                                "json",
                                "reply",
                                "answer",
                                "more",
                                "input",
                                "start")
                        .contains(thrown.getMessage()),
                thrown::getMessage);
        assertEquals(before, run.stored());
    }

    @Test
    void extensionRevivesAThreadThatSpentItsCost() {
        TestLoop loop = TestLoop.of(look).with(Budget.UNLIMITED.withTokens(10));
        ScriptedRun run = ScriptedRun.of(
                loop, new ModelReply("", List.of(look.call("a", "x")), new Usage(8, 8)), ModelReply.text("done"));
        AgentThread stopped = run.start();

        AgentThread thread = run.runner().extend("t1", ALICE, Budget.UNLIMITED.withTokens(100));

        assertEquals(ThreadStatus.STOPPED, stopped.status());
        assertFalse(thread.hasEnded());
        assertEquals("done", ((Event.ModelReplied) thread.last()).text());
        assertEquals(110, thread.budget().tokens().getAsLong());
    }

    @Test
    void extensionThatIsTooSmallLeavesTheThreadStopped() {
        TestLoop loop = TestLoop.of(look).with(Budget.UNLIMITED.withTokens(10));
        ScriptedRun run = ScriptedRun.of(loop, new ModelReply("", List.of(look.call("a", "x")), new Usage(8, 8)));
        run.start();

        assertTrue(
                run.runner().extend("t1", ALICE, Budget.UNLIMITED.withTokens(2)).hasEnded());
        assertThrows(IllegalArgumentException.class, () -> run.runner().extend("t1", ALICE, Budget.UNLIMITED));
    }

    @Test
    void otherEndsCannotBeExtended() {
        ScriptedRun run = waiting(pay, look);
        run.runner().cancel("t1", "enough");

        assertThrows(
                NotWaitingException.class,
                () -> run.runner().extend("t1", ALICE, Budget.UNLIMITED.withCost(BigDecimal.ONE)));
    }

    @Test
    void selectionInDoubtIsAnsweredWithTheNextCall() {
        TestStep check = TestStep.named("check");
        TestStep ship = pay.selects(check);
        LostSelection store = new LostSelection(new InMemoryThreadStore());
        ScriptedRun run = ScriptedRun.of(
                        TestLoop.of(ship, check), ModelReply.calls(ship.call("a", "x")), ModelReply.text("done"))
                .on(store);
        run.start();
        assertThrows(LostOutcomes.Killed.class, () -> run.runner().approve("t1", "a", ALICE));
        assertThrows(
                InvalidInputException.class,
                () -> run.runner().answer("t1", "a", ALICE, new Answer.Returned("\"shipped\"")));
        assertThrows(
                InvalidInputException.class,
                () -> run.runner().answer("t1", "a", ALICE, new Answer.Next("check", "{}")));

        AgentThread thread = run.runner().answer("t1", "a", ALICE, new Answer.Next("check", "{\"text\":\"x\"}"));

        assertEquals("done", ((Event.ModelReplied) thread.last()).text());
        assertEquals("a-2", events(thread, Event.StepReturned.class).get(0).callId());
    }

    @Test
    void personFinishesAThreadInPlaceOfItsStep() {
        TestStep done = TestStep.named("done")
                .effect(Effect.DESTRUCTIVE)
                .gate((text, thread) -> Verdict.proceed())
                .finishes();
        ScriptedRun run = ScriptedRun.of(
                TestLoop.of(done.body((text, context) -> {
                    throw new IllegalStateException("unclear");
                })),
                ModelReply.calls(done.call("a", "x")));
        RecordedLog hidden = RecordedLog.of(AgentInvoker.class);
        try (hidden) {
            run.start();
        }

        AgentThread thread = run.runner().answer("t1", "a", ALICE, new Answer.Finished("\"closed\""));

        assertEquals(
                new Event.Finished(DeskRunners.AT, "a", "\"closed\""),
                thread.end().orElseThrow());
        assertEquals(ThreadStatus.FINISHED, thread.status());
    }

    @Test
    void malformedAnswerIsRejected() {
        ScriptedRun run = waiting(look, pay);

        InvalidInputException thrown = assertThrows(
                InvalidInputException.class,
                () -> run.runner().answer("t1", "l", ALICE, new Answer.Returned("it was done")));

        assertEquals(InvalidInputException.Reason.INVALID_JSON, thrown.reason());
    }

    @Test
    void callThatWaitsForApprovalCanBeAnswered() {
        ScriptedRun run =
                ScriptedRun.of(TestLoop.of(pay), ModelReply.calls(pay.call("a", "x")), ModelReply.text("done"));
        run.start();

        AgentThread thread = run.runner().answer("t1", "a", ALICE, new Answer.Failed("Paid in cash."));

        assertEquals("done", ((Event.ModelReplied) thread.last()).text());
        assertTrue(run.answer("a").text().contains("Paid in cash."));
        assertInstanceOf(Command.AwaitMessage.class, run.next());
    }

    /** A store whose process is killed when it appends the selection of a step. */
    private static final class LostSelection extends ForwardingStore {

        private boolean killed;

        LostSelection(ThreadStore store) {
            super(store);
        }

        @Override
        public void append(Append append) {
            if (!killed && append.events().stream().anyMatch(Event.CallSelected.class::isInstance)) {
                killed = true;
                throw new LostOutcomes.Killed();
            }
            super.append(append);
        }
    }
}
