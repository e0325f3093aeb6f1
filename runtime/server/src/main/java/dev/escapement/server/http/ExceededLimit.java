package dev.escapement.server.http;

/** A limit after which an adapter closes the connection. Logs contain the name of the constant. */
public enum ExceededLimit {
    /** The time within which the headers of a request must arrive. */
    HEADER_TIME,
    /** The time within which the body of a request must arrive. */
    BODY_TIME,
    /** The number of requests at the same time. */
    REQUESTS
}
