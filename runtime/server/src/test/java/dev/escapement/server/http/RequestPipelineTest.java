package dev.escapement.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Approver;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.server.DoorThreads;
import dev.escapement.server.Identity;
import dev.escapement.server.LoggedLines;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.SetClock;
import dev.escapement.server.TestRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests of what follows the filter: routes, parameters, failures and the log. */
class RequestPipelineTest {
    private final SetClock clock = new SetClock();
    private final LoggedLines log = new LoggedLines();

    /** A filter that accepts every request. */
    private static final class OpenFilter implements RequestFilter {
        @Override
        public Optional<ServerResponse> admit(ServerRequest request) {
            return Optional.empty();
        }

        @Override
        public Optional<Identity> authorize(ServerRequest request, Route route) {
            return Optional.empty();
        }

        @Override
        public ServerResponse secured(ServerRequest request, ServerResponse response, boolean isPublic) {
            return response;
        }
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void messagesOfTheCoreAreNotSent() {
        DoorThreads threads = new DoorThreads();
        threads.add("secret-id");
        ThreadInbox inbox = ThreadInbox.of(threads.store(), threads.loop());

        ServerResponse response = handle(
                exchange -> {
                    inbox.approve("secret-id", "c1", Approver.of("alice"));
                    return Responses.empty(204);
                },
                TestRequest.get("/t/1"));

        assertEquals(409, response.status());
        assertFalse(TestRequest.text(response).contains("secret-id"));
    }

    @Test
    void headIsAnsweredLikeGet() {
        ServerResponse response =
                handle(exchange -> Responses.json(200, "{}", Map.of()), TestRequest.of("HEAD", "/t/1"));

        assertEquals(200, response.status());
    }

    @Test
    void headDoesNotOpenAStream() {
        ServerResponse response = handle(
                exchange -> new ServerResponse.Stream(200, Map.of("X-Test", "1"), sink -> {}),
                TestRequest.of("HEAD", "/t/1"));

        assertEquals(
                "1",
                assertInstanceOf(ServerResponse.Complete.class, response)
                        .headers()
                        .get("X-Test"));
    }

    @Test
    void otherMethodHasAllowHeader() {
        ServerResponse response = handle(exchange -> Responses.empty(204), TestRequest.of("POST", "/t/1"));

        assertEquals(405, response.status());
        assertEquals("GET, HEAD", response.headers().get("Allow"));
    }

    @Test
    void unknownPathIsNotFound() {
        assertEquals(
                404,
                handle(exchange -> Responses.empty(204), TestRequest.get("/u")).status());
    }

    @Test
    void malformedPathsAreRefused() {
        for (String target : new String[] {"/t/%zz", "/t/%00", "/t/%ff", "/t/%0a"}) {
            assertEquals(
                    400,
                    handle(exchange -> Responses.empty(204), TestRequest.get(target))
                            .status(),
                    target);
        }
    }

    @Test
    void encodedSlashIsPartOfASegment() {
        ServerResponse response = handle(
                exchange -> Responses.json(200, exchange.parameter("id"), Map.of()), TestRequest.get("/t/a%2Fb+c"));

        assertEquals("a/b+c", TestRequest.text(response));
    }

    @Test
    void declaredParametersAreAccepted() {
        assertEquals(
                204,
                handle(exchange -> Responses.empty(204), TestRequest.get("/t/1?q=1&l=2&l=3"))
                        .status());
    }

    @Test
    void otherParametersAreRefused() {
        for (String query : new String[] {"x=1", "q=1&q=2", "q=%zz", "q=%00", "Q=1", "key=1"}) {
            assertEquals(
                    400,
                    handle(exchange -> Responses.empty(204), TestRequest.get("/t/1?" + query))
                            .status(),
                    query);
        }
    }

    @Test
    void repeatedHeaderIsRefused() {
        assertEquals(
                400,
                handle(exchange -> Responses.empty(204), TestRequest.get("/t/1").header("key", "a", "b"))
                        .status());
    }

    @Test
    void exceptionsOfTheCoreAreMapped() {
        assertEquals(404, failing(new UnknownThreadException("case-1")).status());
        assertEquals(410, failing(new ErasedThreadException("case-1")).status());
    }

    @Test
    void busyStoreIsTemporary() {
        ServerResponse response = failing(new StoreException("busy", "case-1", StoreException.Reason.BUSY, null));

        assertEquals(503, response.status());
        assertEquals("1", response.headers().get("Retry-After"));
    }

    @Test
    void damagedStoreIsInternal() {
        assertEquals(
                500,
                failing(new StoreException("s3cr3t", "case-1", StoreException.Reason.FORMAT, null))
                        .status());
    }

    @Test
    void defectHasAReferenceThatIsLogged() {
        ServerResponse response = failing(new IllegalStateException("s3cr3t", new AssertionError("s3cr3t")));

        var reference = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}").matcher(TestRequest.text(response));
        assertEquals(500, response.status());
        assertTrue(reference.find());
        assertTrue(log.text().contains(reference.group()), log::text);
    }

    @Test
    void defectIsLoggedWithoutMessages() {
        ServerResponse response = failing(new IllegalStateException("s3cr3t", new AssertionError("s3cr3t")));

        assertFalse(TestRequest.text(response).contains("s3cr3t"));
        assertFalse(log.text().contains("s3cr3t"), log::text);
        assertTrue(log.text().contains("java.lang.AssertionError"), log::text);
        assertTrue(log.text().contains("RequestPipelineTest"), log::text);
    }

    @Test
    void errorOfAHandlerIsAnswered() {
        ServerResponse response = handle(
                exchange -> {
                    throw new StackOverflowError();
                },
                TestRequest.get("/t/1"));

        assertEquals(500, response.status());
    }

    @Test
    void equalRefusalsAreCounted() {
        RefusalLog refusals = new RefusalLog(clock);
        for (int i = 0; i < 5; i++) {
            refusals.refused("GET", "/t/{id}", 404, "NOT_FOUND");
        }
        clock.advance(Duration.ofSeconds(10));
        refusals.refused("GET", "/t/{id}", 404, "NOT_FOUND");

        assertEquals(2, log.lines().size());
        assertTrue(log.lines().get(1).contains("Refused GET /t/{id}: 404 NOT_FOUND (and 4 before)"), log::text);
    }

    @Test
    void unknownMethodsAreOneLine() {
        new RefusalLog(clock).refused("S3CR3T", "-", 404, "NOT_FOUND");

        assertTrue(log.text().contains("Refused OTHER -: 404 NOT_FOUND"), log::text);
    }

    private ServerResponse failing(RuntimeException failure) {
        return handle(
                exchange -> {
                    throw failure;
                },
                TestRequest.get("/t/1"));
    }

    private ServerResponse handle(RouteHandler handler, TestRequest request) {
        RouteOperation operation = new RouteOperation(
                "test",
                "Tests.",
                List.of(
                        RouteParameter.query("q", "A text.", "{}"),
                        RouteParameter.queries("l", "Texts.", "{}"),
                        RouteParameter.header("key", "A key.", "{}")),
                Optional.empty(),
                Map.of());
        RouteGroup group = () -> List.of(new Route("GET", "/t/{id}", Access.READER, operation, handler));
        return new RequestPipeline(new OpenFilter(), clock, List.of(group)).handle(request.build());
    }
}
