package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static dev.escapement.jdbc.StoreExamples.startWaiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.escapement.run.Append;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.StoreException;
import dev.escapement.run.StoreException.Reason;
import dev.escapement.run.ThreadStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Tests the failures of SQLite. */
class SqliteFaultTest {

    private SqliteFixture fixture;

    @BeforeEach
    void createFixture() throws Exception {
        fixture = new SqliteFixture();
    }

    @AfterEach
    void removeFixture() throws Exception {
        fixture.close();
    }

    private JdbcThreadStore store(DataSource source) {
        return fixture.opened(
                JdbcThreadStore.of(source).busyTimeout(Duration.ofMillis(100)).build());
    }

    private static Reason reason(Runnable operation) {
        return assertThrows(StoreException.class, operation::run).reason();
    }

    @Test
    void fullDatabaseStoresNothing() throws Exception {
        JdbcThreadStore store = fixture.open();
        start(store, "t1");
        SQLiteConfig config = new SQLiteConfig();
        int pages = Integer.parseInt(fixture.query("pragma page_count"));
        config.setPragma(SQLiteConfig.Pragma.MAX_PAGE_COUNT, Integer.toString(pages + 5));
        SQLiteDataSource limited = new SQLiteDataSource(config);
        limited.setUrl("jdbc:sqlite:" + fixture.file());
        JdbcThreadStore full = store(limited);
        Append large = Append.of("t1", 1, message("x".repeat(100_000)));

        assertEquals(Reason.FULL, reason(() -> full.append(large)));

        assertEquals(List.of(), messages(full, "t1"), "a full database must remain readable");
        full.append(Append.of("t1", 1, message("small")));
        store.append(Append.of("t1", 2, message("later")));
        assertEquals(List.of("small", "later"), messages(full, "t1"));
        store.verify("t1");
    }

    @Test
    void readOnlyDatabaseCanBeRead() throws Exception {
        start(fixture.open(), "t1");
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource readOnly = new SQLiteDataSource(config);
        readOnly.setUrl("jdbc:sqlite:" + fixture.file());
        JdbcThreadStore store = store(readOnly);

        assertEquals(Reason.READ_ONLY, reason(() -> store.append(Append.of("t1", 1, message("a")))));
        assertEquals(Reason.READ_ONLY, reason(() -> store.lease("t1", Duration.ofSeconds(1))));
        assertEquals(List.of(), messages(store, "t1"));
    }

    @Test
    void lockedDatabaseIsBusy() throws Exception {
        start(fixture.open(), "t1");
        JdbcThreadStore store = store(SqliteFile.source(fixture.file()));
        try (Connection other = fixture.connect();
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");

            assertEquals(Reason.BUSY, reason(() -> store.append(Append.of("t1", 1, message("a")))));
            assertEquals(List.of(), messages(store, "t1"), "a locked database must remain readable");
            statement.execute("rollback");
        }
        store.append(Append.of("t1", 1, message("b")));
        assertEquals(List.of("b"), messages(store, "t1"));
    }

    @Test
    void stepThatRunsTooLongBlocksWritersOnly() throws Exception {
        JdbcThreadStore store = store(SqliteFile.source(fixture.file()));
        start(store, "t1");
        ThreadStore.Lease lease = lease(store, "t1");

        store.inTransaction(transaction -> {
            Thread other = new Thread(() -> {
                assertEquals(Reason.BUSY, reason(() -> store.append(Append.of("t1", 1, message("b")))));
                assertEquals(List.of(), messages(store, "t1"));
            });
            FailureOf.running(other);
            transaction.append(Append.of("t1", 1, message("a")).under(lease));
            return true;
        });

        assertEquals(List.of("a"), messages(store, "t1"));
    }

    @Test
    void otherContentIsNotAStore() throws Exception {
        Path file = fixture.file().resolveSibling("notes.txt");
        Files.writeString(file, "These are notes, not a database. ".repeat(100));

        assertEquals(Reason.FORMAT, reason(() -> JdbcThreadStore.sqlite(file)));
        assertTrue(Files.readString(file).startsWith("These are notes"), "the file must not change");
    }

