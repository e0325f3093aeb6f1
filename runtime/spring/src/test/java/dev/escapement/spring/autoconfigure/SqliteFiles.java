package dev.escapement.spring.autoconfigure;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.sqlite.JDBC;

/** Data sources of SQLite files. */
final class SqliteFiles {

    private SqliteFiles() {}

    /** Returns a data source without a pool, of a new file in a directory. */
    static DataSource source(Path directory) {
        return new SimpleDriverDataSource(new JDBC(), "jdbc:sqlite:" + directory.resolve("proxied.db"));
    }
}
