package dev.escapement.server.http;

import java.util.List;

/** The routes for one kind of resource. */
@FunctionalInterface
public interface RouteGroup {

    /** {@return the routes, in the order of the OpenAPI document} */
    List<Route> routes();
}
