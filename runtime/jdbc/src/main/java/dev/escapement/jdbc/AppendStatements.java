package dev.escapement.jdbc;

import java.sql.SQLException;

/**
 * The statements that store events. Each returns whether its condition was fulfilled; otherwise, nothing was stored. A
 * session of SQLite must be in a transaction.
 */
interface AppendStatements {

    /** Creates a thread unless it exists. */
    boolean start(Session session, StoredAppend append) throws SQLException;

    /**
     * Appends to a thread if it has the expected position, the expected checksum and the token of the append, and is not
     * erased.
     *
     * @param previousSum the expected checksum of the last event
     */
    boolean append(Session session, StoredAppend append, String previousSum) throws SQLException;

    /** Moves a schedule and creates a thread unless it exists, if the schedule is at the expected tick. */
    boolean fire(Session session, Args schedule, StoredAppend append) throws SQLException;
}
