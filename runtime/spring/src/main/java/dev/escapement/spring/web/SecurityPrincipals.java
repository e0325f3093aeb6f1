package dev.escapement.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The users of Spring Security. Anonymous users are not authenticated. */
public final class SecurityPrincipals implements PrincipalSource {

    /** Creates a source. */
    public SecurityPrincipals() {}

    @Override
    public Optional<Principal> principal(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && SecurityPrincipal.isKnown(authentication)
                ? Optional.of(new SecurityPrincipal(authentication, request.getSession(false)))
                : Optional.empty();
    }
}
