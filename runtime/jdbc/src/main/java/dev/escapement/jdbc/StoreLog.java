package dev.escapement.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The log of this package. */
final class StoreLog {

    private static final Logger LOG = System.getLogger("dev.escapement.jdbc");

    private StoreLog() {}

    /** Logs that a connection failed after its last statement had returned. */
    static void connectionBroken(Exception e) {
        LOG.log(Level.DEBUG, "A connection failed after its statement had returned", e);
    }

    /** Logs that a lease could not be released. */
    static void leaseNotReleased(Exception e) {
        LOG.log(Level.WARNING, "A lease could not be released; it expires by itself", e);
    }

    /** Logs that the server does not wait for the disk. */
    static void asynchronousCommit(String setting) {
        LOG.log(
                Level.WARNING,
                "synchronous_commit is " + setting
                        + ": a crash of the server loses the last events, and their steps can"
                        + " run twice. Set synchronous_commit = on for the account of the store.");
    }
}
