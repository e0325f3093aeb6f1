package dev.escapement.spring.web;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * The user of one request, whose authentication is checked again while a stream is open. It is valid for five minutes, after
 * which a client opens a new stream: the session of a request can be a copy, which does not report a logout. If the
 * authentication is that of the session, it also ends with the session or a change of the user's name, and follows other
 * changes; a different authentication, for example by a header, precedes that of the session. An {@link dev.escapement.server.Authenticator} of the application receives it as {@link
 * dev.escapement.server.ServerRequest#principal}. Safe for concurrent use.
 */
public final class SecurityPrincipal implements Principal {
    private static final long LIFE = Duration.ofMinutes(5).toNanos();
    private static final String KEY = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final Authentication first;

    @Nullable
    private final HttpSession session;

    private final LongSupplier nanoTime;
    private final long created;

    /**
     * Creates a user.
     *
     * @param first the authentication of the request
     * @param session the session of the request; null if there is none
     */
    public SecurityPrincipal(Authentication first, @Nullable HttpSession session) {
        this(first, session, System::nanoTime);
    }

    SecurityPrincipal(Authentication first, @Nullable HttpSession session, LongSupplier nanoTime) {
        this.first = first;
        this.session =
                session != null && inSession(session).filter(first::equals).isPresent() ? session : null;
        this.nanoTime = nanoTime;
        this.created = nanoTime.getAsLong();
    }

    /** {@return whether an authentication is that of a known user} */
    static boolean isKnown(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
    }

    /** {@return the current authentication; empty if it has ended} */
    public Optional<Authentication> current() {
        if (nanoTime.getAsLong() - created >= LIFE) {
            return Optional.empty();
        }
        return session == null
                ? Optional.of(first)
                : inSession(session).filter(user -> user.getName().equals(first.getName()));
    }

    private static Optional<Authentication> inSession(HttpSession session) {
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
