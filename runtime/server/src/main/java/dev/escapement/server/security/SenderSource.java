package dev.escapement.server.security;

import dev.escapement.server.ServerRequest;
import java.util.Optional;

/** A function that identifies the sender of a request. Safe for concurrent use. */
@FunctionalInterface
interface SenderSource {

    /** {@return the sender; empty if the request has no valid identity} */
    Optional<Sender> sender(ServerRequest request);
}
