package dev.escapement.spring;

import java.security.Principal;
import java.util.Map;

/**
 * A function that restricts a user of the inbox and the API to threads with certain labels, for example those of a tenant.
 * Define a bean of this type; without one, users see all threads. Safe for concurrent use.
 *
 * <pre>{@code
 * @Bean
 * IdentityLabels tenants(Tenants tenants) {
 *     return user -> Map.of("tenant", tenants.of(user.getName()));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface IdentityLabels {

    /**
     * Returns the labels that a thread must have to be visible to a user. Threads that the user starts receive them. Called
     * for each request.
     *
     * @param user the user; with Spring Security an {@code Authentication}
     * @return the labels; empty for all threads
     */
    Map<String, String> labels(Principal user);
}
