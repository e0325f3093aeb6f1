package dev.escapement.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.SmartTransactionObject;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.sqlite.JDBC;

/** Tests the calls of the transaction manager. */
class SpringTransactionsTest {

    private final DataSource source = new SimpleDriverDataSource(new JDBC(), "jdbc:sqlite::memory:");
    private final RecordingManager manager = new RecordingManager(source);
    private final SpringTransactions transactions = new SpringTransactions(manager, source);

    /** A manager that records its calls, with a transaction that has something to flush like a persistence context. */
    private static final class RecordingManager extends AbstractPlatformTransactionManager
            implements SmartTransactionObject {

        private static final long serialVersionUID = 1L;

        private final transient List<String> calls = new ArrayList<>();
        private final transient DataSource managed;
        private boolean failing;
        private transient @Nullable RuntimeException commitFailure;

        private RecordingManager(DataSource managed) {
            this.managed = managed;
        }

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            calls.add("begin");
            TransactionSynchronizationManager.bindResource(managed, "a connection");
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            calls.add("commit");
            if (commitFailure != null) {
                throw commitFailure;
            }
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            calls.add("rollback");
            if (failing) {
                throw new TransactionSystemException("The connection is lost.");
            }
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            TransactionSynchronizationManager.unbindResource(managed);
        }

        @Override
        public boolean isRollbackOnly() {
            return false;
        }

        @Override
        public void flush() {
            calls.add("flush");
        }
    }

    @Test
    void resultIsCommitted() throws Exception {
        assertThat(transactions.run(() -> "done")).isEqualTo("done");
        assertThat(manager.calls).containsExactly("begin", "commit");
    }

    @Test
    void declaredExceptionIsRolledBack() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    throw new IOException("refused");
                }))
                .isInstanceOf(IOException.class);
        assertThat(manager.calls).containsExactly("begin", "rollback");
    }

    @Test
    void stepDoesNotRunInTheTransactionOfAnotherDataSource() {
        RecordingManager other =
                new RecordingManager(new SimpleDriverDataSource(new JDBC(), "jdbc:sqlite:file:other?mode=memory"));
        List<String> effects = new ArrayList<>();

        assertThatThrownBy(() -> new SpringTransactions(other, source).run(() -> effects.add("written")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("escapement.store.transaction-manager");
        assertThat(effects).isEmpty();
        assertThat(other.calls).containsExactly("begin", "rollback");
    }

    @Test
    void transactionOfTheCallerIsNotThatOfTheStep() throws Exception {
        RecordingManager other =
                new RecordingManager(new SimpleDriverDataSource(new JDBC(), "jdbc:sqlite:file:other?mode=memory"));

        transactions.run(() -> {
            assertThatThrownBy(() -> new SpringTransactions(other, source).run(() -> true))
                    .isInstanceOf(IllegalStateException.class);
            return true;
        });
    }

    @Test
    void connectionRequiresTransaction() {
        assertThatThrownBy(transactions::connection).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void failureOfTheRollbackIsSuppressed() {
        manager.failing = true;

        assertThatThrownBy(() -> transactions.run(() -> {
                    throw new IOException("refused");
                }))
                .hasSuppressedException(new TransactionSystemException("The connection is lost."));
    }

    @Test
    void lostConnectionAtTheCommitIsAFailureOfTheDatabase() {
        SQLException lost =
                new SQLException("An I/O error occurred.", "08006", new SocketException("Connection reset"));
        RuntimeException ofJpa = new IllegalStateException("Unable to commit against the connection", lost);
        manager.commitFailure = new TransactionSystemException("Could not commit the transaction", ofJpa);

        assertThatThrownBy(() -> transactions.run(() -> true)).isSameAs(manager.commitFailure);
    }

    @Test
    void participantThatFailsAtTheCommitIsReportedAsRollback() {
        manager.commitFailure = new IllegalStateException("The participant refuses.");

        assertThatThrownBy(() -> transactions.run(() -> true))
                .isInstanceOf(SQLException.class)
                .hasCause(manager.commitFailure);
    }

    @Test
    void writesAreFlushedBeforeTheEvent() throws Exception {
        transactions.run(() -> {
            transactions.beforeAppend();
            return true;
        });

        assertThat(manager.calls).containsExactly("begin", "flush", "commit");
    }

    @Test
    void nothingIsFlushedAfterTheTransaction() throws Exception {
        transactions.run(() -> true);

        transactions.beforeAppend();

        assertThat(manager.calls).containsExactly("begin", "commit");
    }

    @Test
    void storeReceivesTheTargetOfProxies() {
        DataSource proxy = new TransactionAwareDataSourceProxy(new TransactionAwareDataSourceProxy(source));

        assertThat(SpringTransactions.withoutEnlistment(proxy)).isSameAs(source);
    }
}
