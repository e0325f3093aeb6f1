package dev.escapement.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.server.EventSink;
import dev.escapement.server.Identity;
import dev.escapement.server.LoggedLines;
import dev.escapement.server.Role;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.SetClock;
import dev.escapement.server.TestRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamGuardTest {
    private final SetClock clock = new SetClock();
    private final LoggedLines log = new LoggedLines();
    private final List<String> written = new ArrayList<>();
    private final List<EventSink> opened = new ArrayList<>();
    private final List<ServerRequest> checked = new ArrayList<>();
    private Optional<Identity> identity = Optional.of(Identity.of("alice", Role.READER));

    /** A filter for the current identity. */
    private final class OneIdentity implements RequestFilter {
        @Override
        public Optional<ServerResponse> admit(ServerRequest request) {
            return Optional.empty();
        }

        @Override
        public Optional<Identity> authorize(ServerRequest request, Route route) {
            checked.add(request);
            return Optional.of(identity.orElseThrow(RefusalReason.IDENTITY::exception));
        }

        @Override
        public ServerResponse secured(ServerRequest request, ServerResponse response, boolean isPublic) {
            return response;
        }
    }

    /** The sink of a server adapter. */
    private final class RecordingSink implements EventSink {
        @Override
        public void write(String text) {
            written.add(text);
        }

        @Override
        public void close() {
            written.add("closed");
        }
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void openStreamDoesNotKeepTheBody() throws IOException {
        EventSink sink = open();
        clock.advance(Duration.ofSeconds(10));
        sink.write("a");

        assertEquals(0, checked.get(1).body().remaining());
    }

    @Test
    void permittedStreamIsWritten() throws IOException {
        EventSink sink = open();
        clock.advance(Duration.ofMinutes(1));
        sink.write("a");
        sink.close();

        assertEquals(List.of("a", "closed"), written);
    }

    @Test
    void endedSessionEndsTheStream() {
        EventSink sink = open();
        identity = Optional.empty();
        clock.advance(Duration.ofSeconds(10));

        assertThrows(IOException.class, () -> sink.write("a"));
        assertEquals(List.of("closed"), written);
    }

    @Test
    void endOfTheStreamIsLogged() {
        EventSink sink = open();
        identity = Optional.empty();
        clock.advance(Duration.ofSeconds(10));

        assertThrows(IOException.class, () -> sink.write("a"));
        assertTrue(log.text().contains("Refused GET /t: 401 STREAM_IDENTITY"), log::text);
    }

    @Test
    void changedIdentityEndsTheStream() {
        EventSink sink = open();
        identity = Optional.of(Identity.of("bob", Role.READER));
        clock.advance(Duration.ofSeconds(10));

        assertThrows(IOException.class, () -> sink.write("a"));
        assertEquals(List.of("closed"), written);
    }

    @Test
    void accessIsNotCheckedAtEachWrite() throws IOException {
        EventSink sink = open();
        identity = Optional.empty();
        sink.write("a");

        assertEquals(List.of("a"), written);
    }

    private EventSink open() {
        RouteOperation operation = new RouteOperation("test", "Tests.", List.of(), Optional.empty(), Map.of());
        Route route = new Route(
                "GET",
                "/t",
                Access.READER,
                operation,
                exchange -> new ServerResponse.Stream(200, Map.of(), opened::add));
        ServerResponse response = new RequestPipeline(new OneIdentity(), clock, List.of(() -> List.of(route)))
                .handle(TestRequest.get("/t").body("body").build());
        assertInstanceOf(ServerResponse.Stream.class, response).source().open(new RecordingSink());
        return opened.get(0);
    }
}
