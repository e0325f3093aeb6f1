package dev.escapement.spring.web;

import dev.escapement.server.Authenticator;
import dev.escapement.server.Identity;
import dev.escapement.server.ServerRequest;
import dev.escapement.spring.IdentityLabels;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** An authenticator for the users of Spring Security. Safe for concurrent use. */
public final class SecurityAuthenticator implements Authenticator {
    private final AuthorityRoles roles;
    private final IdentityLabels labels;

    /**
     * Creates an authenticator.
     *
     * @param roles the authorities that permit actions
     * @param labels the labels of the visible threads
     */
    public SecurityAuthenticator(AgentServerProperties.Roles roles, IdentityLabels labels) {
        this.roles = new AuthorityRoles(roles);
        this.labels = labels;
    }

    @Override
    public Optional<Identity> authenticate(ServerRequest request) {
        return request.principal()
                .filter(SecurityPrincipal.class::isInstance)
                .map(SecurityPrincipal.class::cast)
                .flatMap(SecurityPrincipal::current)
                .filter(user -> !user.getName().isBlank())
                .map(this::identity);
    }

    private Identity identity(Authentication user) {
        List<String> authorities = user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull)
                .toList();
        return new Identity(user.getName(), roles.roles(authorities), labels.labels(user));
    }
}
