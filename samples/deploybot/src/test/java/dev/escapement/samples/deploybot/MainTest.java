package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.FileThreadStore;
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
        System.setProperty(CommandLine.PROPERTY, "again=");
    }

    @AfterEach
    void forget() {
        System.clearProperty(CommandLine.PROPERTY);
    }

    @Test
    void threeStartsDeployTheTag() {
        List<String> asked = run();
        assertTrue(asked.contains("  person  alice in #deploys: ship v1.4.2"), () -> String.join("\n", asked));
        assertEquals(
                List.of(
                        "Staging runs v1.4.1, production runs v1.4.0.",
                        "Thread deploy-1 waits for your reply: Shall v1.4.2 go to staging only, or on to production?",
                        "This program ends. To reply:",
                        command("reply production"),
                        command("reply staging")),
                end(asked, 5));

        assertEquals(
                List.of(
                        "Thread deploy-1 waits for your approval: Deploy v1.4.2 (commit 9f2c1e7) to production?"
                                + " v1.4.0 runs there now.",
                        "Nothing is deployed to production before that, and this program ends. To approve:",
                        command("approve"),
                        "Or refuse, or approve another tag:",
                        command("refuse not on a Friday"),
                        command("edit v1.4.1")),
                end(run("reply", "production"), 6));

        assertEquals(
                List.of("Staging runs v1.4.2, production runs v1.4.2.", "Thread deploy-1 has ended."),
                end(run("approve"), 2));
    }

    @Test
    void secondApprovalChangesNothing() {
        run("slack", "ship v1.4.2 to production");
        run("approve");
        AgentThread approved = thread();
        run("approve");
        assertEquals(approved.events(), thread().events());
    }

    @Test
    void invalidEditNamesTheViolation() {
        run("slack", "ship v1.4.2 to production");
        String told = String.join("\n", run("edit", "main"));
        assertTrue(told.contains("Nothing was changed.") && told.contains("$.tag"), told);
    }

    @Test
    void aNoteMayFollowTheEnvironment() {
        run();
        List<String> lines = run("reply", "staging", "it", "is", "Friday");
        assertTrue(
                lines.contains("   reply  {\"environment\":\"STAGING\",\"note\":\"it is Friday\"}"),
                () -> String.join("\n", lines));
    }

    @Test
    void anotherEnvironmentIsRefused() {
        run();
        assertEquals(
                List.of("Unknown environment. Use: reply staging, or: reply production"),
                end(run("reply", "canary"), 1));
    }

    @Test
    void severalWaitingThreadsRequireAName() {
        run("slack", "ship v1.4.2 to production");
        assertTrue(run("slack", "ship v1.4.1 to production").contains(command("--thread deploy-2 approve")));
        String unclear = String.join("\n", run("approve"));
        List.of("deploy-1", "deploy-2", "--thread").forEach(part -> assertTrue(unclear.contains(part), unclear));
        run("--thread", "deploy-2", "approve");
        assertEquals(
                "Staging runs v1.4.2, production runs v1.4.1.", run("status").get(0));
    }

    @Test
    void statusListsAllThreads() {
        run("slack", "put v1.4.2 on staging");
        run();
        List<String> lines = run("status");
        assertTrue(lines.stream().anyMatch(line -> line.contains("deploy-1")), () -> String.join("\n", lines));
        assertEquals(command("reply staging"), lines.get(lines.size() - 1));
    }

    @Test
    void killedDeploymentWaitsForADecision() throws IOException {
        run("slack", "ship v1.4.2 to production");
        run("approve");
        Path killed = killedWhileDeploying();
        String told = String.join("\n", Terminal.run(killed, "status"));
        assertTrue(told.contains("production.log under deploy-1/3/call_6 is not repeated:"), told);
        assertEquals(
                List.of("Staging runs v1.4.2, production runs v1.4.2.", "Thread deploy-1 has ended."),
                end(Terminal.run(killed, "rerun"), 2));
    }

    private AgentThread thread() {
        return FileThreadStore.in(directory.resolve("threads")).load("deploy-1").orElseThrow();
    }

    /** Returns another directory, whose thread ends at the start of the deployment to production. */
    private Path killedWhileDeploying() throws IOException {
        Path killed = Files.createDirectory(directory.resolve("killed"));
        FileThreadStore store = FileThreadStore.in(killed.resolve("threads"));
        AgentThread thread = thread();
        int started = thread.events().indexOf(lastStartOfAnApprovedStep(thread));
        for (int i = 0; i <= started; i++) {
            store.append(Append.of("deploy-1", i, thread.events().get(i)));
        }
        new Deployments(killed).deploy(Environment.STAGING, "v1.4.2", "9f2c1e7", "key");
        return killed;
    }

    @Test
    void invalidArgumentsPrintTheHelp() {
        List<String> lines = run("aprove");
        assertTrue(lines.get(0).contains("aprove"), lines.get(0));
        assertTrue(
                lines.stream().anyMatch(line -> line.endsWith(Verb.APPROVE.meaning())), () -> String.join("\n", lines));
        String option = run("--help").get(0);
        assertTrue(option.contains("--help"), option);
        assertEquals("Invalid arguments. Use: refuse <reason>", run("refuse").get(0));
        assertEquals(
                "Invalid arguments. Use: approve", run("approve", "everything").get(0));
    }

    @Test
    void unknownThreadIsReported() {
        assertEquals(List.of("No thread exists yet. Run the program without arguments to start one."), run("approve"));
        assertEquals(List.of("Thread deploy-7 does not exist."), run("--thread", "deploy-7", "approve"));
    }

    private static Event lastStartOfAnApprovedStep(AgentThread thread) {
        String approved = Bot.events(thread, Event.Approved.class).get(0).callId();
        return Bot.events(thread, Event.StepStarted.class).stream()
                .filter(start -> start.callId().equals(approved))
                .findFirst()
                .orElseThrow();
    }

    private String command(String arguments) {
        return "  again=\"--dir '" + directory + "' " + arguments + "\"";
    }

    private static List<String> end(List<String> lines, int count) {
        return lines.subList(lines.size() - count, lines.size());
    }

    private List<String> run(String... arguments) {
        return Terminal.run(directory, arguments);
    }
}
