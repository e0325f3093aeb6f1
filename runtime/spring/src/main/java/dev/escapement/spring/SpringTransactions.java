package dev.escapement.spring;

import dev.escapement.jdbc.JdbcTransactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transactions of a Spring transaction manager, in which a store executes transactional steps. Each step has a new
 * transaction, which methods with {@code @Transactional}, {@code JdbcTemplate} and repositories of the same manager join.
 * Before the event is stored, the persistence context of JPA is flushed. A step is not executed if the manager does not
 * begin a transaction on the data source of the store. Safe for concurrent use.
 *
 * <pre>{@code
 * JdbcThreadStore.of(SpringTransactions.withoutEnlistment(source))
 *     .transactions(new SpringTransactions(manager, source))
 *     .build();
 * }</pre>
 */
public final class SpringTransactions implements JdbcTransactions {

    private static final TransactionDefinition NEW =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    /** The number of causes after which a search ends, because exceptions can cause each other. */
    private static final int MAX_CAUSES = 50;

    private final PlatformTransactionManager manager;
    private final DataSource source;

    @SuppressWarnings("ThreadLocalUsage") // of this manager, and removed after each transaction
    private final ThreadLocal<@Nullable TransactionStatus> current = new ThreadLocal<>();

    /**
     * Creates the transactions of a manager.
     *
     * @param manager the transaction manager
     * @param source the data source of the manager and of the store
     */
    public SpringTransactions(PlatformTransactionManager manager, DataSource source) {
        this.manager = Objects.requireNonNull(manager, "manager");
        this.source = withoutEnlistment(source);
    }

    /**
     * Returns a data source whose connections do not join the transaction of the Java thread, which a store requires.
     *
     * @param source a data source, possibly a {@link TransactionAwareDataSourceProxy}
     * @return the data source; the target of the proxy
     */
    public static DataSource withoutEnlistment(DataSource source) {
        return target(Objects.requireNonNull(source, "source"), TransactionAwareDataSourceProxy.class);
    }

    /**
     * Returns the target of proxies.
     *
     * @param source a data source
     * @param proxies the type of the proxies to remove
     * @return the data source, or the first target that is not a proxy of the type
     */
    public static DataSource target(DataSource source, Class<? extends DelegatingDataSource> proxies) {
        DataSource target = source;
        while (proxies.isInstance(target) && proxies.cast(target).getTargetDataSource() != null) {
            target = proxies.cast(target).getTargetDataSource();
        }
        return target;
    }

    @Override
    public <T> T run(BoundWork<T> work) throws Exception {
        TransactionStatus outer = current.get();
        Object callers = TransactionSynchronizationManager.getResource(source);
        TransactionStatus status = manager.getTransaction(NEW);
        T result;
        try {
            requireOwnConnection(callers);
            current.set(status);
            result = work.run();
        } catch (Exception | Error e) {
            rollBack(status, e);
            throw e;
        } finally {
            restore(outer);
        }
        commit(status);
        return result;
    }

    /**
     * Commits a transaction. A failure without an exception of the database is that of a participant which marked the
     * transaction for rollback or failed before the commit. It is reported as an exception of the database, which a step
     * cannot cause, so that the call is answered as failed. The store verifies whether the event was committed.
     */
    private void commit(TransactionStatus status) throws SQLException {
        if (status.isRollbackOnly()) {
            manager.rollback(status);
            throw new SQLException("The transaction of the step was marked for rollback.");
        }
        try {
            manager.commit(status);
        } catch (RuntimeException e) {
            if (isOfDatabase(e)) {
                throw e;
            }
            throw new SQLException("The transaction of the step was rolled back at its commit: " + e.getMessage(), e);
        }
    }

    /** Returns whether an exception of the database is a cause: with JPA, neither the first nor the last one. */
    private static boolean isOfDatabase(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(SQLException.class::isInstance);
    }

    /** Verifies that the manager began its transaction on a connection of the store, before the step has an effect. */
    private void requireOwnConnection(@Nullable Object callers) {
        Object bound = TransactionSynchronizationManager.getResource(source);
        if (bound == null || bound == callers) {
            throw new IllegalStateException(
                    "The transaction manager " + manager.getClass().getName()
                            + " did not begin a transaction on the data source of the store, so that the writes of the step and its"
                            + " event could not be committed together. Set escapement.store.transaction-manager to the name of the"
                            + " transaction manager of this data source, or escapement.store.data-source to the data source of the"
                            + " transaction manager.");
        }
    }

    private void rollBack(TransactionStatus status, Throwable failure) {
        try {
            manager.rollback(status);
        } catch (RuntimeException | Error e) { // the failure of the work is the reason
            failure.addSuppressed(e);
        }
    }

    private void restore(@Nullable TransactionStatus outer) {
        if (outer == null) {
            current.remove();
        } else {
            current.set(outer);
        }
    }

    @Override
    public Connection connection() {
        requireOwnConnection(null);
        return DataSourceUtils.getConnection(source);
    }

    @Override
    public void beforeAppend() {
        TransactionStatus status = current.get();
        if (status != null) {
            status.flush();
        }
    }
}
