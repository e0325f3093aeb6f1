package dev.escapement.cli;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source for the duration of one command. It keeps closed connections for reuse, because a connection to a server
 * takes longer than a statement. Exceptions do not contain the URL, which may contain a password.
 */
final class DriverConnections implements DataSource, AutoCloseable {

    private static final int VALID_SECONDS = 5;

    private final String url;
    private final Properties properties;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    DriverConnections(String url, Properties properties) {
        this.url = url;
        this.properties = properties;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection pooled = idle.poll();
        Connection connection = pooled != null ? pooled : connect();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        release(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private Connection connect() throws SQLException {
        try {
            return DriverManager.getConnection(url, properties);
        } catch (IllegalArgumentException e) {
            throw new SQLException("The URL of the database is invalid.");
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains(url)) {
                throw new SQLException(
                        "No driver accepts the URL. Correct it, or add the driver of the database to the class path.",
                        e.getSQLState());
            }
            throw e;
        }
    }

    private void release(Connection connection) throws SQLException {
        if (!connection.isClosed() && connection.getAutoCommit() && connection.isValid(VALID_SECONDS)) {
            idle.push(connection);
        } else {
            connection.close();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The command has one user.");
    }

    @Override
    public void close() {
        Connection connection = idle.poll();
        while (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // The process ends; the server closes the connection.
            }
            connection = idle.poll();
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // Not used.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Not used.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Not used.");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Not a wrapper of " + type.getName() + ".");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
