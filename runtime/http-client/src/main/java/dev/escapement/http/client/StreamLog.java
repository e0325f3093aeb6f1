package dev.escapement.http.client;

import java.util.concurrent.atomic.AtomicBoolean;

/** A log of streams that end differently from their protocol. Safe for use by several Java threads. */
final class StreamLog {

    private static final System.Logger LOG = System.getLogger(Endpoint.class.getName());

    private final AtomicBoolean hasLoggedSilence = new AtomicBoolean();

    /** Logs, once for each endpoint, that a stream was left after a silence that followed a complete reply. */
    void silence(EndpointExceptions exceptions) {
        if (!hasLoggedSilence.getAndSet(true)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    exceptions.subject()
                            + " neither marks the end of a stream nor closes the connection. Each such reply"
                            + " is returned after a silence.");
        }
    }

    /** Logs an error that followed a complete reply. */
    void lateError(EndpointExceptions exceptions, int status, ErrorBody error) {
        LOG.log(System.Logger.Level.WARNING, exceptions.lateError(status, error));
    }
}
