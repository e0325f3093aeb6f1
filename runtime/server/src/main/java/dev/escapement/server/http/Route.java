package dev.escapement.server.http;

import java.util.Objects;

/**
 * One endpoint.
 *
 * @param method the method in upper case
 * @param path the path, whose segments can be parameters in braces, for example {@code /threads/{id}/events}
 * @param access the access that it requires
 * @param operation the description
 * @param handler the function
 */
public record Route(String method, String path, Access access, RouteOperation operation, RouteHandler handler) {
    public Route {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(handler, "handler");
    }
}
