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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    void cookieIdentifiesThePerson() {
        ServerResponse response = server.handle(session("GET", "/api/session", cookie()));

        assertEquals(200, response.status());
        assertTrue(TestRequest.text(response)
                .startsWith("{\"name\":\"" + System.getProperty("user.name")
                        + "\",\"roles\":[\"READER\",\"STARTER\",\"APPROVER\",\"OPERATOR\",\"DRIVER\"],\"antiForgeryToken\":"));
    }

    @Test
    void requestWithoutCookieIsRefused() {
        assertEquals(401, status(TestRequest.get("/api/session")));
    }

    @Test
    void changedCookieIsRefused() {
        String cookie = cookie();
        String later = cookie.replaceFirst("=\\d", "=9");

        assertNotEquals(cookie, later);
        assertEquals(401, server.handle(session("GET", "/api/session", later)).status());
    }

    @Test
    void validCookieCountsAfterAnInvalidOne() {
        String both = "escapement-session-8080=x; " + cookie();

        assertEquals(200, server.handle(session("GET", "/api/session", both)).status());
    }

    @Test
    void cookieOfAnotherPortIsIgnored() {
        String other = cookie().replace("8080", "9090");

        assertEquals(401, server.handle(session("GET", "/api/session", other)).status());
    }

    @Test
    void sessionExpiresAfterTwelveHours() {
        String cookie = cookie();
        clock.advance(Duration.ofHours(12));

        assertEquals(401, server.handle(session("GET", "/api/session", cookie)).status());
    }

    @Test
    void changeRequiresTheToken() {
        String cookie = cookie();

        assertEquals(
                403, server.handle(session("POST", "/api/session/end", cookie)).status());
        assertEquals(200, server.handle(session("GET", "/api/session", cookie)).status());
    }

    @Test
    void tokenOfAnotherSessionIsRefused() {
        String token = antiForgeryToken(cookie());

        assertEquals(403, end(cookie(), token).status());
    }

    @Test
    void endedSessionIsRefused() {
        String cookie = cookie();

        ServerResponse end = end(cookie, antiForgeryToken(cookie));

        assertEquals(204, end.status());
        assertTrue(
                end.headers().getOrDefault("Set-Cookie", "").contains("escapement-session-8080=; Path=/; Max-Age=0"));
        assertEquals(401, server.handle(session("GET", "/api/session", cookie)).status());
    }

    @Test
    void sessionEndsWithTheServer() {
        String cookie = cookie();
        server = started(threads.server());

        assertEquals(401, server.handle(session("GET", "/api/session", cookie)).status());
    }

    @Test
    void keyFileKeepsTheSession() {
        server = started(threads.server().sessionKey(directory.resolve("key")));
        String cookie = cookie();
        String token = antiForgeryToken(cookie);
        server = started(threads.server().sessionKey(directory.resolve("key")));

        assertEquals(204, end(cookie, token).status());
    }

    @Test
    void forwardedRequestIsRefused() {
        for (String header : new String[] {"forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"}) {
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
        String cookie = cookie();
        server.handle(exchange(token).build());
        server.handle(exchange(token).build());
        server.handle(session("POST", "/api/session/end", cookie));

        assertFalse(log.text().contains(token), log::text);
        assertFalse(log.text().contains(cookie.substring(cookie.indexOf('=') + 1)), log::text);
    }

    private String token() {
        return server.link(PAGE).getFragment().substring(2);
    }

    private static TestRequest exchange(String token) {
        return TestRequest.post("/api/session", "{\"token\":\"" + token + "\"}");
    }

    private String cookie() {
        String header = server.handle(exchange(token()).build()).headers().getOrDefault("Set-Cookie", "");
        return header.substring(0, header.indexOf(';'));
    }

    private String antiForgeryToken(String cookie) {
        String body = TestRequest.text(server.handle(session("GET", "/api/session", cookie)));
        Matcher token = Pattern.compile("\"antiForgeryToken\":\"([^\"]+)\"").matcher(body);
        assertTrue(token.find(), body);
        return token.group(1);
    }

    private ServerResponse end(String cookie, String token) {
        return server.handle(TestRequest.post("/api/session/end", "")
                .header("cookie", cookie)
                .header("escapement-anti-forgery", token)
                .build());
    }

    private static ServerRequest session(String method, String target, String cookie) {
        return TestRequest.of(method, target).header("cookie", cookie).build();
    }

    private int status(TestRequest request) {
        return server.handle(request.build()).status();
    }
}
