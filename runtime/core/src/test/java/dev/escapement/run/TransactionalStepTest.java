package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.engine.Command;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.ResultException;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.FakeTransactionalStore.Connection;
import dev.escapement.run.FakeTransactionalStore.SerializationFailure;
import dev.escapement.run.Standing.Phase;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the writes of a transactional step and the event of its outcome are stored together or not at all. */
class TransactionalStepTest {

    private final FakeTransactionalStore store = new FakeTransactionalStore();
    private final List<Event> heard = new ArrayList<>();
    private final List<String> intercepted = new ArrayList<>();
    private int runs;

    /** Ends a step after its write. */
    @FunctionalInterface
    private interface Ending {
        Outcome end() throws Exception;
    }

    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    private TestStep book(Ending ending) {
        return TestStep.named("book").effect(Effect.TRANSACTIONAL).body((text, context) -> {
            runs++;
            context.resource(Connection.class).rows().add(text);
            return ending.end();
        });
    }

    private Runner runner(TestStep step, ModelReply... replies) {
        return runner(step, builder -> builder, replies);
    }

    private Runner runner(TestStep step, UnaryOperator<Runner.Builder> options, ModelReply... replies) {
        return options.apply(DeskRunners.builder(TestLoop.of(step), ScriptedModel.of(replies))
                        .store(store)
                        .listener((thread, event) -> heard.add(event)))
                .build();
    }

    private AgentThread start(TestStep step) {
        return runner(step, ModelReply.calls(step.call("c", "room 7")), ModelReply.text("done"))
                .start("go");
    }

    private DriveException startFailing(TestStep step) {
        Runner runner = runner(step, ModelReply.calls(step.call("c", "room 7")), ModelReply.text("done"));
        return assertThrows(DriveException.class, () -> runner.start("go"));
    }

