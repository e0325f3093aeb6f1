package dev.escapement.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.TestRequest;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.Responses;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of the rules for hosts and origins. */
class OriginTest {
    private static final String LISTED = "https://app.example.com";

    private final SecurityFilter filter = filter(Set.of("agents.example.com"), Set.of(LISTED));

    private static SecurityFilter filter(Set<String> hosts, Set<String> origins) {
        SecurityFilter filter = new SecurityFilter(
                new SecuritySettings(Optional.empty(), hosts, origins, false, 100, Clock.systemUTC()),
                SessionKey.random());
        filter.addPort(TestRequest.PORT);
        return filter;
    }

    @Test
    void programWithoutOriginIsAdmitted() {
        assertAdmitted(TestRequest.post("/x", "{}"));
    }

    @Test
    void ownOriginIsAdmitted() {
        assertAdmitted(TestRequest.post("/x", "{}").header("origin", "http://127.0.0.1:8080"));
    }

    @Test
    void ownNamesAreAdmitted() {
        for (String host : new String[] {"127.0.0.1:8080", "[::1]:8080", "localhost:8080", "LOCALHOST:8080"}) {
            assertAdmitted(TestRequest.get("/x").header("host", host));
        }
    }

    @Test
    void similarHostsAreRefused() {
        for (String host : new String[] {
            "127.0.0.1", "127.0.0.1:80800", "127.0.0.1:8080 ", "localhost.:8080", "a@localhost:8080", "0.0.0.0:8080", ""
        }) {
            assertRefused("HOST", TestRequest.get("/x").header("host", host));
        }
    }

    @Test
    void defaultPortIsOmitted() {
        SecurityFilter open = filter(Set.of(), Set.of());
        open.addPort(80);

        assertEquals(
                Optional.empty(),
                open.admit(TestRequest.get("/x").header("host", "localhost").build()));
    }

    @Test
    void configuredHostIsAdmitted() {
        assertAdmitted(TestRequest.post("/x", "{}")
                .header("host", "Agents.example.com")
                .header("origin", "https://agents.example.com"));
    }

    @Test
    void originOfAProxyIsAdmitted() {
        assertAdmitted(TestRequest.post("/x", "{}").header("origin", "https://agents.example.com"));
    }

    @Test
    void plainOriginOfASecureRequestIsRefused() {
        ServerRequest request = TestRequest.post("/x", "{}")
                .header("origin", "http://127.0.0.1:8080")
                .build(true);

        assertThrows(ProblemException.class, () -> filter.admit(request));
    }

    @Test
    void otherOriginsAreRefused() {
        for (String origin : new String[] {
            "null", "http://127.0.0.1:9090", "http://localhost:8080", "https://evil.test", LISTED + ".evil.test", ""
        }) {
            assertRefused("ORIGIN", TestRequest.post("/x", "{}").header("origin", origin));
        }
    }

    @Test
    void secondOriginIsRefused() {
        assertRefused("ORIGIN", TestRequest.get("/x").header("origin", LISTED, LISTED));
    }

    @Test
    void crossSiteChangeIsRefused() {
        assertRefused("FETCH_SITE", TestRequest.post("/x", "{}").header("sec-fetch-site", "cross-site"));
    }

    @Test
    void linkOnAnotherSiteIsAdmitted() {
        assertAdmitted(TestRequest.get("/x").header("sec-fetch-site", "cross-site"));
    }

    @Test
    void listedOriginIsAdmitted() {
        TestRequest request =
                TestRequest.post("/x", "{}").header("origin", LISTED).header("sec-fetch-site", "cross-site");

        assertAdmitted(request);
        assertEquals(LISTED, secured(filter, request).headers().get("Access-Control-Allow-Origin"));
    }

    @Test
    void preflightOfAListedOriginIsAnswered() {
        Optional<ServerResponse> response = filter.admit(TestRequest.of("OPTIONS", "/x")
                .header("origin", LISTED)
                .header("access-control-request-method", "POST")
                .build());

        assertEquals(Optional.of(204), response.map(ServerResponse::status));
    }

    @Test
    void preflightOfOwnOriginIsNotAnswered() {
        assertAdmitted(TestRequest.of("OPTIONS", "/x")
                .header("origin", "http://127.0.0.1:8080")
                .header("access-control-request-method", "POST"));
    }

    @Test
    void ownOriginReceivesNoPermission() {
        ServerResponse response = secured(filter, TestRequest.get("/x").header("origin", "http://127.0.0.1:8080"));

        assertFalse(response.headers().containsKey("Access-Control-Allow-Origin"));
        assertEquals("Origin", response.headers().get("Vary"));
    }

    @Test
    void withoutListNoHeaderVaries() {
        ServerResponse response = secured(filter(Set.of(), Set.of()), TestRequest.get("/x"));

        assertTrue(response.headers().keySet().stream()
                .noneMatch(name -> name.startsWith("Access-Control") || name.equals("Vary")));
    }

    @Test
    void malformedHostsInSettingsAreRefused() {
        for (String host : new String[] {"", "*", "a/b", "http://a", "0.0.0.0", "0.0.0.0:8080", "[::]", "a:123456"}) {
            assertThrows(IllegalArgumentException.class, () -> HostNames.host(host), host);
        }
    }

    @Test
    void malformedOriginsInSettingsAreRefused() {
        for (String origin :
                new String[] {"", "*", "null", "a.b", "ftp://a", "https://a/", "https://u@a", "https://*.a"}) {
            assertThrows(IllegalArgumentException.class, () -> HostNames.origin(origin), origin);
        }
    }

    @Test
    void originsAreComparedInLowerCase() {
        assertEquals("https://app.example.com:8443", HostNames.origin("HTTPS://App.example.com:8443"));
    }

    private void assertAdmitted(TestRequest request) {
        assertEquals(Optional.empty(), filter.admit(request.build()));
    }

    private void assertRefused(String reason, TestRequest request) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> filter.admit(request.build()));
        assertEquals(reason, refusal.reason());
    }

    private static ServerResponse secured(SecurityFilter filter, TestRequest request) {
        return filter.secured(request.build(), Responses.empty(204), false);
    }
}
