package dev.escapement.server;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An authenticated person or program. Immutable.
 *
 * @param name the name that is recorded as approver, not blank
 * @param roles the roles; without one, every request is refused
 * @param labels the labels that a thread must have to be visible to this identity, for example a tenant; empty for all
 *     threads. Threads that the identity starts receive them
 */
public record Identity(String name, Set<Role> roles, Map<String, String> labels) {
    public Identity {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an identity requires a name");
        }
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
        labels = Map.copyOf(labels);
    }

    /**
     * Returns an identity that sees all threads.
     *
     * @param name the name, not blank
     * @param roles the roles
     * @return the identity
     */
    public static Identity of(String name, Role... roles) {
        return new Identity(name, Set.of(roles), Map.of());
    }
}
