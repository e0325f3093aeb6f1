package dev.escapement.spring.web;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * The user of one request, whose authentication is checked again while a stream is open. With a session, it ends with the
 * session and follows its changes; otherwise it is valid for five minutes, after which a client opens a new stream with its
 * credentials. An {@link dev.escapement.server.Authenticator} of the application receives it as {@link
 * dev.escapement.server.ServerRequest#principal}. Safe for concurrent use.
 */
public final class SecurityPrincipal implements Principal {
    private static final long LIFE = Duration.ofMinutes(5).toNanos();
    private static final String KEY = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final Authentication first;

    @Nullable
    private final HttpSession session;

    private final long created = System.nanoTime();

    /**
     * Creates a user.
     *
     * @param first the authentication of the request
     * @param session the session of the request; null if there is none
     */
    public SecurityPrincipal(Authentication first, @Nullable HttpSession session) {
        this.first = first;
        this.session = session != null && session.getAttribute(KEY) instanceof SecurityContext ? session : null;
    }

    /** {@return whether an authentication is that of a known user} */
    static boolean isKnown(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
    }

    /** {@return the current authentication; empty if it has ended} */
    public Optional<Authentication> current() {
        if (session == null) {
            return System.nanoTime() - created < LIFE ? Optional.of(first) : Optional.empty();
        }
        try {
            return session.getAttribute(KEY) instanceof SecurityContext context
                    ? Optional.ofNullable(context.getAuthentication()).filter(SecurityPrincipal::isKnown)
                    : Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.empty(); // the session has ended
        }
    }

    @Override
    public String getName() {
        return first.getName();
    }
}
