package dev.escapement.jdbc;

import dev.escapement.run.PayloadCipher;
import dev.escapement.run.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A builder of a {@link JdbcThreadStore}. Not safe for concurrent use.
 *
 * <pre>{@code
 * JdbcThreadStore store = JdbcThreadStore.of(dataSource).schema("agents").createTables(false).build();
 * }</pre>
 */
public final class JdbcStoreBuilder {

    private final DataSource source;
    private TableNames names = TableNames.DEFAULT;
    private @Nullable PayloadCipher cipher;
    private @Nullable JdbcTransactions transactions;
    private InstantSource clock = Clock.systemUTC();
    private Duration busy = SqliteDatabase.BUSY;
    private boolean createTables = true;

    JdbcStoreBuilder(DataSource source) {
        this.source = source;
    }

    /**
     * Sets the schema of the tables, which must exist. Default: the first schema of the search path.
     *
     * @param schema the name: lower-case letters, digits and underscores
     * @return this builder
     */
    public JdbcStoreBuilder schema(String schema) {
        names = new TableNames(Objects.requireNonNull(schema, "schema"), names.prefix());
        return this;
    }

    /**
     * Sets the beginning of the names of the tables. Default: {@code esc_}.
     *
     * @param prefix the beginning: lower-case letters, digits and underscores
     * @return this builder
     */
    public JdbcStoreBuilder prefix(String prefix) {
        names = new TableNames(names.schema(), Objects.requireNonNull(prefix, "prefix"));
        return this;
    }

    /**
     * Sets the cipher of the events. Default: none.
     *
     * @param eventCipher the cipher
     * @return this builder
     */
    public JdbcStoreBuilder cipher(PayloadCipher eventCipher) {
        cipher = Objects.requireNonNull(eventCipher, "eventCipher");
        return this;
    }

    /**
     * Sets the transactions of a framework, which transactional steps join. Default: the store opens a transaction for
     * each of these steps.
     *
     * @param framework the transactions
     * @return this builder
     */
    public JdbcStoreBuilder transactions(JdbcTransactions framework) {
        transactions = Objects.requireNonNull(framework, "framework");
        return this;
    }

    /**
     * Sets the clock of a store in SQLite, for tests. PostgreSQL uses its own clock.
     *
     * @param storeClock the clock
     * @return this builder
     */
    public JdbcStoreBuilder clock(InstantSource storeClock) {
        clock = Objects.requireNonNull(storeClock, "storeClock");
        return this;
    }

    /** Sets the time after which a lock in SQLite is reported, for tests. */
    JdbcStoreBuilder busyTimeout(Duration time) {
        busy = time;
        return this;
    }

    /**
     * Sets whether the store creates missing tables. Otherwise, it only verifies their version. Default: {@code true}.
     *
     * @param create whether to create tables
     * @return this builder
     */
    public JdbcStoreBuilder createTables(boolean create) {
        createTables = create;
        return this;
    }

    /**
     * Returns the statements that create the tables with the names of this builder.
     *
     * @param dialect the database
     * @return the statements, each of which ends with a semicolon
     */
    public String ddl(JdbcDialect dialect) {
        return TableSchema.of(dialect, names).ddl();
    }

    /**
     * Opens the store and creates or verifies its tables.
     *
     * @return the store
     * @throws StoreException with the reason FORMAT if a later release created the tables, or if they are missing and
     *     must not be created
     */
    public JdbcThreadStore build() {
        JdbcDialect dialect = dialect();
        DatabaseAccess database = switch (dialect) {
            case SQLITE -> new SqliteDatabase(source, new StoreClock(clock), busy);
            case POSTGRESQL -> new PostgresDatabase(source);
        };
        boolean opened = false;
        try {
            open(database);
            opened = true;
        } finally {
            if (!opened) {
                database.close();
            }
        }
        return new JdbcThreadStore(database, Tables.of(dialect, names, cipher), Optional.ofNullable(transactions));
    }

    private void open(DatabaseAccess database) {
        Operations operations = new Operations(database);
        TableSchema schema = TableSchema.of(database.dialect(), names);
        operations.repeatable("open the tables of the store", null, () -> {
            if (createTables) {
                schema.create(database);
            } else {
                schema.verify(database);
            }
            return true;
        });
        if (database.dialect() == JdbcDialect.POSTGRESQL) {
            warnOfAsynchronousCommit(operations);
        }
    }

    /** A crash of the server then loses the last commits, so that a step could run twice. */
    private void warnOfAsynchronousCommit(Operations operations) {
        Sql show = Sql.of("show synchronous_commit", JdbcDialect.POSTGRESQL, names);
        String setting = operations.read(
                "read the settings",
                null,
                session -> session.first(show, Args.none(), row -> row.text(1)).orElse(""));
        if (setting.equals("off")) {
            StoreLog.asynchronousCommit(setting);
        }
    }

    private JdbcDialect dialect() {
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product.toLowerCase(Locale.ROOT)) {
                case "sqlite" -> JdbcDialect.SQLITE;
                case "postgresql" -> JdbcDialect.POSTGRESQL;
                default ->
                    throw new IllegalArgumentException(
                            "The store supports SQLite and PostgreSQL, not " + product + ". Use another data source.");
            };
        } catch (SQLException e) {
            Failure failure = e.getSQLState() == null
                    ? Failure.UNREACHABLE
                    : SqlFailures.of(new SqlFailures.ConnectException(e), JdbcDialect.POSTGRESQL);
            throw Operations.exception("connect to the database of the store", null, failure, e);
        }
    }
}
