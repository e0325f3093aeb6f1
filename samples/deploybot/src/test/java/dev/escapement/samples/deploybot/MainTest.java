package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.Append;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the output of the sample. */
class MainTest {

    @TempDir
    Path directory;

    @BeforeEach
    void startedByABuild() {
        System.setProperty(Main.PROPERTY, "again=");
    }

    @AfterEach
    void forget() {
        System.clearProperty(Main.PROPERTY);
    }

    @Test
    void threeStartsDeployTheTag() {
        List<String> asked = run();
        assertTrue(asked.contains("  person  alice in #deploys: ship v1.4.2"), () -> String.join("\n", asked));
        assertTrue(
                asked.contains("    | Shall v1.4.2 go to staging only, or on to production?"),
                () -> String.join("\n", asked));
        assertEquals(
                List.of(command("reply deploy-1 call_2 JSON"), "Staging runs v1.4.1, production runs v1.4.0."),
                end(asked, 2));

        assertEquals(
                List.of(
                        "    | {\"tag\":\"v1.4.2\"}",
                        "    | Deploy v1.4.2 (commit 9f2c1e7) to production? v1.4.0 runs there now.",
                        command("approve deploy-1 call_6"),
                        command("refuse deploy-1 call_6 --reason TEXT"),
                        "Staging runs v1.4.2, production runs v1.4.0."),
                end(run("reply", "production"), 5));

        List<String> approved = run("approve");
        assertTrue(approved.contains("Thread deploy-1 has finished."), () -> String.join("\n", approved));
        assertEquals(List.of("Staging runs v1.4.2, production runs v1.4.2."), end(approved, 1));
    }

    @Test
    void startContinuesAnOpenThread() {
        run();
        assertEquals(
                List.of(command("reply deploy-1 call_2 JSON"), "Staging runs v1.4.1, production runs v1.4.0."),
                end(run(), 2));
        try (JdbcThreadStore store = store(directory)) {
            assertEquals(
                    List.of("deploy-1"),
                    store.threads(ThreadQuery.all()).entries().stream()
                            .map(ThreadIndex.ThreadEntry::id)
                            .toList());
        }
    }

    @Test
    void secondApprovalChangesNothing() {
        run("slack", "ship v1.4.2 to production");
        run("approve");
        AgentThread approved = thread();
        String late = String.join(
                "\n",
                run(
                        "approve",
                        "deploy-1",
                        Bot.events(approved, Event.Approved.class).get(0).callId()));
        assertTrue(late.contains("Nothing was changed.") && late.contains("approved by you"), late);
        assertEquals(approved.events(), thread().events());
    }

    @Test
    void invalidEditNamesTheViolation() {
        run("slack", "ship v1.4.2 to production");
        String refused = String.join("\n", run("approve", "--arguments", "{\"tag\":\"main\"}"));
        assertTrue(refused.contains("Nothing was changed.") && refused.contains("$.tag"), refused);
    }

    @Test
    void anotherEnvironmentIsRefused() {
        run();
        AgentThread asked = thread();
        String refused = String.join("\n", run("reply", "\"canary\""));
        assertTrue(refused.contains("Nothing was changed."), refused);
        assertEquals(asked, thread());
    }

    @Test
    void severalWaitingThreadsRequireAName() {
        run("slack", "ship v1.4.2 to production");
        run("slack", "ship v1.4.1 to production");
        String unclear = String.join("\n", run("approve"));
        assertTrue(unclear.contains("deploy-1, deploy-2"), unclear);
        assertEquals(List.of("Staging runs v1.4.2, production runs v1.4.1."), end(run("approve", "deploy-2"), 1));
    }

    @Test
    void killedDeploymentWaitsForADecision() throws IOException {
        run("slack", "ship v1.4.2 to production");
        run("approve");
        Path killed = killedWhileDeploying();
        String shown = String.join("\n", Terminal.run(killed));
        assertTrue(shown.contains("Idempotency key: deploy-1/3/call_6"), shown);
        assertEquals(
                List.of("Staging runs v1.4.2, production runs v1.4.2."),
                end(Terminal.run(killed, "answer", "--run-again"), 1));
    }

    private static JdbcThreadStore store(Path directory) {
        return JdbcThreadStore.sqlite(directory.resolve(Main.THREADS));
    }

    private AgentThread thread() {
        try (JdbcThreadStore store = store(directory)) {
            return store.load("deploy-1").orElseThrow();
        }
    }

    /** Returns another directory, whose thread ends at the start of the deployment to production. */
    private Path killedWhileDeploying() throws IOException {
        Path killed = Files.createDirectory(directory.resolve("killed"));
        AgentThread thread = thread();
        int started = thread.events().indexOf(lastStartOfAnApprovedStep(thread));
        try (JdbcThreadStore store = store(killed)) {
            for (int i = 0; i <= started; i++) {
                store.append(Append.of("deploy-1", i, thread.events().get(i)));
            }
        }
        new Deployments(killed).deploy(Environment.STAGING, "v1.4.2", "9f2c1e7", "key");
        return killed;
    }

    private static Event lastStartOfAnApprovedStep(AgentThread thread) {
        String approved = Bot.events(thread, Event.Approved.class).get(0).callId();
        return Bot.events(thread, Event.StepStarted.class).stream()
                .filter(start -> start.callId().equals(approved))
                .findFirst()
                .orElseThrow();
    }

    private String command(String arguments) {
        return "    again=\"--dir '" + directory + "' " + arguments + "\"";
    }

    private static List<String> end(List<String> lines, int count) {
        return lines.subList(lines.size() - count, lines.size());
    }

    private List<String> run(String... arguments) {
        return Terminal.run(directory, arguments);
    }
}
