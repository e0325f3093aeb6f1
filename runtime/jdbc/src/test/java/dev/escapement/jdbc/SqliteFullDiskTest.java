package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.run.Append;
import dev.escapement.run.StoreException;
import dev.escapement.run.StoreException.Reason;
import dev.escapement.run.ThreadStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests a file system without space for a database in SQLite. */
@Tag("mount")
class SqliteFullDiskTest {

    private static final int MAX_EVENTS = 1_000;

    @Test
    void fullDiskStoresNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.mount("root")) {
            Path other = disk.folder().resolve("other");
            Files.write(other, new byte[4_000_000]);
            try (JdbcThreadStore store = JdbcThreadStore.sqlite(disk.folder().resolve("agents.db"))) {
                start(store, "t1");
                ThreadStore.Lease lease = lease(store, "t1");

                List<String> stored = new ArrayList<>();
                StoreException full = assertThrows(StoreException.class, () -> {
                    while (stored.size() < MAX_EVENTS) {
                        String text = SmallDisk.incompressible(stored.size());
                        store.append(Append.of("t1", stored.size() + 1, message(text))
                                .under(lease));
                        stored.add(text);
                    }
                });

                assertEquals(Reason.FULL, full.reason());
                assertEquals(stored, messages(store, "t1"), "a full disk must not remove events or store one in part");
                store.verify("t1");
                Files.delete(other);
                store.append(
                        Append.of("t1", stored.size() + 1, message("later")).under(lease));
                stored.add("later");
                assertEquals(stored, messages(store, "t1"));
                store.verify("t1");
            }
        }
    }
}
