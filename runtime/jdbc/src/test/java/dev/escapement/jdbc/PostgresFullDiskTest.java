package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.StoreException;
import dev.escapement.run.StoreException.Reason;
import dev.escapement.run.ThreadStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a file system without space for the events in PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresFullDiskTest {

    private static final int MAX_EVENTS = 1_000;

    private PostgresDatabases.Fixture fixture;
    private SmallDisk disk;

    @BeforeEach
    void mountDisk(PostgresDatabases databases) throws Exception {
        disk = SmallDisk.mount("postgres");
        fixture = databases.newSchema();
        fixture.execute("create tablespace small location '" + disk.folder() + "'");
    }

    @AfterEach
    void unmountDisk() throws Exception {
        if (fixture != null) {
            fixture.close();
            fixture.execute("drop tablespace small");
            disk.close();
        }
    }

    @Test
    void fullDiskStoresNothing() throws Exception {
        JdbcThreadStore store = fixture.builder().build();
        String schema = fixture.schema();
        fixture.execute("alter table " + schema + ".esc_event set tablespace small");
        fixture.execute("create table " + schema + ".filler tablespace small as"
                + " select repeat(md5(n::text), 200) as text from generate_series(1, 30000) n");
        start(store, "t1");
        ThreadStore.Lease lease = lease(store, "t1");

        List<String> stored = new ArrayList<>();
        StoreException full = assertThrows(StoreException.class, () -> {
            while (stored.size() < MAX_EVENTS) {
                String text = SmallDisk.incompressible(stored.size());
                store.append(Append.of("t1", stored.size() + 1, message(text)).under(lease));
                stored.add(text);
            }
        });

        assertEquals(Reason.FULL, full.reason());
        assertTrue(!stored.isEmpty());
        assertEquals(stored, messages(store, "t1"), "a full disk must not remove events or store one in part");
        store.verify("t1");
        fixture.execute("drop table " + schema + ".filler");
        store.append(Append.of("t1", stored.size() + 1, message("later")).under(lease));
        stored.add("later");
        assertEquals(stored, messages(store, "t1"));
        store.verify("t1");
    }
}
