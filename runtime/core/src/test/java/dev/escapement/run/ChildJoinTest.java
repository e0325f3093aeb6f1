package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.ChildResultException;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Replay;
import dev.escapement.engine.StepVersions;
import dev.escapement.engine.ThreadResults;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.RevisedSpec;
import dev.escapement.fixture.TestStep;
import dev.escapement.json.JsonDecoder;
import dev.escapement.json.JsonText;
import dev.escapement.json.UpcastException;
import dev.escapement.json.Upcasts;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of joins, and of children that have finished but to which the join of the current release does not apply. */
class ChildJoinTest extends TeamFixture {

    private final TestStep joined = TestStep.named("hand").delegates("Aide", true);
    private final Call call = joined.call("c1", "find it");
    private final RecordedLog log = RecordedLog.of(AgentInvoker.class);

    @BeforeEach
    void scriptModel() {
        model.script("Lead", ModelReply.calls(call), ModelReply.calls(close.call("c2", "ok")));
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    private TeamLoop joining(TeamLoop.Join join) {
        return TeamLoop.of("Lead", joined, note, close).joining(join);
    }

    /** Returns a join of a release in which the result of the child is a number. */
    private TeamLoop.Join reading(JsonDecoder<Integer> decoder) {
        return result -> Outcome.returned(JsonWriter::writeInt, ThreadResults.ofChild(call, result, decoder));
    }

    private static AgentThread assertUnread(AgentThread thread) {
        assertEquals(
                List.of(new Event.StepFailed(
                        DeskRunners.AT,
                        "c1",
                        ModelMessages.childUnread("Aide", "\"found\""),
                        true,
                        false,
                        Duration.ZERO)),
                events(thread, Event.StepFailed.class));
        return thread;
    }

    @Test
    void joinSelectsTheNextCall() {
        AgentThread thread = runner(joining(result -> Outcome.selected(note.tool(), result + "!")), aide)
                .start("go");

        assertEquals(
                List.of("DelegateEnded", "CallSelected", "StepStarted", "StepReturned", "ModelReplied"),
                kinds(thread).subList(3, 8));
        assertEquals(
                "\"\\\"found\\\"!\"",
                events(thread, Event.StepReturned.class).get(0).result());
    }

    @Test
    void failedJoinIsAnAnswer() {
        RuntimeException defect = new IllegalStateException("defect");

        AgentThread thread = runner(
                        joining(result -> {
                            throw defect;
                        }),
                        aide)
                .start("go");

        Event.StepFailed failed = events(thread, Event.StepFailed.class).get(0);
        assertEquals(ModelMessages.joinFailed("Aide", "t1/c1"), failed.message());
        assertFalse(failed.declared());
        assertTrue(thread.hasEnded());
        assertEquals(List.of(new RecordedLog.Entry(RunMessages.stepFailed("hand", "t1/c1"), defect)), log.entries());
    }

    @Test
    void resultIsTheAnswerIfTheReleaseRemovedTheJoin() {
        TeamLoop before = TeamLoop.of("Lead", joined, close);
        AgentThread waiting =
                runner(before.joining(result -> Outcome.returned())).start("go");
        assertFalse(waiting.hasEnded());

        for (TeamLoop release :
                List.of(before, before.joining(result -> Outcome.returned()).without("hand"))) {
            InMemoryThreadStore copy = new InMemoryThreadStore(DeskRunners.CLOCK);
            for (AgentThread stored : List.of(stored(), child())) {
                for (int i = 0; i < stored.events().size(); i++) {
                    copy.append(Append.of(stored.id(), i, stored.events().get(i)));
                }
            }
            AgentThread thread = Runner.of(release, aide)
                    .model(model)
                    .store(copy)
                    .clock(DeskRunners.CLOCK)
                    .build()
                    .resume("t1");
            assertEquals(
                    List.of("\"found\""),
                    events(thread, Event.StepReturned.class).stream()
                            .map(Event.StepReturned::result)
                            .toList());
            assertTrue(thread.hasEnded());
        }
    }

    @Test
    void unreadResultPrecedesTheFinish() {
        model.script(
                "Lead", ModelReply.calls(call, close.call("c2", "early")), ModelReply.calls(close.call("c3", "ok")));

        AgentThread thread =
                assertUnread(runner(joining(reading(JsonReader::readInt)), aide).start("go"));

        assertEquals(
                List.of(new Event.CallRejected(DeskRunners.AT, "c2", ModelMessages.OTHERS_FAILED, false)),
                events(thread, Event.CallRejected.class));
        assertTrue(model.shown("Lead").contains(ModelMessages.childUnread("Aide", "\"found\"")));
        assertTrue(thread.hasEnded());
    }

    @Test
    void unreadResultIsNotAFailureOfTheReply() {
        AgentThread thread =
                assertUnread(runner(joining(reading(JsonReader::readInt)), aide).start("go"));

        int length = kinds(thread).indexOf("StepFailed") + 1;
        AgentThread answered = new AgentThread("t1", thread.events().subList(0, length));
        assertEquals(0, answered.state().consecutiveFailures());
    }

    @Test
    void unreadResultIsVerified() {
        TeamLoop release = joining(reading(JsonReader::readInt));
        AgentThread thread = assertUnread(runner(release, aide).start("go"));

        assertTrue(Replay.verify(release, thread).isVerified());
    }

    @Test
    void childOfAnotherAgentIsNotJoined() {
        AgentThread waiting = runner(joining(result -> Outcome.returned())).start("go");
        assertFalse(waiting.hasEnded());
        TeamLoop release =
                joining(result -> Outcome.selected(note.tool(), result)).delegatingTo("Clerk");

        AgentThread thread = assertUnread(runner(release, aide).resume("t1"));

        assertEquals(List.of(), events(thread, Event.CallSelected.class));
        assertLogged(ChildResultException.Reason.AGENT);
    }

    /** Asserts that the only log entry states a reason, without an exception. */
    private void assertLogged(ChildResultException.Reason reason) {
        assertEquals(List.of(DriveMessages.childUnread("hand", "t1/c1", reason)), logged());
        assertNull(log.entries().get(0).thrown());
    }

    private List<String> logged() {
        return log.entries().stream().map(RecordedLog.Entry::message).toList();
    }

    /** Returns the step with a tool whose arguments are converted. */
    private TestStep converting(UnaryOperator<JsonText> method) {
        TeamLoop before = joining(result -> Outcome.returned());
        String earlier = StepVersions.of(before).get("hand").arguments();
        return RevisedSpec.of(joined, List.of(), Upcasts.to("3333333333333333").from(earlier, method));
    }

    /** Continues a thread whose child is open with a release that has another tool for the call. */
    private AgentThread continued(TestStep released) {
        AgentThread waiting = runner(joining(result -> Outcome.returned())).start("go");
        assertFalse(waiting.hasEnded());
        TeamLoop release = TeamLoop.of("Lead", released, note, close).joining(result -> Outcome.returned());
        return runner(release, aide).resume("t1");
    }

    @Test
    void invalidArgumentsAreTheReasonInTheLog() {
        assertUnread(continued(converting(old -> new JsonText("{}"))));

        assertLogged(ChildResultException.Reason.ARGUMENTS);
    }

    @Test
    void errorOfTheArgumentsIsLogged() {
        Error defect = new AssertionError("defect");

        assertUnread(continued(joined.understanding(text -> {
            throw defect;
        })));

        assertEquals(
                List.of(
                        DriveMessages.childUnread("hand", "t1/c1", ChildResultException.Reason.ARGUMENTS),
                        RunMessages.stepFailed("hand", "t1/c1")),
                logged());
        assertSame(defect, log.entries().get(1).thrown());
    }

    static Stream<Error> defectsOfResultTypes() {
        return Stream.of(
                new AssertionError("number"), new ExceptionInInitializerError("number"), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("defectsOfResultTypes")
    void errorOfTheResultTypeIsAnUnreadResult(Error defect) {
        JsonDecoder<Integer> decoder = in -> {
            throw defect;
        };

        assertUnread(runner(joining(reading(decoder)), aide).start("go"));

        assertEquals(
                List.of(new RecordedLog.Entry(
                        DriveMessages.childUnread("hand", "t1/c1", ChildResultException.Reason.RESULT), defect)),
                log.entries());
    }

    @Test
    void argumentsThatCannotBeConvertedAreNotJoined() {
        IllegalStateException defect = new IllegalStateException("defect");

        assertUnread(continued(converting(old -> {
            throw defect;
        })));

        assertEquals(
                List.of(DriveMessages.childUnread("hand", "t1/c1", ChildResultException.Reason.ARGUMENTS)), logged());
        UpcastException logged =
                assertInstanceOf(UpcastException.class, log.entries().get(0).thrown());
        assertSame(defect, logged.getCause());
    }

    @Test
    void failedConversionOfTheResultIsLogged() {
        IllegalStateException defect = new IllegalStateException("defect");
        Upcasts upcasts = Upcasts.to("3333333333333333").from("11111111", old -> {
            throw defect;
        });
        TeamLoop release = joining(result -> Outcome.returned(
                JsonWriter::writeInt, ThreadResults.ofChild(call, result, upcasts, JsonReader::readInt)));

        assertUnread(runner(release, aide).start("go"));

        UpcastException logged =
                assertInstanceOf(UpcastException.class, log.entries().get(0).thrown());
        assertSame(defect, logged.getCause());
    }
}
