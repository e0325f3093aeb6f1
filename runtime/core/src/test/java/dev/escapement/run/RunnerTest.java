package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.Policy;
import dev.escapement.fixture.Desk;
import dev.escapement.fixture.DeskLoop;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ScriptedModel;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Tests of starting, resuming, replying and cancelling; of listeners, clocks and conflicting runs. */
class RunnerTest {

    private static final Call NOTE = new Call("c1", "note", "{\"text\":\"x\"}");
    private static final Call CLOSE = new Call("c2", "close", "{\"summary\":\"x\"}");

    private final InMemoryThreadStore store = new InMemoryThreadStore();

    @Test
    void aThreadIsTheEventsOfItsRun() {
        try (ScriptedModel model =
                ScriptedModel.of(new ModelReply("On it.", List.of(NOTE), new Usage(10, 2)), ModelReply.calls(CLOSE))) {
            AgentThread thread = DeskRunners.of(new Desk(), model, store).start("hello");

            assertEquals(
                    new AgentThread(
                            "t1",
                            List.of(
                                    DeskRunners.started("hello"),
                                    new Event.ModelReplied(DeskRunners.AT, "On it.", List.of(NOTE), new Usage(10, 2)),
                                    new Event.StepStarted(DeskRunners.AT, "c1", Effect.WRITE, "t1/1/c1", 1, "returns"),
                                    new Event.StepReturned(DeskRunners.AT, "c1", ""),
                                    new Event.ModelReplied(DeskRunners.AT, "", List.of(CLOSE), Usage.NONE),
                                    new Event.StepStarted(DeskRunners.AT, "c2", Effect.WRITE, "t1/2/c2", 1, "finishes"),
                                    new Event.Finished(DeskRunners.AT, "c2", "\"closed: x\""))),
                    thread);
        }
    }