    @Test
    void writesAreCommittedWithTheEvent() {
        AgentThread thread = start(book(Outcome::returned));

        assertEquals(List.of("room 7"), store.rows());
        assertEquals(List.of("ModelReplied", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
        assertEquals(thread, store.load("t1").orElseThrow());
        assertEquals(thread.events(), heard);
        assertEquals(Phase.WAITING, store.standing().phase());
    }

    @Test
    void nothingIsStoredBeforeTheCommit() {
        List<Integer> stored = new ArrayList<>();
        store.beforeCommit(() -> stored.add(
                store.load("t1").orElseThrow().events().size() + store.rows().size()));

        start(book(Outcome::returned));

        assertEquals(List.of(3), stored);
    }

    /** A way in which a step can fail, and the class of the logged exception. */
    private record Failure(Ending ending, List<Class<?>> logged) {}

    private static Failure failure(Ending ending, Class<?>... logged) {
        return new Failure(ending, List.of(logged));
    }

    /** The ways in which a step can fail. */
    static Stream<Failure> failures() {
        return Stream.of(
                failure(() -> Outcome.failed(new Exception("declared"))),
                failure(() -> new Outcome.InDoubt(new IOException("declared"), true), IOException.class),
                failure(() -> null, NullPointerException.class),
                failure(
                        () -> {
                            throw new IllegalStateException("undeclared");
                        },
                        IllegalStateException.class),
                failure(
                        () -> {
                            throw new StackOverflowError();
                        },
                        StackOverflowError.class),
                failure(
                        () -> Outcome.returned(
                                (out, value) -> {
                                    throw new IllegalArgumentException("cannot be written");
                                },
                                "x"),
                        ResultException.class));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failureIsRolledBackAndRecorded(Failure failure) {
        try (RecordedLog log = RecordedLog.of(AgentInvoker.class)) {
            AgentThread thread = start(book(failure.ending()));

            assertEquals(List.of(), store.rows());
            assertEquals(1, runs);
            assertEquals(List.of("ModelReplied", "StepStarted", "StepFailed", "ModelReplied"), kinds(thread));
            Event.StepFailed failed = events(thread, Event.StepFailed.class).get(0);
            assertEquals(false, failed.mayHaveTakenEffect());
            assertEquals(
                    failure.logged(),
                    log.entries().stream()
                            .map(entry -> entry.thrown().getClass())
                            .toList());
        }
    }

    @Test
    void undeclaredExceptionIsAnsweredAsFailed() {
        try (RecordedLog log = RecordedLog.of(AgentInvoker.class)) {
            AgentThread thread = start(book(() -> {
                throw new IllegalStateException("undeclared");
            }));

            Event.StepFailed failed = events(thread, Event.StepFailed.class).get(0);
            assertEquals(ModelMessages.stepFailed("t1/1/c"), failed.message());
            assertEquals("undeclared", log.entries().get(0).thrown().getMessage());
        }
    }

    @Test
    void stepRunsAgainAfterASerializationFailure() {
        List<String> fails = new ArrayList<>(List.of("once"));
        AgentThread thread = start(book(() -> {
            if (!fails.isEmpty()) {
                fails.clear();
                throw new SerializationFailure();
            }
            return Outcome.returned();
        }));

        assertEquals(2, runs);
        assertEquals(List.of("room 7"), store.rows());
        assertEquals(1, events(thread, Event.StepStarted.class).size());
        assertEquals(1, events(thread, Event.StepReturned.class).size());
    }

    @Test
    void stepRunsAgainIfTheCommitCannotBeSerialized() {
        store.beforeCommit(() -> {
            throw new SerializationFailure();
        });

        AgentThread thread = start(book(Outcome::returned));

        assertEquals(2, runs);
        assertEquals(List.of("room 7"), store.rows());
        assertEquals(thread, store.load("t1").orElseThrow());
    }

    @Test
    void decisionDuringTheStepPrecedesTheOutcome() {
        store.beforeAppend(() -> ThreadInbox.of(store).message("t1", "Hurry up"));

        AgentThread thread = start(book(Outcome::returned));

        assertEquals(1, runs);
        assertEquals(List.of("room 7"), store.rows());
        assertEquals(
                List.of("ModelReplied", "StepStarted", "MessageReceived", "StepReturned", "ModelReplied"),
                kinds(thread));
        assertEquals(thread.events(), heard);
    }

    @Test
    void outcomeIsCommittedAfterACancellation() {
        store.beforeAppend(() -> ThreadInbox.of(store).cancel("t1", "not needed"));

        AgentThread thread = start(book(Outcome::returned));

        assertEquals(List.of("room 7"), store.rows());
        assertEquals(List.of("ModelReplied", "StepStarted", "Stopped", "StepReturned"), kinds(thread));
        assertEquals(Phase.STOPPED, store.standing().phase());
    }

    @Test
    void supersededHolderCommitsNothing() {
        DriveException thrown = startFailing(book(() -> {
            store.steal("t1");
            return Outcome.returned();
        }));

        assertInstanceOf(LeaseLostException.class, thrown.getCause());
        assertEquals(List.of(), store.rows());
        assertEquals(List.of("ModelReplied", "StepStarted"), kinds(thrown.thread()));
    }

    @Test
    void refusalOfTheCommitIsAnsweredAsFailed() {
        IOException refusal = new IOException("a deferred constraint is violated");
        store.beforeCommit(() -> {
            throw refusal;
        });
        try (RecordedLog log = RecordedLog.of(AgentInvoker.class)) {
            AgentThread thread = start(book(Outcome::returned));

            Event.StepFailed failed = events(thread, Event.StepFailed.class).get(0);
            assertEquals(ModelMessages.stepFailed("t1/1/c"), failed.message());
            assertSame(refusal, log.entries().get(0).thrown());
            assertEquals(List.of(), store.rows());
        }
    }

    @Test
    void expiredLeaseIsRenewedBeforeTheTransaction() {
        TestStep step = book(Outcome::returned);
        Runner runner = runner(
                step,
                builder -> builder.listener((thread, event) -> {
                    if (event instanceof Event.StepStarted) {
                        store.advance(Duration.ofDays(1));
                    }
                }),
                ModelReply.calls(step.call("c", "room 7")),
                ModelReply.text("done"));

        AgentThread thread = runner.start("go");

        assertEquals(1, store.renewals());
        assertEquals(List.of("room 7"), store.rows());
        assertEquals(List.of("ModelReplied", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
    }

    @Test
    void failureOfTheStoreEndsTheDrive() {
        StoreException failure = new StoreException("fails", "t1", StoreException.Reason.BUSY, null);
        store.beforeCommit(() -> {
            throw failure;
        });

        DriveException thrown = startFailing(book(Outcome::returned));

        assertSame(failure, thrown.getCause());
        assertEquals(1, store.transactions());
        assertEquals(List.of(), store.rows());
    }

    @Test
    void stepRunsAgainAfterACrash() {
        TestStep step = book(Outcome::returned);
        store.beforeCommit(() -> {
            throw new LostOutcomes.Killed();
        });
        assertThrows(LostOutcomes.Killed.class, () -> start(step));
        assertEquals(List.of(), store.rows());

        AgentThread thread = runner(step, ModelReply.text("done")).resume("t1");

        assertEquals(List.of("room 7"), store.rows());
        assertEquals(
                List.of("ModelReplied", "StepStarted", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
    }

    @Test
    void interruptionIsRolledBack() {
        DriveException thrown = startFailing(book(() -> {
            throw new InterruptedException();
        }));

        assertTrue(Thread.interrupted());
        assertInstanceOf(DriveInterruptedException.class, thrown);
        assertEquals(List.of(), store.rows());
        assertEquals(List.of("ModelReplied", "StepStarted"), kinds(thrown.thread()));
    }

    private Runner intercepted(TestStep step, boolean throwsAfterwards) {
        Interceptor interceptor = new Interceptor() {
            @Override
            public Outcome step(AgentThread thread, Command.RunStep command, Invocation next) throws Exception {
                Outcome outcome = next.run();
                intercepted.add(outcome.getClass().getSimpleName() + " " + store.rows());
                if (throwsAfterwards) {
                    throw new IllegalStateException("after the commit");
                }
                return outcome;
            }
        };
        return runner(
                step,
                builder -> builder.interceptor(interceptor),
                ModelReply.calls(step.call("c", "room 7")),
                ModelReply.text("done"));
    }

    @Test
    void interceptorReceivesTheCommittedOutcome() {
        intercepted(book(Outcome::returned), false).start("go");

        assertEquals(List.of("Returned [room 7]"), intercepted);
    }

    @Test
    void failureOfAnInterceptorDoesNotReplaceTheOutcome() {
        try (RecordedLog log = RecordedLog.of(TransactionalInvocation.class)) {
            AgentThread thread = intercepted(book(Outcome::returned), true).start("go");

            assertEquals(List.of("ModelReplied", "StepStarted", "StepReturned", "ModelReplied"), kinds(thread));
            assertEquals("after the commit", log.entries().get(0).thrown().getMessage());
        }
    }

    @Test
    void stepCanFinishTheThread() {
        TestStep finishing = TestStep.named("book")
                .finishes()
                .effect(Effect.TRANSACTIONAL)
                .body((text, context) -> {
                    context.resource(Connection.class).rows().add(text);
                    return new Outcome.Finished("\"booked\"");
                });

        AgentThread thread = start(finishing);

        assertInstanceOf(Event.Finished.class, thread.last());
        assertEquals(List.of("room 7"), store.rows());
        assertEquals(Standing.of(Phase.FINISHED), store.standing());
    }

    @Test
    void stepCanPauseTheThread() {
        TestStep pausing = TestStep.named("book")
                .pauses()
                .effect(Effect.TRANSACTIONAL)
                .body((text, context) -> {
                    context.resource(Connection.class).rows().add(text);
                    return new Outcome.Paused("Which floor?", "{\"type\":\"string\"}");
                });

        AgentThread thread = start(pausing);

        assertInstanceOf(Event.ReplyAsked.class, thread.last());
        assertEquals(List.of("room 7"), store.rows());
        assertEquals(Phase.WAITING, store.standing().phase());
        assertEquals(Standing.Kind.REPLY, store.standing().questions().get(0).kind());
    }

    @Test
    void approvedStepRunsInATransaction() {
        TestStep step = book(Outcome::returned).asking("Book it?");
        Runner runner = runner(step, ModelReply.calls(step.call("c", "room 7")), ModelReply.text("done"));
        runner.start("go");

        runner.approve("t1", "c", ALICE);

        assertEquals(List.of("room 7"), store.rows());
    }

    @Test
    void otherStoresAreRejected() {
        Runner.Builder builder =
                DeskRunners.builder(TestLoop.of(book(Outcome::returned), TestStep.named("other")), ScriptedModel.of());

        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, builder::build);

        assertEquals(DriveMessages.transactional(List.of("book"), new InMemoryThreadStore()), thrown.getMessage());
    }
}
