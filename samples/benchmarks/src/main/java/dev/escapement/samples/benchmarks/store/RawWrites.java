package dev.escapement.samples.benchmarks.store;

import dev.escapement.thread.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The references of the stores: the least that a durable append needs, without a position, a token or a checksum. */
final class RawWrites {

    private static final String TABLE = "(thread_id text, position int, event text not null, sum text not null,"
            + " primary key (thread_id, position))";

    private RawWrites() {}

    /** Returns a subject that writes each line to a file for each writer, and then calls {@code fdatasync}. */
    static AppendSubject files(Path directory) {
        return new AppendSubject() {
            @Override
            public Appender open(String id) throws IOException {
                FileChannel file = FileChannel.open(
                        directory.resolve(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
                return new Appender() {
                    @Override
                    public void append(Event event, byte[] line) throws IOException {
                        ByteBuffer rest = ByteBuffer.wrap(line);
                        while (rest.hasRemaining()) {
                            file.write(rest);
                        }
                        file.force(false);
                    }

                    @Override
                    public void close() throws IOException {
                        file.close();
                    }
                };
            }

            @Override
            public void close() {
                // The benchmark deletes the directory.
            }
        };
    }

    /** Returns a subject that inserts rows into a file of SQLite, through one connection as the store does. */
    static AppendSubject sqlite(Path directory) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("raw.db"));
        execute(connection, "pragma journal_mode = wal");
        execute(connection, "pragma synchronous = full");
        execute(connection, "create table raw_event " + TABLE + " without rowid");
        PreparedStatement insert = connection.prepareStatement("insert into raw_event values (?, ?, ?, ?)");
        return new AppendSubject() {
            @Override
            public Appender open(String id) {
                return new RowWriter(insert, id, connection, () -> {});
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    /** Returns a subject that inserts rows into PostgreSQL, through a connection for each writer. */
    static AppendSubject postgresql() throws SQLException {
        PostgresSchema schema = PostgresSchema.create();
        String table = schema.name() + ".raw_event";
        try (Connection connection = schema.connect()) {
            execute(connection, "create table " + table + " " + TABLE);
        }
        return new AppendSubject() {
            @Override
            public Appender open(String id) throws SQLException {
                Connection connection = schema.connect();
                PreparedStatement insert = connection.prepareStatement("insert into " + table + " values (?, ?, ?, ?)");
                return new RowWriter(insert, id, insert, connection);
            }

            @Override
            public void close() throws SQLException {
                schema.close();
            }
        };
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A writer that inserts and commits one row for each event. Writers with the same lock take turns. */
    private static final class RowWriter implements Appender {

        private final PreparedStatement insert;
        private final String id;
        private final Object lock;
        private final AutoCloseable connection;
        private int position;

        RowWriter(PreparedStatement insert, String id, Object lock, AutoCloseable connection) {
            this.insert = insert;
            this.id = id;
            this.lock = lock;
            this.connection = connection;
        }

        @Override
        public void append(Event event, byte[] line) throws IOException {
            String text = new String(line, StandardCharsets.UTF_8);
            synchronized (lock) {
                try {
                    insert.setString(1, id);
                    insert.setInt(2, position++);
                    insert.setString(3, text);
                    insert.setString(4, id);
                    insert.executeUpdate();
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            }
        }

        @Override
        public void close() throws IOException {
            try {
                connection.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
