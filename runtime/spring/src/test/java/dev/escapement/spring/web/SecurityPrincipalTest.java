package dev.escapement.spring.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Tests of the user of a request while a stream is open. */
class SecurityPrincipalTest {
    private final MockHttpSession session = new MockHttpSession();
    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE);

    private static Authentication user(String name, String... authorities) {
        return UsernamePasswordAuthenticationToken.authenticated(
                name, "secret", AuthorityUtils.createAuthorityList(authorities));
    }

    private void signIn(Authentication user) {
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(user));
    }

    private SecurityPrincipal principal(Authentication user) {
        return new SecurityPrincipal(user, session, time::get);
    }

    @Test
    void replacedUserPrecedesTheSession() {
        signIn(user("alice"));

        assertEquals(Optional.of(user("bearer")), principal(user("bearer")).current());
    }

    @Test
    void replacedAuthoritiesPrecedeTheSession() {
        signIn(user("alice", "ROLE_SUPPORT"));

        assertEquals(Optional.of(user("alice")), principal(user("alice")).current());
    }

    @Test
    void changeOfAuthoritiesIsFollowed() {
        signIn(user("alice", "ROLE_SUPPORT"));
        SecurityPrincipal principal = principal(user("alice", "ROLE_SUPPORT"));

        signIn(user("alice"));

        assertEquals(Optional.of(user("alice")), principal.current());
    }

    @Test
    void changeOfTheUserEndsTheAccess() {
        signIn(user("alice"));
        SecurityPrincipal principal = principal(user("alice"));

        signIn(user("bob"));

        assertEquals(Optional.empty(), principal.current());
    }

    @Test
    void endOfTheSessionEndsTheAccess() {
        signIn(user("alice"));
        SecurityPrincipal principal = principal(user("alice"));

        session.invalidate();

        assertEquals(Optional.empty(), principal.current());
    }

    @Test
    void accessWithASessionEndsInTime() {
        signIn(user("alice"));
        SecurityPrincipal principal = principal(user("alice"));

        time.addAndGet(Duration.ofMinutes(5).toNanos());

        assertEquals(Optional.empty(), principal.current());
    }

    @Test
    void accessWithoutASessionEndsInTime() {
        SecurityPrincipal principal = principal(user("alice"));

        time.addAndGet(Duration.ofMinutes(5).toNanos());

        assertEquals(Optional.empty(), principal.current());
    }
}
