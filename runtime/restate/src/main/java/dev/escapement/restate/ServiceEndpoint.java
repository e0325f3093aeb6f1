package dev.escapement.restate;

import dev.restate.sdk.endpoint.Endpoint;
import dev.restate.sdk.http.vertx.RestateHttpServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The HTTP server of a service. Safe for concurrent use. */
final class ServiceEndpoint {

    private static final long TIMEOUT_SECONDS = 30;

    /** The maximum size of the headers. One of them contains the key of the object, with up to 27,000 characters. */
    private static final int MAX_HEADERS = 1 << 18;

    private final Vertx vertx;
    private final HttpServer server;
    private final Invocations invocations;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ServiceEndpoint(Vertx vertx, HttpServer server, Invocations invocations) {
        this.vertx = vertx;
        this.server = server;
        this.invocations = invocations;
    }

    /** Starts a server. */
    static ServiceEndpoint start(Endpoint endpoint, InetAddress address, int port, Invocations invocations) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(address.getHostAddress())
                .setPort(port)
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(Integer.MAX_VALUE)
                        .setMaxHeaderListSize(MAX_HEADERS));
        Vertx vertx = Vertx.vertx();
        boolean started = false;
        try {
            HttpServer server = await(
                    RestateHttpServer.fromEndpoint(vertx, endpoint, options).listen());
            started = true;
            return new ServiceEndpoint(vertx, server, invocations);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The service cannot listen on port " + port + ". Use a free port.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start of the service was interrupted. Start it again.", e);
        } finally {
            if (!started) {
                Future<Void> unused = vertx.close();
            }
        }
    }

    int port() {
        return server.actualPort();
    }

    /** Waits for running invocations up to a time, and closes the server. Has no effect after the first call. */
    void close(Duration drainTime) {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            if (!invocations.close(drainTime)) {
                UnreadableThreads.log(
                        "The service was closed after its drain time of " + drainTime
                                + ", although actions were running."
                                + " Restate repeats requests to models elsewhere; the outcomes of steps are unknown.",
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            await(server.close());
            await(vertx.close());
        } catch (ExecutionException | TimeoutException e) {
            UnreadableThreads.log("The service did not close its port.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
