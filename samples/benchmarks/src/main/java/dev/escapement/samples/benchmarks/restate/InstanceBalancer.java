package dev.escapement.samples.benchmarks.restate;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The common address of the instances of a service: a proxy that sends each HTTP/2 request to the instance with the fewest
 * open ones. It distributes requests because a Restate server sends many of them over one connection. Safe for concurrent
 * use.
 */
final class InstanceBalancer implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    private final List<Instance> instances;
    private final HttpServer server;
    private volatile int used;

    private InstanceBalancer(List<Integer> ports) {
        this.instances = ports.stream().map(Instance::new).toList();
        this.used = ports.size();
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(Integer.MAX_VALUE)))
                .requestHandler(this::forward);
    }

    /** An instance. */
    private static final class Instance {

        private final int port;
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger served = new AtomicInteger();

        Instance(int port) {
            this.port = port;
        }
    }

    /**
     * Starts a balancer.
     *
     * @param ports the ports of the instances on the loopback interface
     */
    static InstanceBalancer start(List<Integer> ports) {
        InstanceBalancer balancer = new InstanceBalancer(ports);
        balancer.server.listen().toCompletionStage().toCompletableFuture().join();
        return balancer;
    }

    URI address() {
        return RestateInstance.loopback(server.actualPort());
    }

    /** Sends further requests to the first instances only. */
    void use(int count) {
        used = count;
    }

    /** Returns the number of requests to each instance. */
    List<Integer> served() {
        List<Integer> counts = new ArrayList<>();
        instances.forEach(instance -> counts.add(instance.served.get()));
        return counts;
    }

    private void forward(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        Instance instance = instances.stream()
                .limit(used)
                .min(Comparator.comparingInt(candidate -> candidate.open.get()))
                .orElseThrow();
        instance.open.incrementAndGet();
        instance.served.incrementAndGet();
        response.closeHandler(closed -> instance.open.decrementAndGet());
        request.pause();
        client.request(new RequestOptions()
                        .setHost("127.0.0.1")
                        .setPort(instance.port)
                        .setMethod(request.method())
                        .setURI(request.uri()))
                .onSuccess(forwarded -> connect(request, forwarded))
                .onFailure(failure -> response.reset());
    }

    private static void connect(HttpServerRequest request, HttpClientRequest forwarded) {
        forwarded.setChunked(true); // the body has no length
        copy(request.headers(), forwarded.headers());
        forwarded
                .response()
                .onSuccess(reply -> reply(reply, request.response()))
                .onFailure(failure -> request.response().reset());
        request.pipe().endOnFailure(false).to(forwarded).onFailure(failure -> forwarded.reset());
    }

    private static void reply(HttpClientResponse reply, HttpServerResponse response) {
        response.setChunked(true).setStatusCode(reply.statusCode());
        copy(reply.headers(), response.headers());
        reply.pipe().endOnFailure(false).to(response).onFailure(failure -> response.reset());
    }

    private static void copy(MultiMap from, MultiMap to) {
        from.forEach((name, value) -> {
            if (!name.startsWith(":")) { // the address is that of the instance
                to.add(name, value);
            }
        });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
