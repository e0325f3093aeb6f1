package dev.escapement.samples.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.ThreadStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A schema of the PostgreSQL server whose URL is the value of the property {@code benchmarks.postgresql}. */
final class PostgresSchema implements StoreStorage {

    private static final String PROPERTY = "benchmarks.postgresql";
    private static final int CONNECTIONS = 40; // more than the largest number of workers
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final HikariDataSource pool;
    private final String name;

    private PostgresSchema(HikariDataSource pool, String name) {
        this.pool = pool;
        this.name = name;
    }

    static boolean isAvailable() {
        return !System.getProperty(PROPERTY, "").isBlank();
    }

    static PostgresSchema create() throws SQLException {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(System.getProperty(PROPERTY));
        pool.setMaximumPoolSize(CONNECTIONS);
        String name = "benchmark_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        PostgresSchema schema = new PostgresSchema(pool, name);
        schema.execute("create schema " + name);
        return schema;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns a connection of the pool, for tables of a benchmark in this schema. */
    Connection connect() throws SQLException {
        return pool.getConnection();
    }

    String name() {
        return name;
    }

    @Override
    public ThreadStore open() {
        return JdbcThreadStore.of(pool).schema(name).build();
    }

    @Override
    public void close() throws SQLException {
        execute("drop schema " + name + " cascade");
        pool.close();
    }
}
