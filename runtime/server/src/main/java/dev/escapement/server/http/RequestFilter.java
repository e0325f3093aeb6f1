package dev.escapement.server.http;

import dev.escapement.server.Identity;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import java.util.Optional;

/** The checks of every request. Safe for concurrent use. */
public interface RequestFilter {

    /**
     * Checks a request before its route is determined.
     *
     * @param request the request
     * @return the response if no route applies, to the preflight of a permitted origin; empty to continue
     * @throws ProblemException to refuse the request
     */
    Optional<ServerResponse> admit(ServerRequest request);

    /**
     * Checks the access of a request to its route.
     *
     * @param request the request
     * @param route the route
     * @return the identity; empty if the route does not require one
     * @throws ProblemException to refuse the request
     */
    Optional<Identity> authorize(ServerRequest request, Route route);

    /**
     * Returns a response with the headers that every response has.
     *
     * @param request the request
     * @param response the response
     * @param isPublic whether browsers may store the response
     * @return the response with further headers
     */
    ServerResponse secured(ServerRequest request, ServerResponse response, boolean isPublic);
}
