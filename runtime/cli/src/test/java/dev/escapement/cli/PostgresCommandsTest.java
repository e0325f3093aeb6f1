package dev.escapement.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escapement.jdbc.PostgresExtension;
import dev.escapement.jdbc.PostgresServer;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Approver;
import dev.escapement.run.Standing.Phase;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests each command on a real server of PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresCommandsTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    private String url;
    private TestStore store;

    @BeforeEach
    void createStore(PostgresServer server) throws SQLException {
        url = server.newDatabase();
        store = TestStore.postgres(url);
    }

    @AfterEach
    void closeStore() {
        store.open().close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JsonNode json(Commands.Result result) throws IOException {
        return JACKSON.readTree(result.success());
    }

    private Event last(String id) {
        return store.thread(id).last();
    }

    private Phase phase(String id) {
        return store.open().index().entry(id).orElseThrow().standing().phase();
    }

    @Test
    void migrateCreatesTables(PostgresServer server) throws SQLException {
        Map<String, String> empty = Map.of(CommandContext.STORE_VARIABLE, server.newDatabase());
        String err = Commands.run(empty, "threads").failure(ExitCode.STORE);
        assertTrue(err.contains("migrate"), err);

        Commands.run(empty, "migrate").success();
        Commands.run(empty, "migrate").success();

        assertEquals("0 threads\n", Commands.run(empty, "threads").success());
    }

    @Test
    void printedStatementsCreateTables(PostgresServer server) throws SQLException {
        String statements = store.run("migrate", "--print").success();
        String other = server.newDatabase();
        try (Connection connection = DriverManager.getConnection(other);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }

        assertEquals(
                "0 threads\n",
                Commands.run(Map.of(), "threads", "--store", other).success());
    }

    @Test
    void variablesContainTheUser() {
        String withoutUser = url.substring(0, url.indexOf('?'));
        Map<String, String> variables = Map.of(
                CommandContext.STORE_VARIABLE, withoutUser,
                JdbcOpener.USER_VARIABLE, "esc",
                JdbcOpener.PASSWORD_VARIABLE, "unused");

        assertEquals("0 threads\n", Commands.run(variables, "threads").success());
    }

    @Test
    void missingDatabaseIsExplained(PostgresServer server) {
        String err = Commands.run(Map.of(), "threads", "--store", server.url("none") + "&password=secret")
                .failure(ExitCode.STORE);

        assertTrue(err.contains("\"none\" does not exist"), err);
        assertFalse(err.contains("secret"), err);
    }

    @Test
    void threadsAndQuestionsAreListed() throws IOException {
        store.start("a", Start.of("x").label("tenant", "acme"), TestStore.refund("c1", 500));
        store.start("b", TestStore.ask("c1", "Refund or replacement?"), TestStore.refund("c2", 7));
        store.runner(TestStore.close()).start("c", "x");

        JsonNode waiting = json(store.run("threads", "--json", "--phase", "waiting", "--agent", "ClaimsDesk"));
        JsonNode labelled = json(store.run("threads", "--json", "--label", "tenant=acme"));
        JsonNode approvals = json(store.run("threads", "--questions", "--json", "--kind", "approval"));

        assertEquals(List.of("b", "a"), waiting.get("threads").findValuesAsText("id"));
        assertEquals(2, waiting.get("count").asInt());
        assertEquals(List.of("a"), labelled.get("threads").findValuesAsText("id"));
        assertEquals(List.of("a", "b"), approvals.get("questions").findValuesAsText("threadId"));
        assertTrue(store.run("threads").success().endsWith("\n3 threads\n"));
    }

    @Test
    void pagesContinueAfterTheCursor() throws IOException {
        for (String id : List.of("a", "b", "c")) {
            store.start(id, TestStore.refund("c1", 500));
        }

        JsonNode first = json(store.run("threads", "--json", "--limit", "2"));
        JsonNode second = json(store.run(
                "threads",
                "--json",
                "--limit",
                "2",
                "--after",
                first.get("next").asText()));

        assertEquals(List.of("c", "b"), first.get("threads").findValuesAsText("id"));
        assertEquals(List.of("a"), second.get("threads").findValuesAsText("id"));
    }

    @Test
    void showPrintsTheThread() {
        store.start("t", TestStore.refund("c1", 500));

        String text = store.run("show").success();

        assertTrue(text.startsWith("thread t of ClaimsDesk\n  person  The lamp is broken.\n"), text);
        assertTrue(text.contains("escapement approve t c1 --by NAME\n"), text);
        assertEquals(
                store.thread("t"),
                AgentThread.fromJson(store.run("show", "t", "--json").success()));
    }

    @Test
    void approvalAndRefusalAreRecorded() {
        store.start("a", TestStore.refund("c1", 500));
        store.start("b", TestStore.refund("c1", 500));

        store.run("approve", "a", "--by", "alice", "--arguments", "{\"cents\":400}")
                .success();
        store.run("refuse", "--by", "bob", "--reason", "Too late.").success();

        assertEquals(
                "{\"cents\":400}",
                ((Event.Approved) last("a")).editedArguments().orElseThrow());
        assertEquals("Too late.", ((Event.Refused) last("b")).reason());
        assertEquals(List.of(Phase.RUNNABLE, Phase.RUNNABLE), List.of(phase("a"), phase("b")));
        String err =
                store.run("refuse", "a", "c1", "--by", "bob", "--reason", "x").failure(ExitCode.REFUSED);
        assertTrue(err.contains("approved by alice"), err);
    }

    @Test
    void repliesAndMessagesAreRecorded() {
        store.start("a", TestStore.ask("c1", "Refund or replacement?"));
        store.runner(ModelReply.text("Which order?")).start("b", "The lamp is broken.");

        store.run("reply", "a", "\"REFUND\"").success();
        store.run("reply", "b", "--text", "A-1042").success();

        assertEquals("\"REFUND\"", ((Event.ReplyReceived) last("a")).reply());
        assertEquals("A-1042", ((Event.MessageReceived) last("b")).text());
    }

    @Test
    void answerResolvesAnUnknownOutcome() {
        store.start("t", TestStore.refund("c1", ClaimsDesk.LOST));
        store.runner().approve("t", "c1", Approver.of("alice"));
        assertEquals(Phase.WAITING, phase("t"));

        store.run("answer", "t", "--by", "bob", "--returned", "\"refunded\"").success();

        assertEquals(new Answer.Returned("\"refunded\""), ((AnsweredByPerson) last("t")).answer());
    }

    @Test
    void resumeAndCancelChangeTheThread() {
        store.start("t", TestStore.refund("c1", 500));

        assertEquals(
                "Thread t is due now. A worker continues the thread.\n",
                store.run("resume", "t").success());
        store.run("cancel", "t", "--by", "alice", "--reason", "Withdrawn.").success();

        assertEquals(Phase.STOPPED, phase("t"));
        assertTrue(store.run("resume", "t").failure(ExitCode.REFUSED).contains("has ended"));
    }

    @Test
    void forkCopiesTheThread() {
        AgentThread original = store.start("t", TestStore.refund("c1", 500));

        store.run("fork", "t", "3", "--id", "u").success();

        assertEquals(original.events().subList(1, 3), store.thread("u").events().subList(1, 3));
        assertEquals(Phase.RUNNABLE, phase("u"));
    }

    @Test
    void damagedThreadIsReported() throws SQLException {
        store.start("a", TestStore.refund("c1", 500));
        store.start("b", TestStore.refund("c1", 500));
        assertEquals(
                "2 threads verified, 0 damaged.\n", store.run("verify", "--all").success());

        execute("update esc_event set event = replace(event, 'lamp', 'desk') where thread_id = 'a'");

        Commands.Result result = store.run("verify", "--all");
        assertEquals(ExitCode.REFUSED, result.exitCode());
        assertTrue(result.out().startsWith("a: "), result.out());
        assertTrue(result.out().endsWith("\n2 threads verified, 1 damaged.\n"), result.out());
        store.run("show", "a").failure(ExitCode.STORE);
    }
}
