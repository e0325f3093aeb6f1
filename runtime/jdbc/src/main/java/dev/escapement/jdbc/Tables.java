package dev.escapement.jdbc;

import dev.escapement.run.PayloadCipher;
import org.jspecify.annotations.Nullable;

/** The statements on the tables of a store. */
record Tables(
        EventForm form,
        ThreadRows threads,
        AppendStatements appends,
        Removals removals,
        LeaseRows leases,
        QueueRows queue,
        IndexRows index,
        ContentRows contents) {

    static Tables of(JdbcDialect dialect, TableNames names, @Nullable PayloadCipher cipher) {
        EventForm form = new EventForm(cipher, names.in("esc_event"));
        return new Tables(
                form,
                new ThreadRows(dialect, names, form),
                switch (dialect) {
                    case SQLITE -> new SqliteAppends(names);
                    case POSTGRESQL -> new PostgresAppends(names);
                },
                new Removals(dialect, names, form),
                new LeaseRows(dialect, names),
                new QueueRows(dialect, names),
                new IndexRows(dialect, names),
                new ContentRows(dialect, names));
    }
}
