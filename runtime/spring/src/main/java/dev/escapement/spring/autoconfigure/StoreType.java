package dev.escapement.spring.autoconfigure;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The kind of the store of threads. */
public enum StoreType {
    /** The database of a data source. */
    JDBC,
    /** Files in a directory. */
    FILE,
    /** The memory of the process, for tests. */
    MEMORY;

    /**
     * Returns the kind that the settings select.
     *
     * @param environment the settings
     * @return the kind; without a setting, {@link #FILE} if a directory is set, otherwise {@link #JDBC}
     */
    static StoreType of(Environment environment) {
        return Binder.get(environment)
                .bind("escapement.store.type", StoreType.class)
                .orElseGet(() -> environment.containsProperty("escapement.store.directory") ? FILE : JDBC);
    }
}
