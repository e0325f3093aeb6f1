package dev.escapement.jdbc;

import dev.escapement.run.StoreException;
import dev.escapement.run.StoreException.Reason;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The tables of a store and their versions. The table {@code esc_schema} contains a row for each version that was created.
 *
 * @param migrations the statements of each version, from version 1
 */
record TableSchema(JdbcDialect dialect, TableNames names, List<String> migrations) {

    /** The key of the lock that orders the creation of tables by several processes. */
    private static final long LOCK = 0x657363617065L;

    static TableSchema of(JdbcDialect dialect, TableNames names) {
        return new TableSchema(
                dialect,
                names,
                switch (dialect) {
                    case SQLITE -> List.of(SqliteTables.VERSION_1);
                    case POSTGRESQL -> List.of(PostgresTables.VERSION_1);
                });
    }

    /** Returns the statements that create the tables of the newest version. */
    String ddl() {
        StringBuilder ddl = new StringBuilder();
        for (int version = 1; version <= migrations.size(); version++) {
            ddl.append(names.in(migrations.get(version - 1)))
                    .append(recorded(version))
                    .append(";\n");
        }
        return ddl.toString();
    }

    private String recorded(int version) {
        return names.in("insert into esc_schema (version) values (" + version + ")");
    }

    /** Creates the missing versions. Several processes can do so at the same time. */
    void create(DatabaseAccess database) throws SQLException {
        OptionalInt found = database.read(this::version);
        requireKnown(found);
        if (found.isEmpty() || found.getAsInt() < migrations.size()) {
            database.transaction(session -> {
                migrate(session);
                return true;
            });
        }
    }

    /** Requires the newest version. */
    void verify(DatabaseAccess database) throws SQLException {
        OptionalInt found = database.read(this::version);
        requireKnown(found);
        if (found.isEmpty() || found.getAsInt() < migrations.size()) {
            throw new StoreException(
                    "The database has " + (found.isEmpty() ? "no tables" : "the tables of version " + found.getAsInt())
                            + " of the store; this release requires version " + migrations.size()
                            + ". Execute the statements of JdbcThreadStore.ddl, or permit the store to create its tables.",
                    null,
                    Reason.FORMAT,
                    null);
        }
    }

    private void migrate(Session session) throws SQLException {
        if (dialect == JdbcDialect.POSTGRESQL) {
            // Released at the end of the transaction, so that it also works behind a pooler.
            session.query(
                    Sql.of("select pg_advisory_xact_lock(:key)", dialect, names), Args.of("key", LOCK), row -> true);
        }
        OptionalInt found = version(session);
        requireKnown(found);
        for (int version = found.orElse(0) + 1; version <= migrations.size(); version++) {
            for (String statement : statements(migrations.get(version - 1))) {
                execute(session, names.in(statement));
            }
            execute(session, recorded(version));
        }
    }

    private void requireKnown(OptionalInt found) {
        if (found.isPresent() && found.getAsInt() > migrations.size()) {
            throw new StoreException(
                    "The tables have version " + found.getAsInt()
                            + ", which a later release created; this release knows" + " version " + migrations.size()
                            + ". Nothing was changed. Run the later release.",
                    null,
                    Reason.FORMAT,
                    null);
        }
    }

    private OptionalInt version(Session session) throws SQLException {
        // The catalog, not to_regclass, whose cache can be older than the lock.
        Sql exists = Sql.of(
                switch (dialect) {
                    case SQLITE -> "select 1 from sqlite_master where type = 'table' and name = :name and :schema = ''";
                    case POSTGRESQL -> """
                        select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                        where c.relname = :name
                          and case when :schema = '' then n.nspname = any(current_schemas(false)) else n.nspname = :schema end
                        """;
                },
                dialect,
                names);
        Args args = Args.of("name", names.table("schema")).and("schema", names.schema());
        if (session.query(exists, args, row -> true).isEmpty()) {
            return OptionalInt.empty();
        }
        int version = session.first(
                        Sql.of("select coalesce(max(version), 0) from esc_schema", dialect, names),
                        Args.none(),
                        row -> row.number(1))
                .orElse(0);
        return OptionalInt.of(version);
    }

    /** Returns the statements of a script. They end with semicolons, which their texts do not contain. */
    private static List<String> statements(String script) {
        String code = script.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return List.of(code.split(";")).stream()
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static void execute(Session session, String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
