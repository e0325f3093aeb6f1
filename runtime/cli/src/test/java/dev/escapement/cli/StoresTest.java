package dev.escapement.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.jdbc.JdbcDialect;
import dev.escapement.jdbc.JdbcThreadStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the URLs of stores, of {@code migrate} and of {@code verify}. */
class StoresTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://root:secret@host/db?password=secret",
                "postgresql://root:secret@host/db",
                "https://root:secret@host/",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:threads.db?password=secret"
            })
    void unsupportedUrlIsExplained(String url) {
        String err = Commands.run(Map.of(), "threads", "--store", url).failure(ExitCode.USAGE);

        assertTrue(err.contains("jdbc:sqlite:"), err);
        assertFalse(err.contains("secret"), err);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:1/db?user=u&password=secret",
                "jdbc:postgresql://[:x?password=secret"
            })
    void passwordIsNotPrinted(String url) {
        for (String command : new String[] {"threads", "migrate"}) {
            Commands.Result result =
                    Commands.run(Map.of(JdbcOpener.PASSWORD_VARIABLE, "secret"), command, "--store", url);

            assertEquals(ExitCode.STORE, result.exitCode(), result.err());
            assertFalse((result.out() + result.err()).contains("secret"), result.err());
            assertTrue(result.err().contains("Cause: "), result.err());
        }
    }

    @Test
    void missingStoreIsExplained() {
        assertTrue(Commands.run(Map.of(), "threads").failure(ExitCode.USAGE).contains("ESCAPEMENT_STORE"));
        for (String url : new String[] {
            folder.resolve("none").toString(),
            "file:" + folder.resolve("none"),
            "jdbc:sqlite:" + folder.resolve("none.db")
        }) {
            String err = Commands.run(Map.of(), "threads", "--store", url).failure(ExitCode.STORE);
            assertTrue(err.contains("migrate"), err);
        }
        assertFalse(Files.exists(folder.resolve("none")));
        assertFalse(Files.exists(folder.resolve("none.db")));
    }

    @Test
    void fileThatIsNotADatabaseIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "These are notes, and not a database.");

        for (String command : new String[] {"threads", "migrate"}) {
            String err = Commands.run(Map.of(), command, "--store", "jdbc:sqlite:" + file)
                    .failure(ExitCode.STORE);
            assertEquals(
                    "The file " + file + " is not an SQLite database. Correct the path, or create a store in a new file"
                            + " with the command migrate.\n",
                    err);
        }
        assertEquals("These are notes, and not a database.", Files.readString(file));
    }

    @Test
    void folderInPlaceOfAFileIsNamed() {
        for (String command : new String[] {"threads", "migrate"}) {
            String err = Commands.run(Map.of(), command, "--store", "jdbc:sqlite:" + folder)
                    .failure(ExitCode.STORE);
            assertTrue(err.startsWith("The store " + folder + " is a folder, not a database file."), err);
            assertTrue(err.contains("use file:" + folder + ";"), err);
        }
    }

    @Test
    void fileInPlaceOfAFolderIsNamed() {
        TestStore.in(folder, TestStore.Kind.SQLITE).open().close();
        Path file = folder.resolve("threads.db");

        for (String command : new String[] {"threads", "migrate"}) {
            String err =
                    Commands.run(Map.of(), command, "--store", file.toString()).failure(ExitCode.STORE);
            assertTrue(err.startsWith("The store " + file + " is a file, not a folder."), err);
            assertTrue(err.contains("use jdbc:sqlite:" + file + ";"), err);
        }
    }

    @Test
    void failureOfTheStoreNamesIt() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.db"));
        String postgres = "jdbc:postgresql://127.0.0.1:1/db";

        assertTrue(Commands.run(Map.of(), "threads", "--store", postgres + "?password=secret")
                .failure(ExitCode.STORE)
                .contains("\nStore: " + postgres + "\n"));
        assertEquals(
                "jdbc:sqlite:" + empty,
                StoreUrl.parse("jdbc:sqlite:" + empty, Map.of()).toString());
        assertEquals(
                "in PostgreSQL",
                StoreUrl.parse("jdbc:postgresql://u:sec?ret@host/db", Map.of()).toString());
    }

    @Test
    void migrateCreatesTheStore() {
        for (String url : new String[] {folder.resolve("t").toString(), "jdbc:sqlite:" + folder.resolve("t.db")}) {
            Map<String, String> variables = Map.of(CommandContext.STORE_VARIABLE, url);
            Commands.run(variables, "migrate").success();
            Commands.run(variables, "migrate").success();
            assertEquals("0 threads\n", Commands.run(variables, "threads").success());
        }
    }

    @Test
    void tablesAreNotCreatedByOtherCommands() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.db"));

        String err = Commands.run(Map.of(), "threads", "--store", "jdbc:sqlite:" + empty)
                .failure(ExitCode.STORE);

        assertTrue(err.contains("migrate"), err);
    }

    @Test
    void statementsArePrintedWithoutAConnection() {
        assertEquals(
                JdbcThreadStore.ddl(JdbcDialect.POSTGRESQL).strip() + "\n",
                Commands.run(Map.of(), "migrate", "--print", "--store", "jdbc:postgresql://none.invalid/db")
                        .success());
        Path file = folder.resolve("none.db");
        assertEquals(
                JdbcThreadStore.ddl(JdbcDialect.SQLITE).strip() + "\n",
                Commands.run(Map.of(), "migrate", "--print", "--store", "jdbc:sqlite:" + file)
                        .success());
        assertFalse(Files.exists(file));
    }

    @ParameterizedTest
    @EnumSource
    void intactThreadsAreVerified(TestStore.Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("a", TestStore.refund("c1", 500));
        store.start("b", TestStore.refund("c1", 500));

        assertEquals(
                "2 threads verified, 0 damaged.\n", store.run("verify", "--all").success());
        assertEquals("1 thread verified, 0 damaged.\n", store.run("verify", "a").success());
        Commands.Result unknown = store.run("verify", "a", "x");
        assertEquals(ExitCode.REFUSED, unknown.exitCode());
        assertTrue(unknown.out().startsWith("x: "), unknown.out());
    }

    @Test
    void damagedThreadIsReported() throws IOException {
        TestStore store = TestStore.in(folder, TestStore.Kind.FILES);
        store.start("a", TestStore.refund("c1", 500));
        store.start("b", TestStore.refund("c1", 500));
        Path file;
        try (Stream<Path> files = Files.list(folder.resolve("threads"))) {
            file = files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(file, Files.readString(file).replace("lamp", "desk"));

        Commands.Result result = store.run("verify", "--all");

        assertEquals(ExitCode.REFUSED, result.exitCode());
        assertTrue(result.out().startsWith("a: "), result.out());
        assertTrue(result.out().endsWith("\n2 threads verified, 1 damaged.\n"), result.out());
        assertEquals(2, result.out().lines().count(), result.out());
        store.run("show", "a").failure(ExitCode.STORE);
    }

    @Test
    void threadThatIsDeletedMeanwhileIsNotDamaged() {
        TestStore store = TestStore.memory();
        store.start("a", TestStore.refund("c1", 500));
        store.start("b", TestStore.refund("c1", 500));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandOutput output = CommandOutput.plain(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        AtomicInteger calls = new AtomicInteger();
        StoreVerifier verifier = new StoreVerifier(store.open(), List.of(), output, () -> {
            if (calls.incrementAndGet() == 2) { // after the first thread
                store.open().store().delete("b");
            }
            return 0;
        });

        verifier.all();

        assertEquals(ExitCode.OK, verifier.finish());
        assertEquals("1 thread verified, 0 damaged.\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void progressIsReportedAfterTwoSeconds() {
        TestStore store = TestStore.memory();
        store.start("a", TestStore.refund("c1", 500));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandOutput output = CommandOutput.plain(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        AtomicLong nanos = new AtomicLong();
        StoreVerifier verifier = new StoreVerifier(store.open(), List.of(), output, nanos::get);

        verifier.thread("a");
        nanos.addAndGet(1_999_999_999L);
        verifier.thread("a");
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        nanos.addAndGet(1);
        verifier.thread("a");
        verifier.thread("a");

        assertEquals("Verified 3 threads, 0 damaged …\n", err.toString(StandardCharsets.UTF_8));
    }
}
