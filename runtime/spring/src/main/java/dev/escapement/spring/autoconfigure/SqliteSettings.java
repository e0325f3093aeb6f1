package dev.escapement.spring.autoconfigure;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;

/** The verification of the settings with which a store in SQLite cannot work. */
final class SqliteSettings {

    /** The store keeps a connection for writing and at least one for reading. */
    static final int MIN_CONNECTIONS = 2;

    /** The store keeps up to five connections, and the application and transactional steps need another one. */
    static final int SUFFICIENT_CONNECTIONS = 6;

    private static final Logger LOGGER = LoggerFactory.getLogger(SqliteSettings.class);
    private static final String HIKARI = "com.zaxxer.hikari.HikariDataSource";

    private SqliteSettings() {}

    /**
     * Verifies the settings, if the database is SQLite.
     *
     * @throws dev.escapement.spring.AgentSetupException if a schema is set, or if the pool is too small
     */
    static void verify(DataSource source, StoreProperties properties) {
        int connections = connections(source);
        String schema = properties.schema();
        if ((schema == null && connections >= SUFFICIENT_CONNECTIONS) || !isSqlite(source)) {
            return;
        } else if (schema != null) {
            throw SetupFailures.schemaInSqlite(schema);
        } else if (connections < MIN_CONNECTIONS) {
            throw SetupFailures.poolTooSmall(connections);
        }
        LOGGER.warn(
                "The property spring.datasource.hikari.maximum-pool-size is {}. The store in SQLite keeps up to five"
                        + " connections, after which other queries wait in vain. Set the property to {} or more.",
                connections,
                SUFFICIENT_CONNECTIONS);
    }

    /** Returns whether the database is SQLite. If it cannot be reached, the store reports the failure. */
    private static boolean isSqlite(DataSource source) {
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return product.toLowerCase(Locale.ROOT).equals("sqlite");
        } catch (SQLException e) {
            return false;
        }
    }

    /** Returns the maximum number of connections of a pool of Hikari; for other data sources, the maximum integer. */
    private static int connections(DataSource source) {
        return ClassUtils.isPresent(HIKARI, SqliteSettings.class.getClassLoader())
                ? HikariPools.size(source)
                : Integer.MAX_VALUE;
    }

    /** The pools of Hikari. Not loaded without it. */
    private static final class HikariPools {

        static int size(DataSource source) {
            try {
                if (!source.isWrapperFor(HikariDataSource.class)) {
                    return Integer.MAX_VALUE;
                }
                int size = source.unwrap(HikariDataSource.class).getMaximumPoolSize();
                return size < 1 ? Integer.MAX_VALUE : size; // the default is determined at the first connection
            } catch (SQLException e) {
                return Integer.MAX_VALUE;
            }
        }
    }
}
