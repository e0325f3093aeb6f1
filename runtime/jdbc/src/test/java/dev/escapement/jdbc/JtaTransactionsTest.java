package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import dev.escapement.run.Append;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.TransactionalStore;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.XAConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.xa.PGXADataSource;

/** Tests the transactions of a framework, with those of Jakarta Transactions. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class JtaTransactionsTest {

    private static TransactionManager manager;

    private PostgresDatabases.Fixture fixture;
    private EnlistedConnections enlisted;
    private JdbcThreadStore store;
    private ThreadStore.Lease lease;

    @BeforeAll
    static void createManager() throws Exception {
        arjPropertyManager.getCoreEnvironmentBean().setNodeIdentifier("test");
        arjPropertyManager.getCoordinatorEnvironmentBean().setTransactionStatusManagerEnable(false);
        for (String name : new String[] {null, "communicationStore", "stateStore"}) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, name)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
        manager = com.arjuna.ats.jta.TransactionManager.transactionManager();
    }

    @BeforeEach
    void openStore(PostgresDatabases databases) throws Exception {
        fixture = databases.newSchema();
        enlisted = new EnlistedConnections(fixture.pool().getJdbcUrl());
        store = fixture.builder().transactions(enlisted).build();
        start(store, "t1");
        lease = lease(store, "t1");
    }

    @AfterEach
    void removeStore() throws Exception {
        if (manager.getTransaction() != null) {
            manager.rollback(); // the test failed
        }
        fixture.close();
    }

    /** The transactions of an application server, whose data source enlists one connection in each of them. */
    private static final class EnlistedConnections implements JdbcTransactions {

        private final PGXADataSource source = new PGXADataSource();
        private final Map<Transaction, Connection> open = new HashMap<>();

        EnlistedConnections(String url) {
            source.setUrl(url);
        }

        @Override
        public <T> T run(BoundWork<T> work) throws Exception {
            Transaction outer = manager.suspend();
            try {
                return inTransaction(work);
            } finally {
                if (outer != null) {
                    manager.resume(outer);
                }
            }
        }

        private static <T> T inTransaction(BoundWork<T> work) throws Exception {
            manager.begin();
            T result;
            try {
                result = work.run();
            } catch (Exception | Error e) {
                manager.rollback();
                throw e;
            }
            manager.commit();
            return result;
        }

        @Override
        public Connection connection() throws SQLException {
            try {
                Transaction current = manager.getTransaction();
                Connection connection = open.get(current);
                return connection == null ? enlist(current) : connection;
            } catch (SQLException e) {
                throw e;
            } catch (Exception e) {
                throw new SQLException(e);
            }
        }

        private Connection enlist(Transaction current) throws Exception {
            XAConnection physical = source.getXAConnection();
            current.enlistResource(physical.getXAResource());
            current.registerSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {}

                @Override
                public void afterCompletion(int status) {
                    open.remove(current);
                    try {
                        physical.close();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            Connection connection = physical.getConnection();
            open.put(current, connection);
            return connection;
        }

        @Override
        public void beforeAppend() {}
    }

    /** Inserts a row as the application does, through the data source of the server. */
    private void insert(String value) throws SQLException {
        try (PreparedStatement statement = enlisted.connection()
                .prepareStatement("insert into " + fixture.schema() + ".app_row (value) values (?)")) {
            statement.setString(1, value);
            statement.executeUpdate();
        }
    }

    private void appendIn(TransactionalStore.Transaction transaction) {
        transaction.append(Append.of("t1", 1, message("a")).under(lease));
    }

    private void assertStored(int rows, String... texts) throws Exception {
        assertEquals(List.of(texts), messages(store, "t1"));
        assertEquals(rows, fixture.countRows());
    }

    @Test
    void writesOfApplicationCommitWithEvents() throws Exception {
        store.inTransaction(transaction -> {
            insert("by the application");
            fixture.insertRow(transaction.resources(), "by the connection");
            appendIn(transaction);
            return true;
        });

        assertStored(2, "a");
    }

    @Test
    void exceptionRollsBackBoth() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> store.inTransaction(transaction -> {
                    insert("by the application");
                    appendIn(transaction);
                    throw new IllegalStateException("late");
                }));

        assertStored(0);
    }

    @Test
    void markedTransactionRollsBackBoth() throws Exception {
        assertThrows(
                RollbackException.class,
                () -> store.inTransaction(transaction -> {
                    insert("by the application");
                    appendIn(transaction);
                    manager.setRollbackOnly();
                    return true;
                }));

        assertStored(0);
        store.append(Append.of("t1", 1, message("b")).under(lease));
        assertStored(0, "b");
    }

    @Test
    void conflictRunsAgainInNewTransaction() throws Exception {
        AtomicInteger executions = new AtomicInteger();

        store.inTransaction(transaction -> {
            insert("by the application");
            if (executions.incrementAndGet() == 1) {
                try (Statement statement = enlisted.connection().createStatement()) {
                    statement.execute("do $$ begin raise sqlstate '40001'; end $$");
                }
            }
            appendIn(transaction);
            return true;
        });

        assertEquals(2, executions.get());
        assertStored(1, "a");
    }

    @Test
    void outerTransactionIsSuspended() throws Exception {
        manager.begin();
        insert("outer");
        store.inTransaction(transaction -> {
            insert("of the step");
            appendIn(transaction);
            return true;
        });
        insert("outer again");
        manager.rollback();

        assertStored(1, "a");
    }

    @Test
    void ordinaryAppendDoesNotJoin() throws Exception {
        manager.begin();
        insert("by the application");
        store.append(Append.of("t1", 1, message("decision")));
        manager.rollback();

        assertStored(0, "decision");
    }
}
