package dev.escapement.spring.autoconfigure;

import dev.escapement.run.StoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The report of a store that cannot be opened, for example because its database cannot be reached. Does not report
 * failures of single threads, whose stack traces show the operation of the application.
 */
final class StoreFailureAnalyzer extends AbstractFailureAnalyzer<StoreException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, StoreException cause) {
        if (cause.threadId().isPresent()) {
            return null;
        }
        return new FailureAnalysis(description(cause), remedy(cause.reason()), cause);
    }

    /** Returns the message, with that of the first cause, which is the report of the driver or of the file system. */
    private static String description(StoreException failure) {
        Throwable first = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            first = cause;
        }
        String message = String.valueOf(failure.getMessage());
        return first == failure ? message : message + "\n\nCause: " + first;
    }

    private static String remedy(StoreException.Reason reason) {
        return switch (reason) {
            case BUSY ->
                "End the process that locks the database or the directory of the store, or wait for its end, then start"
                        + " the application again.";
            case UNAVAILABLE ->
                "Check that spring.datasource.url, the user name and the password are correct, and that the database is"
                        + " running and accepts connections. For a file, create its directory, and permit this process"
                        + " to read and write it. On SQLite, remove spring.datasource.hikari.read-only=true.";
            case FULL -> "Provide space on the disk of the store, then start the application again.";
            case READ_ONLY ->
                "Permit this process to write: remove spring.datasource.hikari.read-only=true, use the URL of the primary"
                        + " server, and grant the permissions to the account or for the file and its directory. If the"
                        + " account must not create tables, create them in advance and set"
                        + " escapement.store.create-tables=false.";
            case FORMAT ->
                "Check spring.datasource.url, escapement.store.schema and escapement.store.prefix, and that the tables"
                        + " exist and were not created by a later release. escapement.store.create-tables=true creates"
                        + " missing tables.";
            case OTHER ->
                "Check the account and the settings of the database according to the cause. Start the application with"
                        + " --debug for the stack trace.";
        };
    }
}
