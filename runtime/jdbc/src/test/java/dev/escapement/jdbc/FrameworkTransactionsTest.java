package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.lease;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.jdbc.ObservedDataSource.Loss;
import dev.escapement.run.Append;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadStore;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Tests the transactions of a framework, with those of Spring. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class FrameworkTransactionsTest {

    private PostgresDatabases.Fixture fixture;
    private ObservedDataSource source;
    private SpringTransactions spring;
    private JdbcThreadStore store;
    private ThreadStore.Lease lease;

    @BeforeEach
    void openStore(PostgresDatabases databases) throws Exception {
        fixture = databases.newSchema();
        source = new ObservedDataSource(fixture.pool());
        spring = new SpringTransactions(source);
        store = fixture.builder().transactions(spring).build();
        start(store, "t1");
        lease = lease(store, "t1");
    }

    @AfterEach
    void removeStore() throws Exception {
        fixture.close();
    }

    /** The transactions of a Spring application. */
    private static final class SpringTransactions implements JdbcTransactions {

        private final DataSource source;
        private final DataSourceTransactionManager manager;
        private final List<Runnable> flushes = new ArrayList<>();
        private TransactionStatus status;
        private Runnable afterCommit = () -> {};

        SpringTransactions(DataSource source) {
            this.source = source;
            this.manager = new DataSourceTransactionManager(source);
        }

        @Override
        public <T> T run(BoundWork<T> work) throws Exception {
            DefaultTransactionDefinition definition =
                    new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            status = manager.getTransaction(definition);
            T result;
            try {
                result = work.run();
            } catch (Exception | Error e) {
                manager.rollback(status);
                throw e;
            }
            manager.commit(status);
            afterCommit.run();
            return result;
        }

        @Override
        public Connection connection() {
            return DataSourceUtils.getConnection(source);
        }

        @Override
        public void beforeAppend() {
            flushes.forEach(Runnable::run);
        }
    }

    private void insertWithTemplate(String value) {
        new JdbcTemplate(source).update("insert into " + fixture.schema() + ".app_row (value) values (?)", value);
    }

    private void appendIn(dev.escapement.run.TransactionalStore.Transaction transaction) {
        transaction.append(Append.of("t1", 1, message("a")).under(lease));
    }

    private void assertStored(int rows, String... texts) throws Exception {
        assertEquals(List.of(texts), messages(store, "t1"));
        assertEquals(rows, fixture.countRows());
    }

    @Test
    void writesOfFrameworkCommitWithEvents() throws Exception {
        store.inTransaction(transaction -> {
            insertWithTemplate("by Spring");
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
                    insertWithTemplate("by Spring");
                    appendIn(transaction);
                    throw new IllegalStateException("late");
                }));

        assertStored(0);
    }

    @Test
    void pendingWritesPrecedeTheEvent() throws Exception {
        spring.flushes.add(() -> insertWithTemplate("pending"));

        store.inTransaction(transaction -> {
            appendIn(transaction);
            return true;
        });

        assertStored(1, "a");
        int insert = indexOf("app_row");
        assertTrue(insert >= 0 && insert < indexOf("esc_event"), () -> "the order of " + source.statements());
    }

    private int indexOf(String text) {
        List<String> statements = source.statements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).contains(text)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void silentRollbackIsReported() throws Exception {
        StoreException failed = assertThrows(
                StoreException.class,
                () -> store.inTransaction(transaction -> {
                    insertWithTemplate("by Spring");
                    appendIn(transaction);
                    spring.status.setRollbackOnly();
                    return true;
                }));

        assertTrue(failed.getMessage().contains("rolled back"), failed::getMessage);
        assertStored(0);
    }

    @Test
    void eventOfOthersIsNotThatOfTheStep() throws Exception {
        spring.afterCommit = () -> store.append(Append.of("t1", 1, message("decision")));

        assertThrows(
                StoreException.class,
                () -> store.inTransaction(transaction -> {
                    insertWithTemplate("by Spring");
                    appendIn(transaction);
                    spring.status.setRollbackOnly();
                    return true;
                }));

        assertStored(0, "decision");
    }

    @Test
    void lostCommitIsResolved() throws Exception {
        source.lose(Loss.AFTER, "commit");

        store.inTransaction(transaction -> {
            insertWithTemplate("by Spring");
            appendIn(transaction);
            return true;
        });

        assertTrue(source.isLost());
        assertStored(1, "a");
    }

    @Test
    void commitThatDidNotArriveRunsAgain() throws Exception {
        source.lose(Loss.BEFORE, "commit");

        store.inTransaction(transaction -> {
            insertWithTemplate("by Spring");
            appendIn(transaction);
            return true;
        });

        assertTrue(source.isLost());
        assertStored(1, "a");
    }

    @Test
    void ordinaryAppendDoesNotJoin() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> spring.run(() -> {
                    insertWithTemplate("by Spring");
                    store.append(Append.of("t1", 1, message("decision")));
                    throw new IllegalStateException("late");
                }));

        assertStored(0, "decision");
    }
}
