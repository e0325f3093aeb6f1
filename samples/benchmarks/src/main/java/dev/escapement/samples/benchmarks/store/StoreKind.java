package dev.escapement.samples.benchmarks.store;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A thread store of the library. */
enum StoreKind {
    MEMORY("InMemoryThreadStore") {
        @Override
        StoreStorage create(Path directory) {
            InMemoryThreadStore store = new InMemoryThreadStore();
            return storage(() -> store);
        }
    },

    FILES("FileThreadStore") {
        @Override
        StoreStorage create(Path directory) {
            return storage(() -> FileThreadStore.in(directory));
        }
    },

    SQLITE("SQLite") {
        @Override
        StoreStorage create(Path directory) {
            return storage(() -> JdbcThreadStore.sqlite(directory.resolve("threads.db")));
        }
    },

    /** PostgreSQL, if the property with its URL is set. */
    POSTGRESQL("PostgreSQL") {
        @Override
        StoreStorage create(Path directory) throws Exception {
            return PostgresSchema.create();
        }
    };

    private final String title;

    StoreKind(String title) {
        this.title = title;
    }

    /** Returns the name shown in the result table. */
    String title() {
        return title;
    }

    /** Creates a storage, which is in the given directory unless it is in a database. */
    abstract StoreStorage create(Path directory) throws Exception;

    /** Returns the kinds that can be measured on this machine. */
    static List<StoreKind> available() {
        return Arrays.stream(values())
                .filter(kind -> kind != POSTGRESQL || PostgresSchema.isAvailable())
                .toList();
    }

    private static StoreStorage storage(Supplier<ThreadStore> opener) {
        return new StoreStorage() {
            @Override
            public ThreadStore open() {
                return opener.get();
            }

            @Override
            public void close() {
                // The benchmark deletes its directory.
            }
        };
    }
}
