package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import dev.escapement.jdbc.LoopbackProxy.Cut;
import dev.escapement.run.Append;
import dev.escapement.run.StoreException;
import dev.escapement.run.StoreException.Reason;
import dev.escapement.run.ThreadStore;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the loss of the TCP connection to PostgreSQL in appends and commits. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresConnectionCutTest {

    private PostgresDatabases.Fixture fixture;
    private LoopbackProxy proxy;
    private HikariDataSource pool;
    private JdbcThreadStore store;

    @BeforeEach
    void openStore(PostgresDatabases databases) throws Exception {
        fixture = databases.newSchema();
        String direct = fixture.pool().getJdbcUrl();
        int port = URI.create(direct.substring("jdbc:".length())).getPort();
        proxy = new LoopbackProxy(port);
        pool = new HikariDataSource();
        // Without prepared statements, each transaction sends the text of its commit.
        pool.setJdbcUrl(direct.replace(":" + port + "/", ":" + proxy.port() + "/") + "&prepareThreshold=0");
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        store = JdbcThreadStore.of(pool).schema(fixture.schema()).build();
        start(store, "t1");
    }

    @AfterEach
    void closeStore() throws Exception {
        pool.close();
        proxy.close();
        fixture.close();
    }

    /** Verifies the events of the thread after the late statement has arrived. */
    private void assertUsable(String... texts) throws Exception {
        proxy.awaitDelivery();
        assertEquals(List.of(texts), messages(fixture.open(), "t1"));
        store.verify("t1");
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void decisionIsStoredOnce(Cut cut) throws Exception {
        proxy.cut(cut, "lost-text");

        store.append(Append.of("t1", 1, message("lost-text")));

        store.append(Append.of("t1", 2, message("next")));
        assertUsable("lost-text", "next");
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void eventUnderLeaseIsStoredOnce(Cut cut) throws Exception {
        ThreadStore.Lease lease = lease(store, "t1");
        proxy.cut(cut, "lost-text");

        store.append(Append.of("t1", 1, message("lost-text")).under(lease));

        store.append(Append.of("t1", 2, message("next")).under(lease));
        assertUsable("lost-text", "next");
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void rowsAreCommittedOnceIfCommitIsLost(Cut cut) throws Exception {
        ThreadStore.Lease lease = lease(store, "t1");
        AtomicInteger runs = new AtomicInteger();

        store.inTransaction(transaction -> {
            fixture.insertRow(transaction.resources(), "row");
            transaction.append(Append.of("t1", 1, message("step")).under(lease));
            if (runs.incrementAndGet() == 1) {
                proxy.cut(cut, "COMMIT");
            }
            return true;
        });

        assertEquals(cut == Cut.NOT_FORWARDED ? 2 : 1, runs.get());
        store.append(Append.of("t1", 2, message("next")).under(lease));
        assertUsable("step", "next");
        assertEquals(1, fixture.countRows(), "the rows of the step must be committed once");
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void rowsAreRolledBackIfAppendIsLost(Cut cut) throws Exception {
        ThreadStore.Lease lease = lease(store, "t1");
        proxy.cut(cut, "lost-text");

        Reason reason = reasonOf(() -> store.inTransaction(transaction -> {
            fixture.insertRow(transaction.resources(), "row");
            transaction.append(Append.of("t1", 1, message("lost-text")).under(lease));
            return true;
        }));

        assertEquals(Reason.UNAVAILABLE, reason);
        store.append(Append.of("t1", 1, message("next")).under(lease));
        assertUsable("next");
        assertEquals(0, fixture.countRows(), "the rows of the step must not be committed without its event");
    }

    private static Reason reasonOf(Executable operation) {
        return assertThrows(StoreException.class, operation).reason();
    }
}
