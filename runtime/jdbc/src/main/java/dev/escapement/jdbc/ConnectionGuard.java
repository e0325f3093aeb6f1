package dev.escapement.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a step receives. The store ends the transaction, so that the methods which would do so are refused,
 * and failures are recorded, so that a step cannot hide that its transaction must be repeated. For use by one Java thread.
 */
final class ConnectionGuard implements InvocationHandler {

    private static final Set<String> REFUSED =
            Set.of("commit", "close", "abort", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

    private final Connection target;
    private final JdbcDialect dialect;
    private final Connection guarded;
    private final Set<Failure> failures = EnumSet.noneOf(Failure.class);
    private boolean open = true;

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
        boolean rollsBack = name.equals("rollback") && (args == null || args.length == 0);
        if (REFUSED.contains(name) || rollsBack) {
            throw new SQLException("The store ends the transaction of a TRANSACTIONAL step. Remove the call of " + name
                    + "; throw an exception to roll back.");
        } else if (name.equals("isClosed")) {
            return !open;
        } else if (name.equals("getAutoCommit")) {
            return false;
        } else if (!open && method.getDeclaringClass() != Object.class) {
            throw new SQLException(
                    "The connection of a TRANSACTIONAL step is valid until the event of the step is appended.");
        }
        return guarded(call(method, target, args));
    }

    private @Nullable Object call(Method method, Object on, @Nullable Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(on, args);
        } catch (InvocationTargetException e) {
            Throwable failure = e.getTargetException();
            SqlFailures.sql(failure).ifPresent(sql -> failures.add(SqlFailures.of(sql, dialect)));
            throw failure;
        }
    }

    /** Returns a statement that records failures and returns the guarded connection. */
    private @Nullable Object guarded(@Nullable Object result) {
        if (!(result instanceof Statement statement)) {
            return result;
        }
        Class<? extends Statement> type = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(
                type,
                (proxy, method, args) ->
                        method.getName().equals("getConnection") ? guarded : call(method, statement, args));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ConnectionGuard.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
