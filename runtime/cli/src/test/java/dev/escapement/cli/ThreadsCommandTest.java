package dev.escapement.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escapement.cli.TestStore.Kind;
import dev.escapement.run.Append;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the lists of threads and questions. */
class ThreadsCommandTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static void fill(TestStore store) {
        store.start("a", Start.of("x").label("tenant", "acme"), TestStore.refund("c1", 500));
        store.start("b", TestStore.ask("c1", "Refund or replacement?"), TestStore.refund("c2", 7));
        store.runner(TestStore.close()).start("c", "x");
    }

    @ParameterizedTest
    @EnumSource
    void threadsAreATable(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        fill(store);

        assertEquals("""
                THREAD  AGENT       PHASE     SINCE                 EVENTS  QUESTIONS              LABELS
                c       ClaimsDesk  finished  2026-11-20T10:00:00Z  4
                b       ClaimsDesk  waiting   2026-11-20T10:00:00Z  5       c1 reply, c2 approval
                a       ClaimsDesk  waiting   2026-11-20T10:00:00Z  3       c1 approval            tenant=acme
                3 threads
                """, store.run("threads").success());
    }

    @ParameterizedTest
    @EnumSource
    void filtersSelectThreads(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        fill(store);

        assertEquals("c", ids(store, "--phase", "finished"));
        assertEquals("c,b,a", ids(store, "--phase", "FINISHED,waiting"));
        assertEquals("a", ids(store, "--label", "tenant=acme"));
        assertEquals("", ids(store, "--label", "tenant=other"));
        assertEquals("a,b,c", ids(store, "--oldest"));
        assertEquals("c,b,a", ids(store, "--agent", ClaimsDesk.class.getName()));
        assertEquals("c,b,a", ids(store, "--agent", "ClaimsDesk"));
    }

    @ParameterizedTest
    @EnumSource
    void unknownAgentHasASimilarName(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        fill(store);

        assertEquals(
                "0 threads\nNo thread of an agent ClaimDesk was found. Did you mean ClaimsDesk?\n",
                store.run("threads", "--agent", "ClaimDesk").success());
        assertEquals(
                "0 questions\nNo thread of an agent Shop was found. The agents are dev.escapement.cli.ClaimsDesk.\n",
                store.run("threads", "--questions", "--agent", "Shop").success());
    }

    @Test
    void ambiguousSimpleNameIsRefused() {
        TestStore store = TestStore.memory();
        for (String agent : new String[] {"a.Desk", "b.Desk"}) {
            store.store().append(Append.of(agent, 0, new Event.Started(TestStore.CLOCK.instant(), agent, "x")));
        }

        String err = store.run("threads", "--agent", "Desk").failure(ExitCode.USAGE);

        assertTrue(err.startsWith("--agent Desk is ambiguous: a.Desk, b.Desk. Use one of"), err);
        assertEquals("a.Desk", ids(store, "--agent", "a.Desk"));
    }

    private static String ids(TestStore store, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "threads";
        args[1] = "--json";
        System.arraycopy(options, 0, args, 2, options.length);
        JsonNode document = read(store.run(args).success());
        return String.join(",", document.get("threads").findValuesAsText("id"));
    }

    private static JsonNode read(String json) {
        try {
            return JACKSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesContinueAfterTheCursor(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        fill(store);

        String first = store.run("threads", "--limit", "2").success();
        assertTrue(first.contains("2 of 3 threads\nNext page: --after "), first);
        String cursor = read(store.run("threads", "--limit", "2", "--json").success())
                .get("next")
                .asText();
        assertEquals("a", ids(store, "--limit", "2", "--after", cursor));
        assertTrue(store.run("threads", "--after", "foreign")
                .failure(ExitCode.USAGE)
                .contains("cursor"));
    }

    @ParameterizedTest
    @EnumSource
    void questionsAreATable(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        fill(store);

        assertEquals(
                """
                THREAD  AGENT       CALL  KIND      SINCE                 UNTIL  LABELS
                a       ClaimsDesk  c1    approval  2026-11-20T10:00:00Z         tenant=acme
                b       ClaimsDesk  c2    approval  2026-11-20T10:00:00Z
                2 questions
                """, store.run("threads", "--questions", "--kind", "approval").success());
    }

    @ParameterizedTest
    @EnumSource
    void documentsHaveStableProperties(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("a", Start.of("x").label("tenant", "acme"), TestStore.refund("c1", 500));
        String since = "\"2026-11-20T10:00:00Z\"";
        String question = "{\"callId\":\"c1\",\"kind\":\"approval\",\"since\":" + since + "}";

        assertEquals(
                "{\"threads\":[{\"id\":\"a\",\"agent\":\"dev.escapement.cli.ClaimsDesk\",\"phase\":\"waiting\","
                        + "\"parked\":false,\"erased\":false,\"since\":" + since + ",\"updatedAt\":" + since
                        + ",\"size\":3,\"attempts\":0,\"labels\":{\"tenant\":\"acme\"},\"questions\":[" + question
                        + "]}],\"count\":1,\"countIsBound\":false}\n",
                store.run("threads", "--json").success());
        assertEquals(
                "{\"questions\":[{\"threadId\":\"a\",\"agent\":\"dev.escapement.cli.ClaimsDesk\",\"callId\":\"c1\","
                        + "\"kind\":\"approval\",\"since\":" + since + ",\"labels\":{\"tenant\":\"acme\"}}]}\n",
                store.run("threads", "--questions", "--json").success());
    }

    @Test
    void countsAreBounded() {
        TestStore store = TestStore.memory();
        fill(store);
        var started = store.thread("a").events().get(0);
        for (int i = 0; i < BoundedCount.BOUND; i++) {
            store.store().append(Append.of("t" + i, 0, started));
        }

        assertTrue(store.run("threads", "--limit", "1").success().contains("1 of 1000+ threads"));
        JsonNode document = read(store.run("threads", "--limit", "1", "--json").success());
        assertEquals(1000, document.get("count").asInt());
        assertTrue(document.get("countIsBound").asBoolean());
    }

    /** Escape sequences of terminals, and characters that reverse or hide text. */
    @ParameterizedTest
    @EnumSource(names = {"MEMORY", "FILES"})
    void hostileTextIsEscaped(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        String id = "t\u001b[2J\n\u009b31m\u202e";
        store.start(id, Start.of("x\u001b[2J").label("a\u001b]0;b", "\u009b\u202e"), TestStore.refund("c\u001b[1m", 5));

        for (String[] args : new String[][] {
            {"threads"},
            {"threads", "--json"},
            {"threads", "--questions"},
            {"threads", "--questions", "--json"},
            {"show", id},
            {"show", id, "--json"},
            {"approve", id, "--by", "alice\u001b[1m"},
        }) {
            Commands.Result result = store.run(args);
            String printed = result.out() + result.err();
            assertFalse(printed.codePoints().anyMatch(c -> c == 0x1b || c == 0x9b || c == 0x202e), printed);
            if (args[args.length - 1].equals("--json")) {
                assertTrue(read(result.success()).isObject());
            }
        }
        assertEquals(
                id, read(store.run("show", id, "--json").success()).get("id").asText());
    }

    @Test
    void invalidOptionsAreUsageErrors() {
        TestStore store = TestStore.memory();

        for (String[] args : new String[][] {
            {"threads", "--limit", "0"},
            {"threads", "--limit", "1001"},
            {"threads", "--phase", "asleep"},
            {"threads", "--kind", "approval"},
            {"threads", "--questions", "--oldest"},
            {"threads", "--label", "x"},
            {"threads", "x"},
            {"approve", "a", "b", "c", "--by", "x"},
            {"approve", "a", "b"},
            {"refuse", "a", "--by", "x"},
            {"approve", "a", "b", "--by", " "},
            {"answer", "a", "b", "--by", "x"},
            {"reply"},
            {"reply", "a", "b", "--text", "x"},
            {"answer", "a", "b", "--by", "x", "--run-again", "--failed", "y"},
            {"verify"},
            {"verify", "a", "--all"},
            {}
        }) {
            String err = store.run(args).failure(ExitCode.USAGE);
            assertTrue(err.contains("--help"), err);
        }
    }
}
