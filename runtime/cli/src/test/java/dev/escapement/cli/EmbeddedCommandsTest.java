package dev.escapement.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ModelReply;
import dev.escapement.run.Approver;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of commands in an application with a runner. */
class EmbeddedCommandsTest {

    private final InMemoryThreadStore memory = new InMemoryThreadStore(TestStore.CLOCK);
    private final TestStore store = new TestStore(OpenStore.of(memory), EscapementCommand.of(memory));

    private Commands.Result run(Runner runner, String... args) {
        return Commands.run(EscapementCommand.of(memory, runner), args);
    }

    @Test
    void approvalDrivesTheThread() {
        store.start("t", TestStore.refund("c1", 500));

        String out = run(store.runner(TestStore.close()), "approve", "t", "--by", "alice")
                .success();

        assertEquals("""
                Recorded: alice approved c1 of thread t.
                Thread t has finished.
                    | Refunded.
                """, out);
        assertTrue(store.thread("t").hasEnded());
    }

    @Test
    void nextQuestionIsPrintedWithItsCommand() {
        store.start("t", TestStore.refund("c1", 500));
        Runner runner = store.runner(ModelReply.calls(TestStore.ask("c2", "Refund or\\nreplacement?")));
        EscapementCommand commands = EscapementCommand.of(memory, runner)
                .approver(Approver.of("alice"))
                .commandLine(arguments -> "desk \"" + arguments + "\"");

        assertEquals("""
                Recorded: alice approved c1 of thread t.
                Open questions of thread t:
                  c2 of ask waits for a reply, since 2026-11-20T10:00:00Z
                    | Refund or
                    | replacement?
                    | Schema of the reply: {"type":"string","description":"The reply of a customer.","enum":["REFUND","REPLACEMENT"]}
                    desk "reply t c2 JSON"
                """, Commands.run(commands, "approve").success());
    }

    @Test
    void optionDoesNotReplaceThePersonOfTheApplication() {
        store.start("t", TestStore.refund("c1", 500));
        EscapementCommand commands =
                EscapementCommand.of(memory, store.runner(TestStore.close())).approver(Approver.of("alice"));

        String err = Commands.run(commands, "approve", "--by", "mallory").failure(ExitCode.USAGE);

        assertTrue(err.startsWith("The application determines the person who decides. Omit --by."), err);
    }

    @Test
    void replyThatIsNotJsonIsRefused() {
        store.start("t", TestStore.ask("c1", "Refund or replacement?"));
        EscapementCommand commands = EscapementCommand.of(memory, store.runner(TestStore.close()));

        String err = Commands.run(commands, "reply", "t", "REFUND").failure(ExitCode.USAGE);

        assertTrue(err.startsWith("The reply is not JSON."), err);
    }

    @Test
    void invalidReplyIsRefusedByTheLoop() {
        AgentThread asked = store.start("t", TestStore.ask("c1", "Refund or replacement?"));

        String err = run(store.runner(), "reply", "t", "\"CASH\"").failure(ExitCode.REFUSED);

        assertTrue(err.contains("REPLACEMENT"), err);
        assertEquals(asked, store.thread("t"));
    }

    @Test
    void resumeDrivesTheThread() {
        store.start("t", TestStore.refund("c1", 500));
        store.run("approve", "t", "--by", "alice").success();

        String out = run(store.runner(TestStore.close()), "resume").success();

        assertTrue(out.startsWith("Thread t has finished."), out);
    }

    @Test
    void failedExecutionHasAnExitCodeOfItsOwn() {
        store.start("t", TestStore.refund("c1", 500));
        Runner failing = store.runner(request -> {
            throw new IllegalStateException("The model is not reachable.");
        });

        String err = run(failing, "approve", "t", "--by", "alice").failure(ExitCode.EXECUTION);

        assertTrue(err.contains("The model is not reachable."), err);
        assertTrue(store.thread("t").toJson().contains("\"alice\""));
    }

    @Test
    void defectPrintsItsTrace() {
        store.start("t", TestStore.refund("c1", 500));
        EscapementCommand failing = EscapementCommand.of(memory).commandLine(arguments -> {
            throw new ArithmeticException("planted\u001b");
        });

        String err = Commands.run(failing, "show", "t").failure(ExitCode.DEFECT);

        assertTrue(err.contains("ArithmeticException: planted\\u001b"), err);
        assertTrue(err.contains("at dev.escapement.cli.ShowCommand"), err);
    }

    @Test
    void applicationOpensTheStore() {
        assertTrue(run(store.runner(), "threads", "--store", "file:x")
                .failure(ExitCode.USAGE)
                .contains("--store"));
        run(store.runner(), "migrate").failure(ExitCode.USAGE);
    }

    @Test
    void helpOfAnApplicationDoesNotMentionStores() {
        for (String[] args : new String[][] {{"--help"}, {"threads", "--help"}, {"show", "--help"}}) {
            String out = run(store.runner(), args).success();
            assertFalse(out.contains("--store") || out.contains("ESCAPEMENT_STORE"), out);
        }
        String program = Commands.run(Map.of(), "--help").success();
        assertTrue(program.contains("--store") && program.contains("Exit codes:"), program);
    }

    @Test
    void agentsOfRunnersHaveSimpleNames() {
        store.start("t", TestStore.refund("c1", 500));

        String out = run(store.runner(), "threads", "--agent", "ClaimsDesk").success();

        assertTrue(out.endsWith("1 thread\n"), out);
    }
}
