package dev.escapement.jdbc;

import dev.escapement.StepContext;
import dev.escapement.testkit.ManualClock;
import dev.escapement.testkit.TransactionalFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The storage of one test in an SQLite file, with a table of an application. */
final class SqliteFixture implements TransactionalFixture {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T12:00:00.123456Z"));
    private final List<JdbcThreadStore> opened = new ArrayList<>();
    private final Path folder;

    SqliteFixture() throws Exception {
        folder = Files.createTempDirectory("escapement-sqlite");
        execute("create table app_row (value text)");
    }

    Path file() {
        return folder.resolve("agents.db");
    }

    JdbcStoreBuilder builder() {
        return JdbcThreadStore.of(file()).clock(clock);
    }

    @Override
    public JdbcThreadStore open() {
        return opened(builder().build());
    }

    /** Closes a store at the end of the test. */
    JdbcThreadStore opened(JdbcThreadStore store) {
        opened.add(store);
        return store;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration time) {
        clock.advance(time);
    }

    @Override
    public void insertRow(StepContext.Resources resources, String value) throws SQLException {
        Connection connection = resources.find(Connection.class).orElseThrow();
        try (PreparedStatement statement = connection.prepareStatement("insert into app_row (value) values (?)")) {
            statement.setString(1, value);
            statement.executeUpdate();
        }
    }

    @Override
    public int countRows() throws SQLException {
        return Integer.parseInt(query("select count(*) from app_row"));
    }

    String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    @Override
    public void close() throws Exception {
        opened.forEach(JdbcThreadStore::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
