package dev.escapement.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.cli.TestStore.Kind;
import dev.escapement.run.Approver;
import dev.escapement.thread.AgentThread;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the output for one thread. */
class ShowCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void eventsAndQuestionsArePrinted(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.refund("c1", 500));

        String out = store.run("show").success();

        assertEquals("""
                thread t of ClaimsDesk
                  person  The lamp is broken.
                    call  refund {"cents":500}
                approve?  c1 HASH: Refund the amount?

                Thread t is waiting since 2026-11-20T10:00:00Z, with 3 events.
                Open questions of thread t:
                  c1 of refund requires approval, since 2026-11-20T10:00:00Z
                    | {"cents":500}
                    | Refund the amount?
                    escapement approve t c1 --by NAME
                    escapement refuse t c1 --by NAME --reason TEXT
                """, out.replaceAll("c1 [0-9a-f]{8}:", "c1 HASH:"));
    }

    @Test
    void unknownOutcomeHasItsKey() {
        TestStore store = TestStore.memory();
        store.start("-t's", TestStore.refund("c1", ClaimsDesk.LOST));
        store.runner().approve("-t's", "c1", Approver.of("alice"));

        String out = store.run("show", "--", "-t's").success();

        assertTrue(out.endsWith("""
                          c1 of refund was interrupted, and its outcome is unknown, since 2026-11-20T10:00:00Z
                            | {"cents":13}
                            | Idempotency key: -t's/1/c1
                            escapement answer --by NAME --run-again -- '-t'\\''s' c1
                            escapement answer --by NAME --failed REASON -- '-t'\\''s' c1
                            escapement answer --by NAME --returned JSON -- '-t'\\''s' c1
                        """), out);
    }

    @ParameterizedTest
    @EnumSource
    void documentIsTheThread(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.refund("c1", 500));

        String json = store.run("show", "t", "--json").success();

        assertEquals(1, json.lines().count());
        assertEquals(store.thread("t"), AgentThread.fromJson(json));
    }

    @ParameterizedTest
    @EnumSource
    void erasedThreadIsNamed(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.refund("c1", 500));
        store.store().erase("t");

        assertEquals(
                "The content of thread t was erased. The thread had 3 events and is stopped (erased).\n",
                store.run("show", "t").success());
        assertTrue(store.run("show", "t", "--json").success().contains("\"erased\":true"));
        assertTrue(store.run("verify", "t").success().startsWith("1 thread verified, 0 damaged"));
        assertTrue(store.run("approve", "t", "c1", "--by", "alice")
                .failure(ExitCode.REFUSED)
                .contains("erased"));
    }

    @Test
    void storeOptionIsRepeatedInCommands() {
        TestStore store = TestStore.in(folder, Kind.FILES);
        store.start("t", TestStore.refund("c1", 500));
        String url = "file:" + folder.resolve("threads");

        String out = store.run("show", "--store", url).success();

        assertTrue(out.contains("escapement approve t c1 --store " + url + " --by NAME"), out);
    }
}
