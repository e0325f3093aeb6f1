package dev.escapement.server;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.server.http.Access;
import dev.escapement.server.http.Route;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Tests that every route of the server refuses requests without the access that it declares, and changes nothing. */
class RouteAccessTest {
    private static final String SECRET = "s3cr3t-marker";
    private static final String ROLES = "test-roles";

    private final DoorThreads threads = new DoorThreads();
    private final LoggedLines log = new LoggedLines();

    /** An authenticator that accepts the roles in a header. */
    private final AgentServer server = threads.server()
            .authenticator(request -> request.header(ROLES).map(RouteAccessTest::identity))
            .decisions(DecisionPolicy.BY_ROLE)
            .maxBody(4096)
            .build();

    private static Identity identity(String roles) {
        Set<Role> parsed = Arrays.stream(roles.split(",", -1))
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        return new Identity("alice", parsed, Map.of());
    }

    @BeforeEach
    void start() {
        threads.add("case-1");
        server.addPort(TestRequest.PORT);
    }

    @AfterEach
    void stop() {
        log.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> unidentifiedSenderIsRefused() {
        return refused(401, route -> route.access().requiresIdentity(), request -> request.header(ROLES));
    }

    @TestFactory
    Stream<DynamicTest> otherRolesAreRefused() {
        return server.routes().stream()
                .filter(route -> route.access().role().isPresent())
                .map(route -> refusal(
                        403,
                        route,
                        permitted(route).header(ROLES, allBut(route.access().role()))));
    }

    @TestFactory
    Stream<DynamicTest> senderWithoutRolesIsRefused() {
        return refused(403, route -> route.access().requiresIdentity(), request -> request.header(ROLES, ""));
    }

    @TestFactory
    Stream<DynamicTest> foreignHostIsRefused() {
        return refused(403, route -> true, request -> request.header("host", "evil.test:8080"));
    }

    @TestFactory
    Stream<DynamicTest> missingHostIsRefused() {
        return refused(403, route -> true, request -> request.header("host"));
    }

    @TestFactory
    Stream<DynamicTest> secondHostIsRefused() {
        return refused(403, route -> true, request -> request.header("host", TestRequest.HOST, TestRequest.HOST));
    }

    @TestFactory
    Stream<DynamicTest> foreignOriginIsRefused() {
        return refused(403, route -> true, request -> request.header("origin", "https://evil.test"));
    }

    @TestFactory
    Stream<DynamicTest> otherPortIsRefused() {
        return refused(403, route -> true, request -> request.header("origin", "http://127.0.0.1:9090"));
    }

    @TestFactory
    Stream<DynamicTest> crossSiteRequestIsRefused() {
        return refused(
                403,
                route -> route.access() != Access.PUBLIC || changes(route),
                request -> request.header("sec-fetch-site", "cross-site"));
    }

    @TestFactory
    Stream<DynamicTest> cookieWithoutTokenIsRefused() {
        return refused(
                403,
                route -> route.access().requiresIdentity() && changes(route),
                request -> request.header("cookie", "session=" + SECRET));
    }

    @TestFactory
    Stream<DynamicTest> wrongTokenIsRefused() {
        return refused(
                403,
                route -> route.access().requiresIdentity() && changes(route),
                request -> request.header("cookie", "session=x").header("escapement-anti-forgery", SECRET));
    }

    @TestFactory
    Stream<DynamicTest> formIsRefused() {
        return refused(
                415,
                route -> changes(route) && route.access() != Access.SIGNATURE,
                request -> request.header("content-type", "text/plain"));
    }

    @TestFactory
    Stream<DynamicTest> longBodyIsRefused() {
        return refused(413, route -> true, request -> request.body(SECRET.repeat(1000)));
    }

    @TestFactory
    Stream<DynamicTest> longHeaderIsRefused() {
        return refused(400, route -> true, request -> request.header("x-long", SECRET.repeat(10_000)));
    }

    @TestFactory
    Stream<DynamicTest> unknownParameterIsRefused() {
        return server.routes().stream()
                .map(route -> refusal(400, route, permitted(route, "?" + SECRET + "=" + SECRET)));
    }

    @TestFactory
    Stream<DynamicTest> otherMethodsAreRefused() {
        Map<String, Route> paths = new TreeMap<>();
        server.routes().forEach(route -> paths.putIfAbsent(route.path(), route));
        return paths.values().stream()
                .flatMap(route -> Stream.of("OPTIONS", "PUT", "DELETE", "TRACE", "BREW")
                        .map(method -> refusal(405, route, TestRequest.of(method, target(route)))));
    }

    @Test
    void serverHasRoutes() {
        assertFalse(server.routes().isEmpty());
    }

    @Test
    void everyResponseHasTheHeaders() {
        assertAll(server.routes().stream().map(this::hasHeaders));
    }

    private Executable hasHeaders(Route route) {
        return () -> {
            Map<String, String> headers = server.handle(
                            TestRequest.of(route.method(), target(route)).build())
                    .headers();
            String policy = headers.getOrDefault("Content-Security-Policy", "");

            assertTrue(policy.startsWith("default-src 'none'; script-src 'self'"), route.path());
            assertEquals("nosniff", headers.get("X-Content-Type-Options"), route.path());
            assertEquals("no-referrer", headers.get("Referrer-Policy"), route.path());
            assertTrue(
                    route.access() == Access.PUBLIC || "no-store".equals(headers.get("Cache-Control")), route.path());
        };
    }

    private Stream<DynamicTest> refused(
            int status, Predicate<Route> routes, Function<TestRequest, TestRequest> change) {
        return server.routes().stream()
                .filter(routes)
                .map(route -> refusal(status, route, change.apply(permitted(route))));
    }

    private DynamicTest refusal(int status, Route route, TestRequest request) {
        return DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> {
            int events = threads.events();
            int lines = log.lines().size();

            ServerResponse response = server.handle(request.build());

            assertEquals(status, response.status());
            assertEquals(events, threads.events());
            assertEquals("application/problem+json", response.headers().get("Content-Type"));
            assertFalse(TestRequest.text(response).contains(SECRET));
            List<String> added = log.lines().subList(lines, log.lines().size());
            assertEquals(1, added.size(), added::toString);
            assertTrue(added.get(0).contains(route.path() + ": " + status), added.get(0));
            assertFalse(log.text().contains(SECRET), log::text);
        });
    }

    /** Returns a request that satisfies all rules that precede the handler. */
    private static TestRequest permitted(Route route) {
        return permitted(route, "");
    }

    private static TestRequest permitted(Route route, String query) {
        return TestRequest.of(route.method(), target(route) + query).header(ROLES, allBut(Optional.empty()));
    }

    private static String target(Route route) {
        return route.path().replace("{id}", "case-1").replaceAll("\\{[a-z]+}", "1");
    }

    private static String allBut(Optional<Role> missing) {
        return EnumSet.allOf(Role.class).stream()
                .filter(role -> !missing.equals(Optional.of(role)))
                .map(Role::name)
                .collect(Collectors.joining(","));
    }

    private static boolean changes(Route route) {
        return !route.method().equals("GET");
    }
}
