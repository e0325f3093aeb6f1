package dev.escapement.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tests the classification of exceptions of the databases. */
class SqlFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "40001,CONFLICT",
        "40P01,CONFLICT",
        "55P03,BUSY",
        "57014,BUSY",
        "53300,BUSY",
        "53200,BUSY",
        "57P03,UNREACHABLE",
        "08001,UNREACHABLE",
        "08004,UNREACHABLE",
        "08003,LOST",
        "08006,LOST",
        "08007,LOST",
        "57P01,LOST",
        "57P02,LOST",
        "25P03,LOST",
        "53100,FULL",
        "25006,READ_ONLY",
        "42501,READ_ONLY",
        "42P01,FORMAT",
        "42703,FORMAT",
        "3D000,FORMAT",
        "3F000,FORMAT",
        "42P05,PREPARED",
        "26000,PREPARED",
        "08P01,LOST",
        "25P02,ABORTED",
        "22021,OTHER",
        "22P05,OTHER",
        "23505,OTHER"
    })
    void statesOfPostgresAreClassified(String state, Failure expected) {
        assertEquals(expected, SqlFailures.of(new SQLException("any", state), JdbcDialect.POSTGRESQL));
    }

    /** The state is also that of the errors of pgbouncer, among them the loss of its connection to the server. */
    @Test
    void protocolErrorIsPreparedOnlyByItsMessage() {
        String message = "bind message supplies 3 parameters, but prepared statement \"S_1\" requires 9";

        assertEquals(Failure.PREPARED, SqlFailures.of(new SQLException(message, "08P01"), JdbcDialect.POSTGRESQL));
        assertEquals(
                Failure.LOST,
                SqlFailures.of(new SQLException("FATAL: server conn crashed?", "08P01"), JdbcDialect.POSTGRESQL));
        assertEquals(
                Failure.UNREACHABLE,
                SqlFailures.of(
                        new SqlFailures.ConnectException(new SQLException("FATAL: no such database", "08P01")),
                        JdbcDialect.POSTGRESQL));
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY,BUSY",
        "SQLITE_LOCKED,BUSY",
        "SQLITE_BUSY_SNAPSHOT,CONFLICT",
        "SQLITE_BUSY_RECOVERY,BUSY",
        "SQLITE_FULL,FULL",
        "SQLITE_IOERR_WRITE,FULL",
        "SQLITE_IOERR,LOST",
        "SQLITE_IOERR_FSYNC,LOST",
        "SQLITE_READONLY,READ_ONLY",
        "SQLITE_READONLY_DBMOVED,READ_ONLY",
        "SQLITE_CANTOPEN,READ_ONLY",
        "SQLITE_ERROR,FORMAT",
        "SQLITE_NOTADB,FORMAT",
        "SQLITE_CORRUPT,FORMAT",
        "SQLITE_CONSTRAINT,OTHER",
        "SQLITE_CONSTRAINT_PRIMARYKEY,OTHER"
    })
    void codesOfSqliteAreClassified(SQLiteErrorCode code, Failure expected) {
        assertEquals(expected, SqlFailures.of(new SQLiteException("any", code), JdbcDialect.SQLITE));
    }

    @Test
    void connectionThatWasNotOpenedIsNotUncertain() {
        SQLException lost = new SQLException("any", "08006");

        assertEquals(Failure.LOST, SqlFailures.of(lost, JdbcDialect.POSTGRESQL));
        assertEquals(
                Failure.UNREACHABLE, SqlFailures.of(new SqlFailures.ConnectException(lost), JdbcDialect.POSTGRESQL));
    }

    @Test
    void exceptionsWithoutStateAreClassifiedByType() {
        assertEquals(Failure.LOST, SqlFailures.of(new SQLTransientConnectionException("any"), JdbcDialect.POSTGRESQL));
        assertEquals(Failure.LOST, SqlFailures.of(new SQLException("any", new EOFException()), JdbcDialect.POSTGRESQL));
        assertEquals(Failure.OTHER, SqlFailures.of(new SQLException("any"), JdbcDialect.POSTGRESQL));
    }

    @Test
    void causeIsFoundInOtherExceptions() {
        SQLException cause = new SQLException("any", "40001");

        assertEquals(
                cause,
                SqlFailures.sql(new IllegalStateException(new RuntimeException(cause)))
                        .orElseThrow());
    }
}
