package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.StoreException;
import dev.escapement.run.StoreException.Reason;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the tables and their versions, on SQLite. */
class TableSchemaTest {

    private SqliteFixture fixture;

    @BeforeEach
    void createFixture() throws Exception {
        fixture = new SqliteFixture();
    }

    @AfterEach
    void removeFixture() throws Exception {
        fixture.close();
    }

    @Test
    void prefixIsReplacedOnce() {
        TableNames names = new TableNames("", "idx_");

        assertEquals("create index idx_idx_a on idx_thread (id)", names.in("create index idx_a on esc_thread (id)"));
    }

    @Test
    void newerTablesAreRefused() throws Exception {
        start(fixture.open(), "t1");
        fixture.execute("insert into esc_schema (version) values (2)");

        StoreException refused = assertThrows(StoreException.class, fixture::open);

        assertEquals(Reason.FORMAT, refused.reason());
        assertTrue(refused.getMessage().contains("version 2"), refused::getMessage);
        assertEquals("1", fixture.query("select count(*) from esc_thread"), "nothing must change");
    }

    @Test
    void missingTablesAreReportedIfTheyMustNotBeCreated() throws Exception {
        StoreException refused = assertThrows(
                StoreException.class,
                () -> fixture.builder().createTables(false).build());

        assertEquals(Reason.FORMAT, refused.reason());
        assertTrue(refused.getMessage().contains("ddl"), refused::getMessage);
        assertEquals("0", fixture.query("select count(*) from sqlite_master where name like 'esc%'"));
    }

    @Test
    void printedStatementsCreateTheTables() throws Exception {
        for (String statement : JdbcThreadStore.ddl(JdbcDialect.SQLITE).split(";\n")) {
            fixture.execute(statement);
        }

        JdbcThreadStore store =
                fixture.opened(fixture.builder().createTables(false).build());

        start(store, "t1");
        store.append(Append.of("t1", 1, message("a")));
        assertEquals(List.of("a"), messages(store, "t1"));
    }

    @Test
    void tablesAreCreatedOnceByManyProcesses() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        List<Future<JdbcThreadStore>> stores = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            stores.add(executor.submit(fixture.builder()::build));
        }
        for (Future<JdbcThreadStore> store : stores) {
            fixture.opened(store.get());
        }
        executor.shutdown();

        assertEquals("1", fixture.query("select count(*) from esc_schema"));
    }

    @Test
    void laterVersionsAreAddedInOrder() throws Exception {
        start(fixture.open(), "t1");
        TableSchema later = new TableSchema(
                JdbcDialect.SQLITE,
                TableNames.DEFAULT,
                List.of(
                        SqliteTables.VERSION_1,
                        "alter table esc_thread add column tenant text;\nupdate esc_thread set tenant = 'acme';",
                        "create table esc_extra (id text);"));
        try (SqliteDatabase database = new SqliteDatabase(
                SqliteFile.source(fixture.file()), new StoreClock(Clock.systemUTC()), SqliteDatabase.BUSY)) {
            later.create(database);
            later.create(database);
            later.verify(database);
        }

        assertEquals("acme", fixture.query("select tenant from esc_thread"));
        assertEquals("1,2,3", fixture.query("select group_concat(version) from esc_schema"));
    }

    @Test
    void failedVersionIsNotRecorded() throws Exception {
        start(fixture.open(), "t1");
        TableSchema broken = new TableSchema(
                JdbcDialect.SQLITE,
                TableNames.DEFAULT,
                List.of(SqliteTables.VERSION_1, "create table esc_extra (id text);\nselect from;"));
        try (SqliteDatabase database = new SqliteDatabase(
                SqliteFile.source(fixture.file()), new StoreClock(Clock.systemUTC()), SqliteDatabase.BUSY)) {
            assertThrows(java.sql.SQLException.class, () -> broken.create(database));
        }

        assertEquals("1", fixture.query("select max(version) from esc_schema"));
        assertEquals("0", fixture.query("select count(*) from sqlite_master where name = 'esc_extra'"));
    }

    @Test
    void storesWithOtherPrefixesAreSeparate() {
        JdbcThreadStore first =
                fixture.opened(fixture.builder().prefix("first_").build());
        JdbcThreadStore second =
                fixture.opened(fixture.builder().prefix("second_").build());
        start(first, "t1");

        assertTrue(second.load("t1").isEmpty());
        start(second, "t1");
        first.append(Append.of("t1", 1, message("a")));
        assertEquals(List.of(), messages(second, "t1"));
    }

    @Test
    void namesThatRequireQuotesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> fixture.builder().prefix("a; drop table b"));
        assertThrows(IllegalArgumentException.class, () -> fixture.builder().prefix(""));
        assertThrows(IllegalArgumentException.class, () -> fixture.builder().schema("Agents"));
    }

    @Test
    void statementsArePrintedWithTheNames() {
        String ddl = fixture.builder().schema("agents").prefix("my_").ddl(JdbcDialect.POSTGRESQL);

        assertTrue(ddl.contains("create table agents.my_thread ("), ddl);
        assertTrue(ddl.contains("create index my_idx_thread_wake on agents.my_thread"), ddl);
        assertTrue(ddl.endsWith("insert into agents.my_schema (version) values (1);\n"), ddl);
        assertTrue(!ddl.contains("esc_"), ddl);
    }
}