    @Test
    void missingTableIsReported() throws Exception {
        JdbcThreadStore store = fixture.open();
        start(store, "t1");
        fixture.execute("drop table esc_event");

        assertEquals(Reason.FORMAT, reason(() -> store.load("t1")));
        assertEquals(Reason.FORMAT, reason(() -> store.append(Append.of("t1", 1, message("a")))));
    }

    @Test
    void folderWithoutPermissionIsReported() {
        assertThrows(StoreException.class, () -> JdbcThreadStore.sqlite(Path.of("/proc/agents.db")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb2", "9p", "fuse.sshfs", "NFS"})
    void networkFileSystemIsRefused(String type) {
        StoreException refused =
                assertThrows(StoreException.class, () -> SqliteFile.requireLocal(fixture.file(), type));

        assertTrue(refused.getMessage().contains(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "overlay", "tmpfs", "apfs", "NTFS", "fuseblk"})
    void localFileSystemIsAccepted(String type) {
        SqliteFile.requireLocal(fixture.file(), type);
    }

    @Test
    void connectionsAreDurable() throws Exception {
        JdbcThreadStore store = fixture.open();
        start(store, "t1");
        ThreadStore.Lease lease = lease(store, "t1");

        List<String> settings = store.inTransaction(transaction -> {
            Connection connection =
                    transaction.resources().find(Connection.class).orElseThrow();
            try (Statement statement = connection.createStatement()) {
                String synchronous = first(statement, "pragma synchronous");
                String journal = first(statement, "pragma journal_mode");
                transaction.append(Append.of("t1", 1, message("a")).under(lease));
                return List.of(synchronous, journal);
            }
        });

        assertEquals(List.of("2", "wal"), settings, "synchronous = FULL and the write-ahead log");
    }

    private static String first(Statement statement, String sql) throws Exception {
        try (var result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite::memory:", "jdbc:sqlite:file:a?mode=memory&cache=shared", "jdbc:sqlite:"})
    void databaseWithoutFileIsRefused(String url) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(url);

        StoreException refused = assertThrows(StoreException.class, () -> store(source));

        assertTrue(refused.getMessage().contains("journal mode"), refused::getMessage);
    }

    @Test
    void pooledConnectionsRemainWritable() throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(SqliteFile.source(fixture.file()));
            pool.setMaximumPoolSize(2);
            JdbcThreadStore store = store(pool);
            start(store, "t1");
            assertEquals(List.of(), messages(store, "t1"));
            store.close();

            try (Connection first = pool.getConnection();
                    Connection second = pool.getConnection()) {
                for (Connection connection : List.of(first, second)) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("insert into app_row (value) values ('a')");
                    }
                }
            }
        }
        assertEquals(2, fixture.countRows());
    }

    @Test
    void questionOfDeletedThreadIsSkipped() throws Exception {
        JdbcThreadStore store = fixture.open();
        startWaiting(store, "long".repeat(500));
        startWaiting(store, "t2");
        fixture.execute("delete from esc_thread where id <> 't2'"); // as between the statements of the query

        List<String> ids = store.questions(QuestionQuery.all()).entries().stream()
                .map(entry -> entry.threadId())
                .toList();

        assertEquals(List.of("t2"), ids);
    }

    @Test
    void newFileIsPrivate() throws Exception {
        Path file = fixture.file().resolveSibling("folder").resolve("new.db");
        fixture.opened(JdbcThreadStore.sqlite(file));

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void closedStoreCannotBeUsed() {
        JdbcThreadStore store = fixture.open();
        start(store, "t1");
        store.close();

        assertThrows(IllegalStateException.class, () -> store.append(Append.of("t1", 1, message("a"))));
        assertThrows(IllegalStateException.class, () -> store.load("t1"));
    }
}
