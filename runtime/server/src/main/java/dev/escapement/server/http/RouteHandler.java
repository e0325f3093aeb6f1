package dev.escapement.server.http;

import dev.escapement.server.ServerResponse;

/** The function of a route. */
@FunctionalInterface
public interface RouteHandler {

    /**
     * Answers a request that the router has authorized.
     *
     * @param exchange the request, its parameters and its identity
     * @return the response
     * @throws ProblemException to answer with a problem
     */
    ServerResponse handle(RequestContext exchange);
}
