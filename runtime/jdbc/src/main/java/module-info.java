import org.jspecify.annotations.NullMarked;

/** Thread stores in SQLite and PostgreSQL. The drivers are optional: an application adds the one that it uses. */
@NullMarked
module dev.escapement.jdbc {
    requires transitive dev.escapement;
    requires transitive java.sql;
    requires static org.xerial.sqlitejdbc;

    exports dev.escapement.jdbc;
}
