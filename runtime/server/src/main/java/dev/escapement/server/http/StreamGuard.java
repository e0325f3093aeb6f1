package dev.escapement.server.http;

import dev.escapement.server.EventSink;
import dev.escapement.server.Identity;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * The checks of streams after their start. A stream repeats the check of its access at the first write after ten seconds, and
 * then every ten seconds; it ends if the session has ended, or the identity has changed. The response to HEAD is not a
 * stream.
 */
final class StreamGuard implements ServerResponse.Visitor<ServerResponse, RuntimeException> {
    private static final long INTERVAL = 10_000;

    private final RequestFilter filter;
    private final RefusalLog log;
    private final Clock clock;
    private final ServerRequest request;
    private final Route route;
    private final Optional<Identity> sender;

    StreamGuard(
            RequestFilter filter,
            RefusalLog log,
            Clock clock,
            ServerRequest request,
            Route route,
            Optional<Identity> sender) {
        this.filter = filter;
        this.log = log;
        this.clock = clock;
        this.request = request.withoutBody();
        this.route = route;
        this.sender = sender;
    }

    @Override
    public ServerResponse complete(ServerResponse.Complete response) {
        return response;
    }

    @Override
    public ServerResponse stream(ServerResponse.Stream response) {
        return request.method().equals("HEAD")
                ? Responses.empty(response.status(), response.headers())
                : new ServerResponse.Stream(
                        response.status(),
                        response.headers(),
                        sink -> response.source().open(new AuthorizedSink(sink)));
    }

    /** A sink that checks the access before writes. */
    private final class AuthorizedSink implements EventSink {
        private final EventSink sink;
        private long checkedAt = clock.millis();

        AuthorizedSink(EventSink sink) {
            this.sink = sink;
        }

        @Override
        public void write(String text) throws IOException {
            long now = clock.millis();
            if (now - checkedAt >= INTERVAL) {
                requireAccess();
                checkedAt = now;
            }
            sink.write(text);
        }

        private void requireAccess() throws IOException {
            try {
                if (filter.authorize(request, route).equals(sender)) {
                    return;
                }
                log.refused(request.method(), route.path(), ProblemType.UNAUTHENTICATED.status(), "STREAM_IDENTITY");
            } catch (ProblemException e) {
                log.refused(request.method(), route.path(), e.problem().kind().status(), "STREAM_" + e.reason());
            }
            sink.close();
            throw new IOException("The access to this stream has ended. Open a new stream with a valid identity.");
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}
