package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.Outcome;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestStep;
import dev.escapement.json.StaleCodeError;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of joins that throw an error after which they must run again, such as one of stale code. */
class StaleJoinTest extends TeamFixture {

    private final TestStep joined = TestStep.named("hand").delegates("Aide", true);
    private final Error stale = new StaleCodeError("shop.Lead", "shop.Aide", null);
    private final TeamLoop rebuilt =
            TeamLoop.of("Lead", joined, note, close).joining(result -> Outcome.selected(note.tool(), result));

    @BeforeEach
    void scriptModel() {
        model.script("Lead", ModelReply.calls(joined.call("c1", "find it")), ModelReply.calls(close.call("c2", "ok")));
        model.script("Aide", ModelReply.calls(done.call("d1", "found")));
    }

    private TeamLoop failing(Error error) {
        return rebuilt.joining(result -> {
            throw error;
        });
    }

    private Runner on(ThreadStore other, TeamLoop first, Interceptor... interceptors) {
        Runner.Builder builder =
                Runner.of(first, aide).model(model).store(other).ids(() -> "t1").clock(DeskRunners.CLOCK);
        List.of(interceptors).forEach(builder::interceptor);
        return builder.build();
    }

    /** Asserts that nothing follows the end of the child. */
    private void assertNothingRecorded() {
        assertEquals("DelegateEnded", kinds(stored()).get(kinds(stored()).size() - 1));
    }

    private static void assertJoined(AgentThread thread) {
        assertTrue(thread.hasEnded());
        assertEquals(1, events(thread, Event.CallSelected.class).size());
        assertEquals(List.of(), events(thread, Event.StepFailed.class));
    }

    @Test
    void errorOfTheVirtualMachineIsThrown() {
        Error error = new OutOfMemoryError("full");
        Runner runner = runner(failing(error), aide);

        assertSame(error, assertThrows(OutOfMemoryError.class, () -> runner.start("go")));

        assertNothingRecorded();
        assertJoined(runner(rebuilt, aide).resume("t1"));
    }

    @Test
    void staleCodeIsThrownWithTheThread() {
        Runner runner = runner(failing(stale), aide);

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertSame(stale, thrown.getCause());
        assertEquals(stored().events(), thrown.thread().events());
        assertNothingRecorded();
        assertJoined(runner(rebuilt, aide).resume("t1"));
    }

    @Test
    void staleCodeOfTheParentIsThrownWithTheApprovedChild() {
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")), ModelReply.calls(done.call("d1", "found")));
        Runner runner = runner(failing(stale), aide);
        assertFalse(runner.start("go").hasEnded());
        String child = child().id();

        DriveException thrown = assertThrows(DriveException.class, () -> runner.approve(child, "r1", ALICE));

        assertSame(stale, thrown.getCause());
        assertEquals(child, thrown.thread().id());
        assertTrue(thrown.thread().hasEnded());
        DriveException ofParent = assertInstanceOf(DriveException.class, thrown.getSuppressed()[0]);
        assertEquals("t1", ofParent.thread().id());
        assertNothingRecorded();
        assertJoined(runner(rebuilt, aide).resume("t1"));
    }

    /** Code of the join that is stale, of which the virtual machine reports only the first use with the error. */
    private static final class StaleHelper {

        static final Outcome NONE = outcome();

        private static Outcome outcome() {
            throw new StaleCodeError("shop.Lead", "shop.Aide", null);
        }
    }

    @Test
    void eachUseOfStaleCodeIsThrown() {
        Runner runner = runner(rebuilt.joining(result -> StaleHelper.NONE), aide);

        assertInstanceOf(
                StaleCodeError.class,
                assertThrows(DriveException.class, () -> runner.start("go")).getCause());
        assertInstanceOf(
                StaleCodeError.class,
                assertThrows(DriveException.class, () -> runner.resume("t1")).getCause());

        assertNothingRecorded();
        assertJoined(runner(rebuilt, aide).resume("t1"));
    }

    @Test
    void interceptorReceivesStaleCodeWithTheThread() {
        List<DriveException> failures = new ArrayList<>();
        Interceptor observer = new Interceptor() {
            @Override
            public DriveResult drive(AgentThread thread, Supplier<DriveResult> next) {
                try {
                    return next.get();
                } catch (DriveException e) {
                    failures.add(e);
                    throw e;
                }
            }
        };
        Runner runner = on(store, failing(stale), observer);

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("go"));

        assertEquals(List.of(thrown), failures);
    }

    @Test
    void engineContinuesWithAnotherBuild() {
        try (RecordedLog log = RecordedLog.of(ThreadDriver.class)) {
            MemoryEngine engine = new MemoryEngine(store, runner(failing(stale), aide));
            AgentThread started = on(engine, failing(stale)).start("go");
            engine.run();

            assertTrue(engine.failure(started.id()).delay().isEmpty(), "parked");
            assertNothingRecorded();
            assertTrue(log.entries().stream()
                    .allMatch(entry -> entry.thrown() instanceof DriveException drive
                            && drive.thread().id().equals("t1")
                            && drive.getCause() == stale));

            AgentThread unused = on(engine, rebuilt).resume("t1");
            engine.run(runner(rebuilt, aide));
            assertJoined(stored());
        }
    }
}
