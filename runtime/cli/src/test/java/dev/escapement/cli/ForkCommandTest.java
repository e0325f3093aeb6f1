package dev.escapement.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Append;
import dev.escapement.run.Approver;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.ThreadOrigin;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of {@code fork}, and of copies of threads on each store. */
class ForkCommandTest {

    @TempDir
    Path folder;

    private static Optional<ThreadOrigin> origin(AgentThread thread) {
        return ((Event.Started) thread.events().get(0)).origin();
    }

    @ParameterizedTest
    @EnumSource(TestStore.Kind.class)
    void copyWaitsForAWorker(TestStore.Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        AgentThread original = store.start("t", TestStore.refund("c1", 500));

        String out = store.run("fork", "t", "3", "--id", "u").success();

        assertEquals("""
                Thread u is a copy of the first 3 events of thread t.
                A worker continues the thread.
                """, out);
        AgentThread copy = store.thread("u");
        assertEquals(Optional.of(new ThreadOrigin("t", 3)), origin(copy));
        assertEquals(original.events().subList(1, 3), copy.events().subList(1, 3));
        assertEquals(
                Standing.Phase.RUNNABLE,
                store.open().index().entry("u").orElseThrow().standing().phase());
    }

    @ParameterizedTest
    @EnumSource(TestStore.Kind.class)
    void copyIsContinuedOnEachStore(TestStore.Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.refund("c1", 500));
        AgentThread original = store.runner(TestStore.close()).refuse("t", "c1", Approver.of("alice"), "No.");
        Runner runner = store.runner(TestStore.close());

        runner.fork("t", 3, "u");
        AgentThread copy = runner.approve("u", "c1", Approver.of("bob"));

        assertTrue(copy.hasEnded());
        assertEquals(copy, store.thread("u"));
        assertEquals(original, store.thread("t"));
        assertTrue(runner.verify("u").isVerified());
        assertTrue(copy.toJson().contains("\"idempotencyKey\":\"u/1/c1\""), copy::toJson);
    }

    @Test
    void embeddedCommandContinuesTheCopy() {
        InMemoryThreadStore memory = new InMemoryThreadStore(TestStore.CLOCK);
        TestStore store = new TestStore(OpenStore.of(memory), EscapementCommand.of(memory));
        store.start("t", TestStore.refund("c1", 500));

        String out = Commands.run(
                        EscapementCommand.of(memory, store.runner(TestStore.close())), "fork", "t", "1", "--id", "u")
                .success();

        assertTrue(out.endsWith("Thread u has finished.\n    | Refunded.\n"), out);
    }

    @Test
    void impossibleCopiesAreRefused() {
        TestStore store = TestStore.memory();
        store.start("t", TestStore.refund("c1", 500));
        store.start("u", TestStore.refund("c1", 500));

        assertTrue(store.run("fork", "t", "4").failure(ExitCode.USAGE).startsWith("POSITION must be 1 to 3, not 4."));
        store.run("fork", "t", "0").failure(ExitCode.USAGE);
        store.run("fork", "t", "2", "--id", "t").failure(ExitCode.USAGE);
        store.run("fork", "t", "2", "--id", "u").failure(ExitCode.REFUSED);
        store.run("fork", "x", "2").failure(ExitCode.REFUSED);
    }

    @Test
    void embeddedVerifyComparesThreadsWithTheCode() {
        InMemoryThreadStore memory = new InMemoryThreadStore(TestStore.CLOCK);
        TestStore store = new TestStore(OpenStore.of(memory), EscapementCommand.of(memory));
        AgentThread thread = store.start("t", TestStore.refund("c1", 500));
        EscapementCommand commands = EscapementCommand.of(memory, store.runner());

        assertEquals("""
                1 thread verified, 0 damaged.
                1 thread compared with the current code, 0 diverged.
                """, Commands.run(commands, "verify", "--all").success());

        Event.ApprovalAsked asked = (Event.ApprovalAsked) thread.last();
        memory.append(Append.of("t", 3, new Event.Approved(asked.at(), "c1", "mallory", "00", Optional.empty())));
        Commands.Result result = Commands.run(commands, "verify", "--all");

        assertEquals(ExitCode.REFUSED, result.exitCode());
        assertTrue(
                result.out().startsWith("t: The event 3 (approved of the call c1) diverges: arguments."), result.out());
        assertTrue(result.out().endsWith("1 thread compared with the current code, 1 diverged.\n"), result.out());
    }

    @Test
    void embeddedVerifyComparesThreadsOfAllAgentsOfARunner() {
        InMemoryThreadStore memory = new InMemoryThreadStore(TestStore.CLOCK);
        TestStore store = new TestStore(OpenStore.of(memory), EscapementCommand.of(memory));
        store.start("t", TestStore.refund("c1", 500));
        Runner runner = Runner.of(new ClaimsReceptionLoop(new ClaimsReception()), new ClaimsDeskLoop(new ClaimsDesk()))
                .model(ScriptedModel.of())
                .store(memory)
                .build();

        assertEquals(
                """
                1 thread verified, 0 damaged.
                1 thread compared with the current code, 0 diverged.
                """,
                Commands.run(EscapementCommand.of(memory, runner), "verify", "--all")
                        .success());
    }
}
