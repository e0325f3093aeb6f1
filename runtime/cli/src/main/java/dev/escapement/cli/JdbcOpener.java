package dev.escapement.cli;

import dev.escapement.jdbc.JdbcStoreBuilder;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.StoreException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens stores in databases. */
final class JdbcOpener {

    /** The environment variable with the user of the database. */
    static final String USER_VARIABLE = "ESCAPEMENT_STORE_USER";

    /** The environment variable with the password of the database. */
    static final String PASSWORD_VARIABLE = "ESCAPEMENT_STORE_PASSWORD";

    private JdbcOpener() {}

    /**
     * Opens a store in SQLite.
     *
     * @param create whether to create or migrate the tables
     */
    static OpenStore sqlite(Path file, boolean create) {
        return open(JdbcThreadStore.of(file), create, () -> {});
    }

    /** Opens a store in PostgreSQL. */
    static OpenStore postgres(String url, Map<String, String> variables, boolean create) {
        Properties properties = new Properties();
        put(properties, "user", variables.get(USER_VARIABLE));
        put(properties, "password", variables.get(PASSWORD_VARIABLE));
        DriverConnections connections = new DriverConnections(url, properties);
        return open(JdbcThreadStore.of(connections), create, connections::close);
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }

    private static OpenStore open(JdbcStoreBuilder builder, boolean create, Runnable alsoClosed) {
        try {
            JdbcThreadStore store = builder.createTables(create).build();
            return new OpenStore(store, store, store, () -> {
                store.close();
                alsoClosed.run();
            });
        } catch (StoreException e) {
            alsoClosed.run();
            // An exception of the driver, for example because the database does not exist, is the cause of others.
            if (!create && e.reason() == StoreException.Reason.FORMAT && e.getCause() == null) {
                throw CommandException.store(e.getMessage()
                        + " If the tables are missing or of an earlier release, run the command migrate.");
            }
            throw e;
        }
    }
}
