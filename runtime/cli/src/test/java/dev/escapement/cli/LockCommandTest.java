package dev.escapement.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.LockText;
import dev.escapement.run.InMemoryThreadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the command that compares and writes lock files. */
class LockCommandTest {

    private static final String FILE = "dev.escapement.cli.ClaimsDesk.lock";

    private final ClaimsDeskLoop loop = new ClaimsDeskLoop(new ClaimsDesk());

    @TempDir
    private Path folder;

    private Commands.Result run(String... args) {
        return Commands.run(
                EscapementCommand.of(new InMemoryThreadStore(TestStore.CLOCK)).agents(loop), args);
    }

    @Test
    void updateWritesTheFileOnce() throws IOException {
        assertEquals(
                loop.agent() + ": wrote " + folder.resolve(FILE) + ".\n",
                run("lock", "--update", folder.toString()).success());
        assertEquals(LockText.of(loop), Files.readString(folder.resolve(FILE)));
        assertEquals(
                loop.agent() + ": the lock file is current.\n",
                run("lock", "--update", folder.toString()).success());
        assertEquals(
                "All lock files are current.\n",
                run("lock", "--check", folder.toString()).success());
    }

    @Test
    void checkFailsWithoutFile() {
        Commands.Result result = run("lock", "--check", folder.toString());

        result.failure(ExitCode.REFUSED);
    }

    @Test
    void checkNamesStrandingChanges() throws IOException {
        String other = LockText.of(loop).replace("step ask", "step answer");
        Files.writeString(folder.resolve(FILE), other);

        String out = run("lock", "--update", folder.toString()).success();

        assertTrue(out.contains("  strands stored threads: the step of answer was removed\n"), out);
    }

    @Test
    void damagedFileIsReportedWithItsLine() throws IOException {
        Files.writeString(folder.resolve(FILE), LockText.of(loop).replace("format 1", "format 9"));

        String err = run("lock", "--check", folder.toString()).failure(ExitCode.REFUSED);

        assertTrue(err.contains("line 2: has the format 9"), err);
    }

    @Test
    void missingFolderIsAnError() {
        String err =
                run("lock", "--check", folder.resolve("missing").toString()).failure(ExitCode.USAGE);

        assertTrue(err.contains("does not exist"), err);
    }
}
