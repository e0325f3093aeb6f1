package dev.escapement.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection that executes statements with named parameters. Keeps prepared statements on SQLite, whose driver does not.
 * Not safe for concurrent use.
 */
final class Session implements AutoCloseable {

    private static final int MAX_KEPT = 100;

    private final Connection connection;
    private final JdbcDialect dialect;
    private final StoreClock clock;
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>();

    Session(Connection connection, JdbcDialect dialect, StoreClock clock) {
        this.connection = connection;
        this.dialect = dialect;
        this.clock = clock;
    }

    Connection connection() {
        return connection;
    }

    JdbcDialect dialect() {
        return dialect;
    }

    /** A function of the current row of a result. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultRow row) throws SQLException;
    }

    /** Executes a query or a statement with a {@code returning} clause. */
    <T> List<T> query(Sql sql, Args args, RowReader<T> reader) throws SQLException {
        return execute(sql, args, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                ResultRow row = new ResultRow(result, dialect);
                while (result.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        });
    }

    <T> Optional<T> first(Sql sql, Args args, RowReader<T> reader) throws SQLException {
        return query(sql, args, reader).stream().findFirst();
    }

    /** Executes a statement and returns the number of rows. */
    int update(Sql sql, Args args) throws SQLException {
        return execute(sql, args, PreparedStatement::executeUpdate);
    }

    /** Executes a statement without parameters. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Closes the statements, but not the connection. */
    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : kept.values()) {
            statement.close();
        }
        kept.clear();
    }

    /** The execution of a statement. */
    @FunctionalInterface
    private interface StatementUse<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T execute(Sql sql, Args args, StatementUse<T> use) throws SQLException {
        if (dialect == JdbcDialect.POSTGRESQL) {
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                bind(statement, sql, args);
                return use.run(statement);
            }
        }
        PreparedStatement statement = kept(sql.expanded(valued(sql, args)));
        bind(statement, sql, args);
        return use.run(statement);
    }

    /** Returns a prepared statement, and closes the oldest one if there are too many. */
    private PreparedStatement kept(String text) throws SQLException {
        PreparedStatement statement = kept.get(text);
        if (statement == null) {
            if (kept.size() == MAX_KEPT) {
                String oldest = kept.keySet().iterator().next();
                PreparedStatement closed = kept.remove(oldest);
                if (closed != null) {
                    closed.close();
                }
            }
            statement = connection.prepareStatement(text);
            kept.put(text, statement);
        }
        return statement;
    }

    private void bind(PreparedStatement statement, Sql sql, Args args) throws SQLException {
        int index = 1;
        for (String name : sql.parameters()) {
            Object value = args.get(name);
            if (dialect == JdbcDialect.SQLITE && value instanceof List<?> list) {
                for (Object element : list) {
                    set(statement, index++, element);
                }
            } else {
                set(statement, index++, value);
            }
        }
    }

    /** Adds the time of the clock, which is a parameter on SQLite. */
    private Args valued(Sql sql, Args args) {
        return sql.parameters().contains(Sql.NOW) ? args.and(Sql.NOW, clock.micros()) : args;
    }

    private void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Instant instant) {
            setTime(statement, index, instant);
        } else if (value instanceof List<?> list) {
            set(statement, index, new Args.ArrayValue("text", list));
        } else if (value instanceof Args.ArrayValue array) {
            statement.setArray(
                    index, connection.createArrayOf(array.type(), array.values().toArray()));
        } else if (value instanceof Boolean flag && dialect == JdbcDialect.SQLITE) {
            statement.setInt(index, flag ? 1 : 0);
        } else {
            statement.setObject(index, value);
        }
    }

    private void setTime(PreparedStatement statement, int index, Instant instant) throws SQLException {
        Object stored = switch (dialect) {
            case SQLITE -> StoreClock.micros(instant);
            case POSTGRESQL -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        };
        statement.setObject(index, stored);
    }

    /** The current row of a result. Columns are counted from 1. */
    static final class ResultRow {

        private final ResultSet result;
        private final JdbcDialect dialect;

        ResultRow(ResultSet result, JdbcDialect dialect) {
            this.result = result;
            this.dialect = dialect;
        }

        /** Returns a text that is not null. */
        String text(int column) throws SQLException {
            String text = result.getString(column);
            if (text == null) {
                throw new SQLException("column " + column + " is null");
            }
            return text;
        }

        @Nullable
        String nullableText(int column) throws SQLException {
            return result.getString(column);
        }

        int number(int column) throws SQLException {
            return result.getInt(column);
        }

        long longNumber(int column) throws SQLException {
            return result.getLong(column);
        }

        boolean flag(int column) throws SQLException {
            return dialect == JdbcDialect.SQLITE ? result.getInt(column) != 0 : result.getBoolean(column);
        }

        byte[] bytes(int column) throws SQLException {
            return result.getBytes(column);
        }

        Instant time(int column) throws SQLException {
            return optionalTime(column).orElseThrow(() -> new SQLException("column " + column + " is null"));
        }

        Optional<Instant> optionalTime(int column) throws SQLException {
            return switch (dialect) {
                case SQLITE -> {
                    long micros = result.getLong(column);
                    yield result.wasNull() ? Optional.empty() : Optional.of(StoreClock.instant(micros));
                }
                case POSTGRESQL ->
                    Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant);
            };
        }
    }
}
