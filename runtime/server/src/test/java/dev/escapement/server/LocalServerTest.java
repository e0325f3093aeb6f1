package dev.escapement.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a server without an authenticator: its links, sessions and limits. */
class LocalServerTest {
    private static final URI PAGE = URI.create("http://127.0.0.1:8080/inbox/");

    private final DoorThreads threads = new DoorThreads();
    private final SetClock clock = new SetClock();
    private final LoggedLines log = new LoggedLines();

    @TempDir
    private Path directory;

    private AgentServer server = started(threads.server());

    private AgentServer started(AgentServer.Builder builder) {
        AgentServer built = builder.clock(clock).build();
        built.addPort(TestRequest.PORT);
        return built;
    }

    @BeforeEach
    void start() {
        threads.add("case-1");
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void linkHasTheTokenInItsFragment() {
        String link = server.link(PAGE).toString();

        assertTrue(link.matches("http://127\\.0\\.0\\.1:8080/inbox/#t=[A-Za-z0-9_-]{43}"), link);
    }

    @Test
    void linkBeginsASession() {
        ServerResponse response = server.handle(exchange(token()).build());

        assertEquals(200, response.status());
        assertTrue(
                response.headers()
                        .getOrDefault("Set-Cookie", "")
                        .matches("escapement-session-8080=\\S+; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict"),
                () -> response.headers().toString());
    }

    @Test
    void secureConnectionHasASecureCookie() {
        ServerResponse response = server.handle(exchange(token()).build(true));

        assertTrue(response.headers().getOrDefault("Set-Cookie", "").endsWith("; Secure"));
    }

    @Test
    void linkIsValidOnce() {
        String token = token();
        server.handle(exchange(token).build());

        assertEquals(401, server.handle(exchange(token).build()).status());
    }

    @Test
    void unknownTokenIsRefused() {
        token();

        assertEquals(401, server.handle(exchange("x").build()).status());
    }

    @Test
    void oldestOfManyLinksIsInvalid() {
        String oldest = token();
        for (int i = 0; i < 16; i++) {
            token();
        }

        assertEquals(401, server.handle(exchange(oldest).build()).status());
    }

    @Test
    void cookieAndTokenIdentifyThePerson() {
        Session session = begin();

        ServerResponse response = get(session.cookie(), session.token());

        assertEquals(200, response.status());
        assertEquals(
                "{\"name\":\"" + System.getProperty("user.name")
                        + "\",\"roles\":[\"READER\",\"STARTER\",\"APPROVER\",\"OPERATOR\",\"DRIVER\"]}",
                TestRequest.text(response));
    }

    @TestFactory
    Stream<DynamicTest> cookieAloneIsWorthless() {
        threads.add("1");
        return server.routes().stream()
                .filter(route -> route.access().requiresIdentity())
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> {
                    TestRequest request = TestRequest.of(
                                    route.method(), route.path().replaceAll("\\{[a-z]+}", "1"))
                            .header("cookie", begin().cookie());

                    assertEquals(401, status(request));
                    assertEquals(401, status(request.header("escapement-anti-forgery", "x")));
                }));
    }

    @Test
    void tokenAloneIsWorthless() {
        assertEquals(401, status(TestRequest.get("/api/session").header("escapement-anti-forgery", begin().token())));
    }

    @Test
    void refusalHasAChallenge() {
        ServerResponse response = server.handle(TestRequest.get("/api/session").build());

        assertEquals("Escapement realm=\"session\"", response.headers().get("WWW-Authenticate"));
    }

    @Test
    void requestWithoutCookieIsRefused() {
        assertEquals(401, status(TestRequest.get("/api/session")));
    }

    @Test
    void changedCookieIsRefused() {
        Session session = begin();
        String later = session.cookie().replaceFirst("=\\d", "=9");

        assertNotEquals(session.cookie(), later);
        assertEquals(401, get(later, session.token()).status());
    }

    @Test
    void validCookieCountsAfterAnInvalidOne() {
        Session session = begin();

        assertEquals(
                200,
                get("escapement-session-8080=x; " + session.cookie(), session.token())
                        .status());
    }

    @Test
    void tokenSelectsOneOfTwoSessions() {
        String other = begin().cookie();
        Session session = begin();

        assertEquals(200, get(other + "; " + session.cookie(), session.token()).status());
    }

    @Test
    void cookieOfAnotherPortIsIgnored() {
        Session session = begin();
        String other = session.cookie().replace("8080", "9090");

        assertEquals(401, get(other, session.token()).status());
    }

    @Test
    void sessionExpiresAfterTwelveHours() {
        Session session = begin();
        clock.advance(Duration.ofHours(12));

        assertEquals(401, get(session.cookie(), session.token()).status());
    }

    @Test
    void tokenOfAnotherSessionIsRefused() {
        String token = begin().token();

        assertEquals(401, end(begin().cookie(), token).status());
    }

    @Test
    void endedSessionIsRefused() {
        Session session = begin();

        ServerResponse end = end(session.cookie(), session.token());

        assertEquals(204, end.status());
        assertTrue(
                end.headers().getOrDefault("Set-Cookie", "").contains("escapement-session-8080=; Path=/; Max-Age=0"));
        assertEquals(401, get(session.cookie(), session.token()).status());
    }

    @Test
    void sessionEndsWithTheServer() {
        Session session = begin();
        server = started(threads.server());

        assertEquals(401, get(session.cookie(), session.token()).status());
    }

    @Test
    void keyFileKeepsTheSession() {
        server = started(threads.server().sessionKey(directory.resolve("key")));
        Session session = begin();
        server = started(threads.server().sessionKey(directory.resolve("key")));

        assertEquals(204, end(session.cookie(), session.token()).status());
    }

    @Test
    void forwardedRequestIsRefused() {
        for (String header : new String[] {"forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"}) {
            assertEquals(403, status(TestRequest.get("/api/session").header(header, "10.0.0.1")), header);
        }
    }

    @Test
    void otherComputerIsRefused() {
        assertEquals(403, status(TestRequest.get("/api/session").from("10.0.0.1")));
    }

    @Test
    void trustedProxyMayForward() {
        server = started(threads.server().trustedProxy());

        TestRequest forwarded =
                exchange(token()).header("x-forwarded-for", "10.0.0.1").from("10.0.0.2");

        assertEquals(200, status(forwarded));
    }

    @Test
    void otherPortHasNoHost() {
        assertEquals(403, status(TestRequest.get("/api/session").header("host", "127.0.0.1:9090")));
    }

    @Test
    void addressOfAllInterfacesIsRefused() {
        assertEquals(403, status(TestRequest.get("/api/session").header("host", "0.0.0.0:8080")));
    }

    @Test
    void authenticatorExcludesLinks() {
        AgentServer other = started(threads.server().authenticator(request -> Optional.empty()));

        assertThrows(IllegalStateException.class, () -> other.link(PAGE));
        assertFalse(other.isLocal());
    }

    @Test
    void secretsAreNotLogged() {
        String token = token();
        Session session = begin();
        String cookie = session.cookie();
        server.handle(exchange(token).build());
        server.handle(exchange(token).build());
        end(cookie, "x");
        end(cookie, session.token());

        assertFalse(log.text().contains(token), log::text);
        assertFalse(log.text().contains(session.token()), log::text);
        assertFalse(log.text().contains(cookie.substring(cookie.indexOf('=') + 1)), log::text);
    }

    private String token() {
        return server.link(PAGE).getFragment().substring(2);
    }

    private static TestRequest exchange(String token) {
        return TestRequest.post("/api/session", "{\"token\":\"" + token + "\"}");
    }

    /** A session: the cookie and the anti-forgery token. */
    private record Session(String cookie, String token) {}

    private Session begin() {
        ServerResponse response = server.handle(exchange(token()).build());
        String header = response.headers().getOrDefault("Set-Cookie", "");
        String body = TestRequest.text(response);
        Matcher token = Pattern.compile("\"antiForgeryToken\":\"([^\"]+)\"").matcher(body);
        assertTrue(token.find(), body);
        return new Session(header.substring(0, header.indexOf(';')), token.group(1));
    }

    private ServerResponse get(String cookie, String token) {
        return server.handle(TestRequest.get("/api/session")
                .header("cookie", cookie)
                .header("escapement-anti-forgery", token)
                .build());
    }

    private ServerResponse end(String cookie, String token) {
        return server.handle(TestRequest.post("/api/session/end", "")
                .header("cookie", cookie)
                .header("escapement-anti-forgery", token)
                .build());
    }

    private int status(TestRequest request) {
        return server.handle(request.build()).status();
    }
}
