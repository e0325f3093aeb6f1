package dev.escapement.spring.autoconfigure;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the store of threads.
 *
 * @param type Kind of the store. Default: files if a directory is set, otherwise the database of the data source.
 * @param directory Directory of the files of threads.
 * @param dataSource Name of the bean of the data source. Default: the only or primary one.
 * @param transactionManager Name of the bean of the transaction manager of transactional steps. Default: the only or
 *     primary one.
 * @param schema Schema of the tables in PostgreSQL, which must exist. Default: the first one of the search path.
 * @param prefix Beginning of the names of the tables.
 * @param createTables Whether to create missing tables. Otherwise, only their version is verified.
 */
@ConfigurationProperties("escapement.store")
public record StoreProperties(
        @Nullable StoreType type,
        @Nullable String directory,
        @Nullable String dataSource,
        @Nullable String transactionManager,
        @Nullable String schema,
        @DefaultValue("esc_") String prefix,
        @DefaultValue("true") boolean createTables) {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,39}");

    public StoreProperties {
        schema = schema == null || schema.isEmpty() ? null : requireName("schema", schema);
        requireName("prefix", prefix);
    }

    private static String requireName(String property, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("The property escapement.store." + property
                    + " must be 1 to 40 lower-case letters, digits and underscores, and must not begin with a digit, not"
                    + " \"" + value + "\".");
        }
        return value;
    }
}
