package dev.escapement.jdbc;

import dev.escapement.run.StoreException.Reason;

/** A class of failures of a database. */
enum Failure {

    /** The database was locked or overloaded. The statement had no effect. */
    BUSY(Reason.BUSY, "The database is locked or overloaded. Repeat the operation."),

    /** The transaction conflicts with another one and was rolled back. */
    CONFLICT(Reason.BUSY, "The transaction conflicted with others repeatedly. Repeat the operation."),

    /** The connection was lost. A statement that was sent may have had its effect. */
    LOST(
            Reason.UNAVAILABLE,
            "The connection to the database was lost, and the outcome is unknown. Load the thread again before the next"
                    + " append."),

    /** The database cannot be reached. The statement was not sent. */
    UNREACHABLE(
            Reason.UNAVAILABLE, "The database cannot be reached. Repeat the operation when the database is available."),

    /** The database refused the credentials. The statement was not sent. */
    DENIED(
            Reason.OTHER,
            "The database refused the account of this process. Check the user name, the password and the access rules of"
                    + " the server."),

    /** The database has no space left. */
    FULL(Reason.FULL, "The database has no space left. Provide space, then repeat the operation."),

    /** The database, or the account, does not permit writing. */
    READ_ONLY(
            Reason.READ_ONLY,
            "The database does not permit this account to write. Connect to the primary server, with the permission to"
                    + " write."),

    /** The database or the tables are missing, the tables are of another release, or the database is damaged. */
    FORMAT(
            Reason.FORMAT,
            "The database or the tables of this release do not exist, or the database is damaged. Check the URL, the schema"
                    + " and the version in esc_schema, or restore a backup."),

    /** A connection pooler gave the prepared statements of another client. */
    PREPARED(
            Reason.OTHER,
            "The server does not know the prepared statement of the driver, as behind pgbouncer in transaction mode. Add"
                    + " prepareThreshold=0 to the URL of the data source."),

    /** The transaction had failed before the statement. */
    ABORTED(
            Reason.OTHER,
            "An earlier statement of the transaction failed, and the step ignored the exception. Throw it, or use a"
                    + " savepoint."),

    /** Any other failure. */
    OTHER(Reason.OTHER, "The database refused the statement. See the cause.");

    private final Reason reason;
    private final String remedy;

    Failure(Reason reason, String remedy) {
        this.reason = reason;
        this.remedy = remedy;
    }

    Reason reason() {
        return reason;
    }

    String remedy() {
        return remedy;
    }
}
