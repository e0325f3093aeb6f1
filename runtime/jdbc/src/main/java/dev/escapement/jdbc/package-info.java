/**
 * Thread stores in SQLite and PostgreSQL. {@link dev.escapement.jdbc.JdbcThreadStore} is the entry point.
 *
 * <p>May use {@code dev.escapement}, {@code java.sql} and, where SQLite is concerned, its driver.
 */
@NullMarked
package dev.escapement.jdbc;

import org.jspecify.annotations.NullMarked;
