package dev.escapement.jdbc.chaos;

import com.zaxxer.hikari.HikariDataSource;
import dev.escapement.jdbc.JdbcThreadStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The database of a store and of the rows of the agent's steps.
 *
 * @param url the JDBC URL
 */
record ChaosDatabase(String url) {

    private static final String SQLITE = "jdbc:sqlite:";

    /** A store, and the action that closes its pool. */
    record Opened(JdbcThreadStore store, Runnable closePool) implements AutoCloseable {
        @Override
        public void close() {
            store.close();
            closePool.run();
        }
    }

    static ChaosDatabase sqlite(Path file) {
        return new ChaosDatabase(SQLITE + file);
    }

    /** Opens a store, which creates its tables. */
    Opened open() {
        if (url.startsWith(SQLITE)) {
            return new Opened(JdbcThreadStore.sqlite(Path.of(url.substring(SQLITE.length()))), () -> {});
        }
        return open(pool -> pool);
    }

    /**
     * Opens a store in an existing database.
     *
     * @param wrapper a function that returns the data source of the store
     */
    Opened open(UnaryOperator<DataSource> wrapper) {
        if (url.startsWith(SQLITE)) {
            SQLiteDataSource source = new SQLiteDataSource();
            source.setUrl(url);
            return new Opened(JdbcThreadStore.of(wrapper.apply(source)).build(), () -> {});
        }
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(24);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        return new Opened(JdbcThreadStore.postgres(wrapper.apply(pool)), pool::close);
    }

    /** Creates the tables of the application. */
    void createRows() throws SQLException {
        execute("create table app_row (thread_id text not null, call_id text not null, part integer not null)");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns whether no process is in a transaction that prevents all others from writing. */
    boolean isWritable() throws SQLException {
        if (!url.startsWith(SQLITE)) {
            return true;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 200");
            statement.execute("begin immediate");
            statement.execute("rollback");
            return true;
        } catch (SQLiteException busy) {
            if (busy.getResultCode() != SQLiteErrorCode.SQLITE_BUSY) {
                throw busy;
            }
            return false;
        }
    }

    /** Returns the rows of a query, with the columns of a row joined by spaces. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(" ", row));
            }
            return rows;
        }
    }
}
