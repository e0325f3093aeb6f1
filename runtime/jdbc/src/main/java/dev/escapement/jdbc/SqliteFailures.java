package dev.escapement.jdbc;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The classification of exceptions of SQLite by result code. Not loaded without its driver. */
final class SqliteFailures {

    private SqliteFailures() {}

    static Failure of(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return SqlFailures.isConnection(e) ? Failure.LOST : Failure.OTHER;
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        if (code == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT) {
            return Failure.CONFLICT;
        } else if (code == SQLiteErrorCode.SQLITE_IOERR_WRITE) {
            return Failure.FULL;
        }
        // The primary code is in the lowest byte.
        return switch (code.code & 0xff) {
            case 5, 6, 7, 9 -> Failure.BUSY;
            case 13 -> Failure.FULL;
            case 8, 14 -> Failure.READ_ONLY;
            case 1, 11, 26 -> Failure.FORMAT;
            case 10 -> Failure.LOST;
            default -> Failure.OTHER;
        };
    }

    /** Returns whether a statement failed because no transaction is active, or for another error of the statement. */
    static boolean isError(SQLException e) {
        return e instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_ERROR;
    }

    /** Returns the exception for a lock that another Java thread holds for too long. */
    static SQLException busy() {
        return new SQLiteException("another Java thread writes", SQLiteErrorCode.SQLITE_BUSY);
    }
}
