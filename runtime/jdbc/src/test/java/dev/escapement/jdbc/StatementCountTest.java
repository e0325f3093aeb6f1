package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.start;
import static dev.escapement.jdbc.StoreExamples.startWaiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.Approver;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the number of round trips to PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class StatementCountTest {

    private static final int MAX_OF_DECISION = 4;

    private PostgresDatabases.Fixture fixture;
    private ObservedDataSource source;
    private JdbcThreadStore store;

    @BeforeEach
    void openStore(PostgresDatabases databases) throws Exception {
        fixture = databases.newSchema();
        source = new ObservedDataSource(fixture.pool());
        store = JdbcThreadStore.of(source).schema(fixture.schema()).build();
    }

    @AfterEach
    void removeStore() throws Exception {
        fixture.close();
    }

    private int count() {
        List<String> statements = List.copyOf(source.statements());
        source.statements().clear();
        return statements.size();
    }

    @Test
    void approvalIsAtMostFourStatements() throws Exception {
        startWaiting(fixture.builder().build(), "t1");
        ThreadInbox inbox = ThreadInbox.of(store);
        count();

        inbox.approve("t1", "call_1", Approver.of("alice"));

        List<String> statements = List.copyOf(source.statements());
        assertTrue(statements.size() <= MAX_OF_DECISION, () -> statements.size() + " statements: " + statements);
        assertEquals(4, store.load("t1").orElseThrow().events().size());
    }

    @Test
    void operationsAreOneStatement() {
        start(store, "t1");
        count();
        ThreadStore.Lease lease = store.lease("t1", StoreExamples.LONG).orElseThrow();
        assertEquals(1, count(), "lease");

        store.append(Append.of("t1", 1, message("a"), message("b")).under(lease));
        assertEquals(1, count(), "append");

        assertTrue(lease.renew());
        assertEquals(1, count(), "renew");

        store.load("t1");
        assertEquals(1, count(), "load");

        store.claim(Set.of(StoreExamples.AGENT), 10, StoreExamples.LONG);
        assertEquals(1, count(), "claim");

        lease.close();
        assertEquals(1, count(), "release");

        start(store, "t2");
        assertEquals(1, count(), "start");
    }

    @Test
    void appendToUnknownSizeReadsOnce() {
        start(store, "t1");
        JdbcThreadStore other =
                JdbcThreadStore.of(source).schema(fixture.schema()).build();
        count();

        other.append(Append.of("t1", 1, message("a")));

        assertEquals(2, count());
    }
}
