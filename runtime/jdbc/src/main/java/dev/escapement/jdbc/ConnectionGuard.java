package dev.escapement.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a step receives. The store ends the transaction, so that the methods which would do so are refused,
 * and failures are recorded, so that a step cannot hide that its transaction must be repeated. For use by one Java thread.
 */
final class ConnectionGuard implements InvocationHandler {

    private static final Set<String> REFUSED =
            Set.of("commit", "close", "abort", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

    /** The types of results that give access to the connection, the more specific ones first. */
    private static final List<Class<?>> GUARDED = List.of(
            CallableStatement.class, PreparedStatement.class, Statement.class, ResultSet.class, DatabaseMetaData.class);

    private final Connection target;
    private final JdbcDialect dialect;
    private final Connection guarded;
    private final Set<Failure> failures = EnumSet.noneOf(Failure.class);
    private boolean open = true;
    private boolean rolledBack;

    ConnectionGuard(Connection target, JdbcDialect dialect) {
        this.target = target;
        this.dialect = dialect;
        this.guarded = proxy(Connection.class, this);
    }

    Connection connection() {
        return guarded;
    }

    /** Returns whether a statement of the step failed in a given way. */
    boolean saw(Failure failure) {
        return failures.contains(failure);
    }

    /** Returns whether a statement of the step failed. */
    boolean sawFailure() {
        return !failures.isEmpty();
    }

    /** Refuses all further use of the connection. */
    void end() {
        open = false;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        String name = method.getName();
        if (isUnwrapOf(Connection.class, method, args)) {
            return name.equals("unwrap") ? guarded : (Object) true;
        }
        boolean rollsBack = name.equals("rollback") && (args == null || args.length == 0);
        if (REFUSED.contains(name) || rollsBack) {
            throw new SQLException("The store ends the transaction of a TRANSACTIONAL step. Remove the call of " + name
                    + "; throw an exception to roll back.");
        } else if (name.equals("isClosed")) {
            return !open;
        } else if (name.equals("getAutoCommit")) {
            return false;
        }
        requireOpen(method);
        requirePermitted(args);
        return guarded(call(method, target, args), guarded);
    }

    private void requireOpen(Method method) throws SQLException {
        if (!open && method.getDeclaringClass() != Object.class) {
            throw new SQLException(
                    rolledBack
                            ? "SQLite rolled back the transaction of the step when an earlier statement failed. Throw the"
                                    + " exception of that statement."
                            : "The connection of a TRANSACTIONAL step is valid until the event of the step is appended.");
        }
    }

    /** Refuses a text with a statement that begins or ends a transaction. */
    private void requirePermitted(@Nullable Object @Nullable [] args) throws SQLException {
        if (args != null && args.length > 0 && args[0] instanceof String sql) {
            Optional<String> refused = TransactionControl.find(sql, dialect);
            if (refused.isPresent()) {
                throw new SQLException("The store ends the transaction of a TRANSACTIONAL step. Remove the statement "
                        + refused.get() + "; throw an exception to roll back.");
            }
        }
    }

    /** Returns whether a call requests an interface of JDBC, which the guard must not be removed from. */
    private static boolean isUnwrapOf(Class<?> type, Method method, @Nullable Object @Nullable [] args) {
        boolean unwraps = method.getName().equals("unwrap") || method.getName().equals("isWrapperFor");
        return unwraps && args != null && args[0] instanceof Class<?> requested && requested.isAssignableFrom(type);
    }

    private @Nullable Object call(Method method, Object on, @Nullable Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(on, args);
        } catch (InvocationTargetException e) {
            Throwable failure = e.getTargetException();
            SqlFailures.sql(failure).ifPresent(this::record);
            throw failure;
        }
    }

    /** Records a failure. After some of them, SQLite has rolled back, and would commit each later statement alone. */
    private void record(SQLException failure) {
        failures.add(SqlFailures.of(failure, dialect));
        if (open && dialect == JdbcDialect.SQLITE && isWithoutTransaction()) {
            rolledBack = true;
            open = false;
        }
    }

    /** Returns whether no transaction is active on the connection, which is the condition to begin one. */
    private boolean isWithoutTransaction() {
        boolean begun = false;
        try (Statement statement = target.createStatement()) {
            statement.execute("begin");
            begun = true;
            statement.execute("rollback");
        } catch (SQLException e) {
            return begun; // usually because a transaction is active
        }
        return begun;
    }

    /**
     * Returns an object that records failures and does not give access to the connection without the guard.
     *
     * @param result the object that a method returned
     * @param parent the guarded object whose method returned it
     */
    private @Nullable Object guarded(@Nullable Object result, Object parent) {
        for (Class<?> type : GUARDED) {
            if (type.isInstance(result)) {
                return proxy(type, (proxy, method, args) -> invoke(type, proxy, parent, result, method, args));
            }
        }
        return result;
    }

    /** Calls a method of a statement, a result or metadata. */
    private @Nullable Object invoke(
            Class<?> type, Object proxy, Object parent, Object on, Method method, @Nullable Object @Nullable [] args)
            throws Throwable {
        if (isUnwrapOf(type, method, args)) {
            return method.getName().equals("unwrap") ? proxy : (Object) true;
        }
        return switch (method.getName()) {
            case "getConnection" -> guarded;
            case "getStatement" -> parent instanceof Statement ? parent : guarded(call(method, on, args), guarded);
            case "close", "isClosed" -> call(method, on, args);
            default -> {
                requireOpen(method);
                if (method.getName().startsWith("execute") || method.getName().equals("addBatch")) {
                    requirePermitted(args);
                }
                yield guarded(call(method, on, args), proxy);
            }
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ConnectionGuard.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
