package dev.escapement.spring.autoconfigure;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.sqlite.JDBC;

/** Data sources of SQLite files. */
final class SqliteFiles {

    private SqliteFiles() {}

    /** Returns a data source without a pool, of a file in a directory. */
    static DataSource source(Path directory, String name) {
        return new SimpleDriverDataSource(new JDBC(), "jdbc:sqlite:" + directory.resolve(name));
    }

    /** Returns a data source that reports the name of another product. */
    static DataSource renamed(Path directory, String product) {
        return new DelegatingDataSource(source(directory, "app.db")) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                DatabaseMetaData data = proxy(DatabaseMetaData.class, "getDatabaseProductName", product, connection);
                return proxy(Connection.class, "getMetaData", data, connection);
            }
        };
    }

    /** Returns a proxy whose method returns a value, and that closes a connection. */
    private static <T> T proxy(Class<T> type, String name, Object value, Connection connection) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        return value;
                    }
                    return method.getName().equals("close") ? closed(connection) : null;
                }));
    }

    private static Object closed(Connection connection) throws SQLException {
        connection.close();
        return null;
    }
}
