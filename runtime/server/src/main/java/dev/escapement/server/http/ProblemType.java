package dev.escapement.server.http;

import java.util.Locale;

/** The kinds of problems, with their status codes and titles. */
public enum ProblemType {
    /** The request is not well-formed HTTP or its parameters are invalid. */
    INVALID_REQUEST(400, "Invalid request"),
    /** The request has no valid identity. */
    UNAUTHENTICATED(401, "Authentication required"),
    /** The identity lacks a role, or the policy does not permit the decision. */
    FORBIDDEN(403, "Not permitted"),
    /** The host, the origin or the anti-forgery token of the request is wrong. */
    FOREIGN_ORIGIN(403, "Foreign origin"),
    /** The signature of a webhook is missing, wrong or too old. */
    INVALID_SIGNATURE(401, "Invalid signature"),
    /** The path or the thread does not exist or is not visible. */
    NOT_FOUND(404, "Not found"),
    /** The path does not have this method. */
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /** The question is already answered, or the arguments are not those that were shown. */
    CONFLICT(409, "Already decided"),
    /** The content of the thread was erased. */
    ERASED(410, "Erased"),
    /** The body is too large. */
    TOO_LARGE(413, "Body too large"),
    /** The body is not JSON. */
    UNSUPPORTED_MEDIA_TYPE(415, "JSON required"),
    /** The body is JSON, but its content is invalid. */
    INVALID_CONTENT(422, "Invalid content"),
    /** The server has a defect. */
    INTERNAL(500, "Internal error"),
    /** The store is busy or unavailable, or too many clients follow threads. */
    UNAVAILABLE(503, "Unavailable");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** {@return the status code} */
    public int status() {
        return status;
    }

    /** {@return the title} */
    public String title() {
        return title;
    }

    /** {@return the URI reference that identifies the type} */
    public String uri() {
        return "urn:escapement:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
