package dev.escapement.jdbc.chaos;

import dev.escapement.engine.Outcome;
import dev.escapement.jdbc.chaos.HaltPoint.Moment;
import dev.escapement.run.Interceptor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The statements that the Java thread of a transactional step executes: those of the store from the begin of the
 * transaction, those of the step, and the commit. Passes a halt point before the first and after each of them.
 */
final class StepStatements {

    private static final String COMMIT = "commit";

    private final HaltPoint halt;

    /** The number of statements of the current step; null outside of steps. */
    private final ThreadLocal<Integer> count = new ThreadLocal<>();

    StepStatements(HaltPoint halt) {
        this.halt = halt;
    }

    /** Runs a step, whose statements are observed. */
    Outcome observed(Interceptor.Invocation step) throws Exception {
        count.set(0);
        try {
            halt.pass(Moment.STATEMENT_NUMBER, "0");
            return step.run();
        } finally {
            count.remove();
        }
    }

    private void executed(String sql) throws InterruptedException {
        Integer before = count.get();
        if (before != null) {
            count.set(before + 1);
            halt.pass(Moment.STATEMENT_NUMBER, Integer.toString(before + 1));
            halt.pass(Moment.STATEMENT_KIND, kind(sql));
        }
    }

    /** Returns the first three words of a statement, such as {@code insert into app_row}. */
    private static String kind(String sql) {
        String[] words = sql.strip().split("\\s+");
        return String.join(" ", Arrays.copyOf(words, Math.min(3, words.length)));
    }

    /** Returns a data source whose statements are observed. */
    DataSource observed(DataSource target) {
        return new DelegatingDataSource(target) {
            @Override
            public Connection getConnection() throws SQLException {
                return observed(super.getConnection());
            }
        };
    }

    private Connection observed(Connection target) {
        return proxy(Connection.class, (ignored, method, args) -> {
            Object result = call(target, method, args);
            if (method.getName().equals(COMMIT)) {
                executed(COMMIT);
            } else if (result instanceof PreparedStatement statement) {
                return observed(PreparedStatement.class, statement, (String) args[0]);
            } else if (result instanceof Statement statement) {
                return observed(Statement.class, statement, "");
            }
            return result;
        });
    }

    private <S extends Statement> S observed(Class<S> type, S target, String prepared) {
        return proxy(type, (ignored, method, args) -> {
            Object result = call(target, method, args);
            if (method.getName().startsWith("execute")) {
                executed(args == null ? prepared : (String) args[0]);
            }
            return result;
        });
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
