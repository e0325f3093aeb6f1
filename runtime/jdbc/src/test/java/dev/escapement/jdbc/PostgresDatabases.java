package dev.escapement.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.escapement.StepContext;
import dev.escapement.run.TransactionalStore;
import dev.escapement.testkit.TransactionalFixture;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A database with one schema for each test, which all tests of a class access through one pool. */
final class PostgresDatabases implements AutoCloseable {

    private final HikariDataSource pool;
    private final AtomicInteger schemas = new AtomicInteger();

    private PostgresDatabases(HikariDataSource pool) {
        this.pool = pool;
    }

    static PostgresDatabases on(PostgresServer server) {
        try {
            return of(server.newDatabase());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static PostgresDatabases of(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(60_000);
        return new PostgresDatabases(pool);
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Creates a schema with a table of an application. */
    Fixture newSchema() throws SQLException {
        String schema = "s" + schemas.incrementAndGet();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
            statement.execute("create table " + schema + ".app_row (value text)");
        }
        return new Fixture(schema);
    }

    /** The storage of one test. */
    final class Fixture implements TransactionalFixture {

        private final String schema;

        Fixture(String schema) {
            this.schema = schema;
        }

        String schema() {
            return schema;
        }

        HikariDataSource pool() {
            return pool;
        }

        JdbcStoreBuilder builder() {
            return JdbcThreadStore.of(pool).schema(schema);
        }

        @Override
        public TransactionalStore open() {
            return builder().build();
        }

        @Override
        public Instant now() {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select clock_timestamp()")) {
                result.next();
                return result.getTimestamp(1).toInstant();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void insertRow(StepContext.Resources resources, String value) throws SQLException {
            Connection connection = resources.find(Connection.class).orElseThrow();
            try (PreparedStatement statement =
                    connection.prepareStatement("insert into " + schema + ".app_row (value) values (?)")) {
                statement.setString(1, value);
                statement.executeUpdate();
            }
        }

        @Override
        public int countRows() throws SQLException {
            return Integer.parseInt(query("select count(*) from " + schema + ".app_row"));
        }

        String query(String sql) throws SQLException {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                return result.next() ? result.getString(1) : "";
            }
        }

        void execute(String sql) throws SQLException {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            execute("drop schema " + schema + " cascade");
        }
    }
}
