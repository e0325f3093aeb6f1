package dev.escapement.server.http;

/** A rule that every request must satisfy before it reaches its handler. Logs contain the name of the constant. */
public enum RefusalReason {
    /** The path or the headers are too long. */
    LIMIT(ProblemType.INVALID_REQUEST, "The path or the headers of the request are too long. Shorten them."),
    /** The path does not begin with a slash, or contains a control character or a malformed escape. */
    PATH(
            ProblemType.INVALID_REQUEST,
            "The path contains a malformed escape or a control character. Encode it as UTF-8."),
    /** The peer is another computer, but the server has no authenticator. */
    PEER(ProblemType.FORBIDDEN, "This server accepts requests from its own computer only. Configure an authenticator."),
    /** The request passed a proxy, but the server has no authenticator and no trusted proxy. */
    PROXY(ProblemType.FORBIDDEN, "This server does not accept requests from a proxy. Configure an authenticator."),
    /** The header {@code Host} is absent, repeated or not in the list. */
    HOST(ProblemType.FOREIGN_ORIGIN, "The server does not have this host name. Use an address from its configuration."),
    /** The header {@code Origin} is not that of this server and not in the list. */
    ORIGIN(ProblemType.FOREIGN_ORIGIN, "Pages of this origin may not send requests. Add the origin to the server."),
    /** The browser reports that a page of another site sent the request. */
    FETCH_SITE(ProblemType.FOREIGN_ORIGIN, "Pages of other sites may not send requests. Open the page of the server."),
    /** The request has a cookie, but not the anti-forgery token of its session. */
    ANTI_FORGERY(
            ProblemType.FOREIGN_ORIGIN,
            "The anti-forgery token is missing or wrong. Send the token of the session in the header"
                    + " Escapement-Anti-Forgery."),
    /** The body is longer than the limit. */
    BODY_LENGTH(ProblemType.TOO_LARGE, "The body is longer than this server permits. Shorten it."),
    /** The content type of a change is not JSON. */
    CONTENT_TYPE(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send JSON with the content type application/json."),
    /** The request has no valid identity. */
    IDENTITY(ProblemType.UNAUTHENTICATED, "The request has no valid identity. Sign in or open a new link."),
    /** The identity does not have the role of the route. */
    ROLE(ProblemType.FORBIDDEN, "You do not have the role for this request. Ask an administrator for the role."),
    /** The authenticator threw an exception. */
    AUTHENTICATOR(ProblemType.UNAVAILABLE, "The sender cannot be identified at present. Repeat the request later."),
    /** The query has an undeclared parameter, or repeats one. */
    QUERY(ProblemType.INVALID_REQUEST, "The query has an unknown or a repeated parameter. Remove it."),
    /** A header occurs more than once. */
    REPEATED_HEADER(ProblemType.INVALID_REQUEST, "A header of the request is repeated. Send it once.");

    private final ProblemType type;
    private final String detail;

    RefusalReason(ProblemType type, String detail) {
        this.type = type;
        this.detail = detail;
    }

    /** {@return the answer to a request that violates the rule} */
    public HttpProblem problem() {
        return HttpProblem.of(type, detail);
    }

    /** {@return an exception that refuses a request} */
    public ProblemException exception() {
        return new ProblemException(problem(), name());
    }
}
