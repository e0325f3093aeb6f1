package dev.escapement.server;

import java.util.Optional;

/**
 * A function that identifies the sender of a request, for example by a bearer token or by the user of a servlet container.
 *
 * <pre>{@code
 * Authenticator authenticator = request -> request.header("Authorization").map(identities::get);
 * }</pre>
 */
@FunctionalInterface
public interface Authenticator {

    /**
     * Identifies the sender of a request. Called for each request whose route requires an identity, before the request
     * reaches its handler, by several Java threads at the same time. After an exception, the request is refused with the
     * status 503.
     *
     * @param request the request, whose body is empty
     * @return the identity; empty to refuse the request with the status 401
     */
    Optional<Identity> authenticate(ServerRequest request);
}
