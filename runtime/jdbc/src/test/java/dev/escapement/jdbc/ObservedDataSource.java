package dev.escapement.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source that records the statements, and that loses the connection at a given one. */
final class ObservedDataSource implements DataSource {

    /** The moment at which the connection is lost. */
    enum Loss {
        /** The statement does not arrive. */
        BEFORE,

        /** The statement takes effect, and its result does not arrive. */
        AFTER,

        /** The statement arrives when {@link #deliver} is called. */
        LATE
    }

    private record Fault(Loss loss, String text) {}

    private final DataSource target;
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<Callable<Object>> late = new ArrayList<>();

    ObservedDataSource(DataSource target) {
        this.target = target;
    }

    List<String> statements() {
        return statements;
    }

    /** Loses the connection at the next statement that contains a text; {@code commit} for a commit. */
    void lose(Loss loss, String text) {
        faults.add(new Fault(loss, text));
    }

    /** Returns whether all faults occurred. */
    boolean isLost() {
        return faults.isEmpty();
    }

    /** Executes the statements that were late. */
    void deliver() throws Exception {
        for (Callable<Object> call : late) {
            call.call();
        }
        late.clear();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, new ObservedConnection(target.getConnection()));
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new UnsupportedOperationException();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] args) throws Exception {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** A connection that remains open as long as it has a late statement. */
    private final class ObservedConnection implements InvocationHandler {

        private final Connection connection;
        private boolean isLate;

        ObservedConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
            if (isLate) {
                if (method.getName().equals("close")) {
                    return null;
                }
                throw new SQLException("the connection is lost", "08003");
            } else if (method.getName().equals("commit")) {
                return observed("commit", () -> call(connection, method, args));
            }
            Object result = call(connection, method, args);
            if (result instanceof PreparedStatement statement) {
                String sql = (String) args[0];
                return ObservedDataSource.proxy(PreparedStatement.class, (ignored, called, values) -> {
                    if (called.getName().startsWith("execute")) {
                        return observed(sql, () -> call(statement, called, values));
                    }
                    return called.getName().equals("close") && isLate ? null : call(statement, called, values);
                });
            }
            return result;
        }

        private Object observed(String sql, Callable<Object> execution) throws Exception {
            statements.add(sql);
            if (faults.isEmpty() || !sql.contains(faults.peek().text())) {
                return execution.call();
            }
            switch (faults.remove().loss()) {
                case BEFORE -> {}
                case AFTER -> execution.call();
                case LATE -> {
                    isLate = true;
                    late.add(execution);
                    late.add(() -> {
                        connection.close();
                        return true;
                    });
                }
            }
            throw new SQLException("the connection is lost", "08006");
        }
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return target.isWrapperFor(type);
    }
}