    @Test
    void triggerPayloadIsRecordedAndItsTextShown() {
        Start start = Start.of("on_mail", JsonWriter::writeString, "From: bob", "bob asks for help");
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            AgentThread thread = DeskRunners.of(new Desk(), model).start(start);

            assertEquals(
                    DeskRunners.started(
                            new DeskLoop(new Desk()),
                            new Start("bob asks for help", "on_mail", "\"From: bob\""),
                            Policy.DEFAULT.budget()),
                    thread.events().get(0));
            assertEquals(
                    List.of(new Message.User("bob asks for help")),
                    model.requests().get(0).messages());
        }
    }

    @Test
    void aTriggerThatIsDeliveredTwiceStartsOneThread() {
        Start start = Start.of("on_mail", JsonWriter::writeString, "From: bob", "bob asks for help");
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            Runner runner = DeskRunners.of(new Desk(), model, store);
            AgentThread thread = runner.start("mail/7", start);

            ThreadExistsException refusal =
                    assertThrows(ThreadExistsException.class, () -> runner.start("mail/7", start));

            assertEquals(thread, refusal.thread());
            assertEquals(thread, store.load("mail/7").orElseThrow());
        }
    }

    @Test
    void requestHasPromptRenderingAndTools() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            DeskRunners.of(new Desk(), model).start("hello");

            assertEquals(
                    List.of(new ModelRequest(
                            "You look up orders.",
                            List.of(new Message.User("hello")),
                            new DeskLoop(new Desk()).tools())),
                    model.requests());
        }
    }

    @Test
    void theToolsAreOfferedInTheOrderOfTheSteps() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            DeskRunners.of(new Desk(), model).start("hello");

            assertEquals(
                    List.of("look_up", "note", "ping", "close", "abandon"),
                    model.requests().get(0).tools().stream().map(ToolSpec::name).toList());
        }
    }

    @Test
    void theStoreHasWhatTheRunnerReturns() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(NOTE), ModelReply.text("hi"))) {
            AgentThread thread = DeskRunners.of(new Desk(), model, store).start("hello");

            assertEquals(thread, store.load("t1").orElseThrow());
        }
    }

    @Test
    void theStartOfAStepIsStoredBeforeItRuns() {
        List<Event> lastWhenRun = new ArrayList<>();
        Desk desk = new Desk() {
            @Override
            public void note(String text) {
                lastWhenRun.add(store.load("t1").orElseThrow().last());
            }
        };
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(NOTE), ModelReply.text("hi"))) {
            DeskRunners.of(desk, model, store).start("hello");

            assertEquals(
                    List.of(new Event.StepStarted(DeskRunners.AT, "c1", Effect.WRITE, "t1/1/c1", 1, "returns")),
                    lastWhenRun);
        }
    }

    @Test
    void threadsGetNewIdsUnlessTheyAreGiven() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"), ModelReply.text("hi"))) {
            Runner runner = Runner.of(new DeskLoop(new Desk()))
                    .model(model)
                    .store(store)
                    .build();

            assertNotEquals(runner.start("hello").id(), runner.start("hello").id());
        }
    }

    @Test
    void aThreadCanBeStartedUnderAGivenId() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            assertEquals(
                    "customer/7",
                    DeskRunners.of(new Desk(), model)
                            .start("customer/7", "hello")
                            .id());
        }
    }

    @Test
    void anIdCannotBeUsedTwice() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            Runner runner = DeskRunners.of(new Desk(), model, store);
            AgentThread first = runner.start("hello");

            ThreadExistsException refusal =
                    assertThrows(ThreadExistsException.class, () -> runner.start("t1", "hello again"));

            assertEquals(first, refusal.thread());
            assertEquals(RunMessages.threadExists("t1"), refusal.getMessage());
            assertEquals(first, store.load("t1").orElseThrow());
        }
    }

    @Test
    void aReplyGoesOnWithAWaitingThread() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("Which order?"), ModelReply.text("Thanks."))) {
            Runner runner = DeskRunners.of(new Desk(), model);
            runner.start("hello");

            runner.reply("t1", "A-1");

            assertEquals(
                    List.of(
                            new Message.User("hello"),
                            new Message.Assistant("Which order?", List.of()),
                            new Message.User("A-1")),
                    model.requests().get(1).messages());
        }
    }

    @Test
    void aThreadThatDoesNotWaitTakesNoReply() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(CLOSE))) {
            Runner runner = DeskRunners.of(new Desk(), model, store);
            AgentThread finished = runner.start("hello");

            NotWaitingException refusal =
                    assertThrows(NotWaitingException.class, () -> runner.reply("t1", "one more thing"));

            assertEquals(NotWaitingException.Reason.ENDED, refusal.reason());
            assertEquals(finished, store.load("t1").orElseThrow());
        }
    }

    @Test
    void aWaitingThreadIsResumedAsItIs() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            Runner runner = DeskRunners.of(new Desk(), model);
            AgentThread waiting = runner.start("hello");

            assertEquals(waiting, runner.resume("t1"));
        }
    }

    @Test
    void aFinishedThreadIsResumedAsItIs() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(CLOSE))) {
            Runner runner = DeskRunners.of(new Desk(), model);
            AgentThread finished = runner.start("hello");

            assertEquals(finished, runner.resume("t1"));
        }
    }

    @Test
    void aCancelledThreadIsStoppedWithTheReason() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            Runner runner = DeskRunners.of(new Desk(), model);
            runner.start("hello");

            assertEquals(
                    new Event.Stopped(DeskRunners.AT, "", StopCause.CANCELLED, "customer left"),
                    runner.cancel("t1", "customer left").last());
        }
    }

    @Test
    void aCancelledThreadStaysCancelled() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            Runner runner = DeskRunners.of(new Desk(), model);
            runner.start("hello");
            AgentThread cancelled = runner.cancel("t1", "customer left");

            assertEquals(cancelled, runner.resume("t1"));
        }
    }

    @Test
    void whoeverCancelsAThreadThatHasEndedIsTold() {
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            Runner runner = DeskRunners.of(new Desk(), model, store);
            runner.start("hello");
            AgentThread cancelled = runner.cancel("t1", "customer left");

            NotWaitingException told =
                    assertThrows(NotWaitingException.class, () -> runner.cancel("t1", "customer left"));

            assertEquals(NotWaitingException.Reason.ENDED, told.reason());
            assertEquals(cancelled, told.thread());
            assertEquals(cancelled, store.load("t1").orElseThrow());
        }
    }

    @Test
    void anUnknownIdIsRefused() {
        try (ScriptedModel model = ScriptedModel.of()) {
            Runner runner = DeskRunners.of(new Desk(), model);

            for (Executable request : List.<Executable>of(
                    () -> runner.resume("t9"), () -> runner.reply("t9", "x"), () -> runner.cancel("t9", "x"))) {
                assertEquals(
                        "t9",
                        assertThrows(UnknownThreadException.class, request).threadId());
            }
        }
    }

    @Test
    void aThreadOfAnotherAgentIsLeftAlone() {
        InMemoryThreadStore store = new InMemoryThreadStore();
        store.append(Append.of("t1", 0, new Event.Started(Instant.EPOCH, "OtherDesk", "hello")));
        try (ScriptedModel model = new ScriptedModel()) {
            Runner runner = Runner.of(new DeskLoop(new Desk()))
                    .model(model)
                    .store(store)
                    .build();

            WrongAgentException refusal = assertThrows(WrongAgentException.class, () -> runner.resume("t1"));

            assertEquals("t1", refusal.threadId());
            assertEquals("OtherDesk", refusal.owner());
            assertEquals("Desk", refusal.agent());
            assertEquals(1, store.load("t1").orElseThrow().events().size());
        }
    }

    @Test
    void aRunnerNeedsAModel() {
        assertThrows(
                IllegalStateException.class,
                () -> Runner.of(new DeskLoop(new Desk())).build());
    }

    @Test
    void exceptionOfTheModelIsTheCause() {
        RuntimeException overloaded = DeskRunners.overloaded();
        Model broken = request -> {
            throw overloaded;
        };

        DriveException failed = assertThrows(
                DriveException.class,
                () -> DeskRunners.of(new Desk(), broken, store).start("hello"));

        assertSame(overloaded, failed.getCause());
        assertEquals(store.load("t1").orElseThrow(), failed.thread());
    }

    @Test
    void aThreadWhoseModelFailedCanBeResumed() {
        Model broken = request -> {
            throw DeskRunners.overloaded();
        };
        assertThrows(
                DriveException.class,
                () -> DeskRunners.of(new Desk(), broken, store).start("hello"));

        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("Sorry for the delay."))) {
            assertEquals(
                    List.of(
                            DeskRunners.started("hello"),
                            new Event.ModelReplied(DeskRunners.AT, "Sorry for the delay.", List.of(), Usage.NONE)),
                    DeskRunners.of(new Desk(), model, store).resume("t1").events());
        }
    }

    @Test
    void listenerReceivesEventsInOrder() {
        List<AgentThread> heard = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(NOTE, CLOSE))) {
            AgentThread thread = DeskRunners.builder(new Desk(), model)
                    .listener((soFar, event) -> {
                        heard.add(soFar);
                        events.add(event);
                    })
                    .build()
                    .start("hello");

            assertEquals(thread.events(), events);
            for (int i = 0; i < heard.size(); i++) {
                assertEquals(thread.events().subList(0, i + 1), heard.get(i).events());
            }
        }
    }

    @Test
    void aListenerHearsOfAnEventOnceItIsStored() {
        List<AgentThread> heard = new ArrayList<>();
        List<AgentThread> stored = new ArrayList<>();
        try (ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            DeskRunners.builder(new Desk(), model)
                    .store(store)
                    .listener((soFar, event) -> {
                        heard.add(soFar);
                        stored.add(store.load("t1").orElseThrow());
                    })
                    .build()
                    .start("hello");

            assertEquals(stored, heard);
        }
    }

    @Test
    void aListenerThatThrowsChangesNothingAndIsLogged() {
        RuntimeException defect = new IllegalStateException("listener");
        try (RecordedLog log = RecordedLog.of(ListenerCursor.class);
                ScriptedModel model = ScriptedModel.of(ModelReply.text("hi"))) {
            AgentThread thread = DeskRunners.builder(new Desk(), model)
                    .listener((soFar, event) -> {
                        throw defect;
                    })
                    .build()
                    .start("hello");

            assertEquals(2, thread.events().size());
            assertEquals(
                    List.of(defect, defect),
                    log.entries().stream().map(RecordedLog.Entry::thrown).toList());
        }
    }

    @Test
    void eachEventHasTheTimeAtWhichItWasRecorded() { // the clock is also read before and after each reply and step
        try (ScriptedModel model =
                ScriptedModel.of(ModelReply.calls(NOTE, new Call("c9", "nope", "")), ModelReply.text("hi"))) {
            Runner runner = Runner.of(new DeskLoop(new Desk()))
                    .model(model)
                    .clock(new TickingClock(Instant.EPOCH, Duration.ofSeconds(1)))
                    .store(new InMemoryThreadStore())
                    .build();
            String id = runner.start("hello").id();

            AgentThread thread = runner.cancel(id, "enough");

            List<Instant> times = thread.events().stream().map(Event::at).toList();
            assertEquals(
                    List.of(1L, 4L, 5L, 6L, 9L, 12L, 13L),
                    times.stream().map(Instant::getEpochSecond).toList());
        }
    }

    @Test
    void aStepThatRunsAgainHasTheSameIdempotencyKey() {
        Desk desk = new Desk();
        LostOutcomes crashing = new LostOutcomes(new InMemoryThreadStore());
        crashing.loseNextOf("c1");
        try (ScriptedModel model = ScriptedModel.of(ModelReply.calls(NOTE), ModelReply.text("hi"))) {
            Runner runner = DeskRunners.of(desk, model, crashing);
            assertThrows(LostOutcomes.Killed.class, () -> runner.start("hello"));
            runner.resume("t1");

            StepContext context = new StepContext("t1", "c1", "t1/1/c1");
            assertEquals(List.of(context, context), desk.contexts());
        }
    }

    @VerifiedRuns.NotVerified("the thread is damaged")
    @Test
    void aThreadThatIsBrokenCanStillBeStopped() {
        ScriptedRun trial = ScriptedRun.after(
                List.of(
                        new Event.Started(DeskRunners.AT, "Test", "go"),
                        new Event.StepReturned(DeskRunners.AT, "c1", "\"of a call that nobody made\"")),
                TestLoop.of(TestStep.named("work")));
        assertThrows(DriveException.class, () -> trial.runner().resume("t1"));

        AgentThread thread = trial.runner().cancel("t1", "beyond repair");

        assertEquals(new Event.Stopped(DeskRunners.AT, "", StopCause.CANCELLED, "beyond repair"), thread.last());
    }

    @Test
    void theSameCallIdInTwoRepliesGetsTwoIdempotencyKeys() {
        Desk desk = new Desk();
        try (ScriptedModel model =
                ScriptedModel.of(ModelReply.calls(NOTE), ModelReply.calls(NOTE), ModelReply.text("hi"))) {
            DeskRunners.of(desk, model).start("hello");

            assertEquals(
                    List.of("t1/1/c1", "t1/2/c1-2"),
                    desk.contexts().stream().map(StepContext::idempotencyKey).toList());
        }
    }
}
