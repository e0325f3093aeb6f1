package dev.escapement.server;

import dev.escapement.server.adapter.BodyReader;
import dev.escapement.server.adapter.RequestIntake;
import dev.escapement.server.http.RefusalLog;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * The part of a server adapter that does not depend on the HTTP server, for authors of adapters: it reads bodies within the
 * limits of an {@link AgentServer}, limits the memory of all bodies in progress, and refuses requests with two lengths. The
 * adapter converts requests, sends responses, and limits the time of reads and writes. Safe for concurrent use.
 *
 * <pre>{@code
 * ServerAdapter adapter = ServerAdapter.of(server, Duration.ofSeconds(10));
 * ServerResponse response = adapter.handle(head, "/agents", in);
 * }</pre>
 *
 * <p>An adapter calls {@link AgentServer#addPort} with its port, and binds to the loopback address only if the server is
 * {@linkplain AgentServer#isLocal local}.
 */
public final class ServerAdapter implements AutoCloseable {
    private final BodyReader reader;
    private final RequestIntake intake;

    private ServerAdapter(AgentServer server, Duration bodyTime) {
        this.reader = new BodyReader(server.maxBody(), bodyTime);
        this.intake = new RequestIntake(server::handle, server.maxBody(), new RefusalLog(Clock.systemUTC()));
    }

    /**
     * Returns an adapter for a server.
     *
     * @param server the handlers, which remain open when the adapter is closed
     * @param bodyTime the time after which a body that still arrives is refused. Checked after each part of the body: the HTTP
     *     server must limit the time of one read
     * @return the adapter
     */
    public static ServerAdapter of(AgentServer server, Duration bodyTime) {
        return new ServerAdapter(
                Objects.requireNonNull(server, "server"), Objects.requireNonNull(bodyTime, "bodyTime"));
    }

    /**
     * Reads the body of a request and answers the request.
     *
     * @param head the request without its body; its target contains the prefix, and its headers all values as they were sent
     * @param prefix the path under which the handlers are mounted, as it was sent, without a slash at the end; empty for the
     *     root
     * @param in the body, which is not closed
     * @return the response, also for refused requests
     * @throws IOException if the connection failed or the body arrived too slowly
     */
    public ServerResponse handle(ServerRequest head, String prefix, InputStream in) throws IOException {
        return intake.answer(head.method(), memory -> reader.read(head, prefix, in, memory));
    }

    /** Refuses further requests with the status 503. Streams remain open. */
    @Override
    public void close() {
        intake.close();
    }
}
