package dev.escapement.server.security;

import dev.escapement.server.Authenticator;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the checks that precede every route.
 *
 * @param authenticator the function that identifies senders; empty for one local person
 * @param hosts the permitted values of the header {@code Host} in addition to those of this computer, in lower case
 * @param origins the origins whose pages can send requests in addition to the server's own, in lower case
 * @param trustedProxy whether requests can pass a proxy without an authenticator
 * @param maxBody the maximum length of a body in bytes
 * @param clock the clock
 */
public record SecuritySettings(
        Optional<Authenticator> authenticator,
        Set<String> hosts,
        Set<String> origins,
        boolean trustedProxy,
        int maxBody,
        Clock clock) {
    public SecuritySettings {
        hosts = Set.copyOf(hosts);
        origins = Set.copyOf(origins);
    }

    /** {@return whether the server has one local person and no authenticator} */
    public boolean isLocal() {
        return authenticator.isEmpty();
    }
}
