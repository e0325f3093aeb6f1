package dev.escapement.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.server.Authenticator;
import dev.escapement.server.Identity;
import dev.escapement.server.LoggedLines;
import dev.escapement.server.Role;
import dev.escapement.server.TestRequest;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteOperation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of the checks that depend on the route, with an authenticator. */
class AccessTest {
    private static final Identity ALICE = Identity.of("alice", Role.READER, Role.STARTER);

    @Test
    void identityIsReturned() {
        assertEquals(Optional.of(ALICE), authorized(request -> Optional.of(ALICE), get(), "GET", Access.READER));
    }

    @Test
    void publicRouteIsNotAuthenticated() {
        Authenticator failing = request -> {
            throw new IllegalStateException();
        };

        assertEquals(Optional.empty(), authorized(failing, get(), "GET", Access.PUBLIC));
    }

    @Test
    void failingAuthenticatorIsLoggedWithoutMessage() {
        Authenticator failing = request -> {
            throw new IllegalStateException("s3cr3t");
        };
        try (LoggedLines log = new LoggedLines()) {
            assertRefused("AUTHENTICATOR", failing, get(), "GET", Access.READER);

            assertFalse(log.text().contains("s3cr3t"), log::text);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // a faulty authenticator
    void nullIdentityIsAFailure() {
        try (LoggedLines log = new LoggedLines()) {
            assertRefused("AUTHENTICATOR", request -> null, get(), "GET", Access.READER);

            assertEquals(1, log.lines().size());
        }
    }

    @Test
    void authenticatorReceivesNoBody() {
        Authenticator reader = request -> request.body().hasRemaining() ? Optional.empty() : Optional.of(ALICE);

        assertEquals(Optional.of(ALICE), authorized(reader, post(), "POST", Access.STARTER));
    }

    @Test
    void missingRoleIsRefused() {
        assertRefused("ROLE", request -> Optional.of(ALICE), post(), "POST", Access.OPERATOR);
    }

    @Test
    void bearerRequiresNoToken() {
        assertEquals(
                Optional.of(ALICE),
                authorized(
                        request -> Optional.of(ALICE),
                        post().header("authorization", "Bearer x"),
                        "POST",
                        Access.STARTER));
    }

    @Test
    void cookieRequiresAToken() {
        assertRefused(
                "ANTI_FORGERY",
                request -> Optional.of(ALICE),
                post().header("cookie", "sso=x"),
                "POST",
                Access.STARTER);
    }

    @Test
    void tokenOfTheIdentityIsAccepted() {
        SecurityFilter filter = filter(request -> Optional.of(ALICE));
        String token = filter.antiForgeryToken(new Sender(ALICE, "identity.alice\0{}"));

        assertEquals(
                Optional.of(ALICE),
                filter.authorize(
                        post().header("cookie", "sso=x")
                                .header("escapement-anti-forgery", token)
                                .build(),
                        route("POST", Access.STARTER)));
    }

    @Test
    void jsonTypesAreAccepted() {
        for (String type : new String[] {
            "application/json",
            "Application/JSON",
            "application/json; charset=utf-8",
            "application/json;charset=\"UTF-8\""
        }) {
            assertEquals(
                    Optional.of(ALICE),
                    authorized(
                            request -> Optional.of(ALICE), post().header("content-type", type), "POST", Access.STARTER),
                    type);
        }
    }

    @Test
    void otherTypesAreRefused() {
        for (String type : new String[] {
            "text/plain", "application/json, text/plain", "application/jsonp", "application/json; charset=utf-16", ""
        }) {
            assertRefused(
                    "CONTENT_TYPE",
                    request -> Optional.of(ALICE),
                    post().header("content-type", type),
                    "POST",
                    Access.STARTER);
        }
    }

    @Test
    void signedRouteAcceptsForms() {
        TestRequest form = post().header("content-type", "application/x-www-form-urlencoded");

        assertEquals(Optional.empty(), authorized(request -> Optional.empty(), form, "POST", Access.SIGNATURE));
    }

    private static TestRequest get() {
        return TestRequest.get("/x");
    }

    private static TestRequest post() {
        return TestRequest.post("/x", "{}");
    }

    private static Route route(String method, Access access) {
        return new Route(
                method,
                "/x",
                access,
                new RouteOperation("test", "Tests.", List.of(), Optional.empty(), Map.of()),
                exchange -> Responses.empty(204));
    }

    private static SecurityFilter filter(Authenticator authenticator) {
        return new SecurityFilter(
                new SecuritySettings(Optional.of(authenticator), Set.of(), Set.of(), false, 100, Clock.systemUTC()),
                SessionKey.random());
    }

    private static Optional<Identity> authorized(
            Authenticator authenticator, TestRequest request, String method, Access access) {
        return filter(authenticator).authorize(request.build(), route(method, access));
    }

    private static void assertRefused(
            String reason, Authenticator authenticator, TestRequest request, String method, Access access) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> authorized(authenticator, request, method, access));
        assertEquals(reason, refusal.reason());
    }
}
