package dev.escapement.jdbc;

/** A database in which threads can be stored. */
public enum JdbcDialect {

    /** SQLite 3.42 or later, with the driver {@code org.xerial:sqlite-jdbc}. */
    SQLITE,

    /** PostgreSQL 13 or later, with the driver {@code org.postgresql:postgresql}. */
    POSTGRESQL
}
