package dev.escapement.samples.benchmarks.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the distribution of requests to instances that reply as soon as they receive the head of a request. */
class InstanceBalancerTest {

    private static final long LIMIT_SECONDS = 60;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    private InstanceBalancer balancer;

    @BeforeEach
    void start() throws Exception {
        balancer = InstanceBalancer.start(List.of(instance("first"), instance("second")));
    }

    @AfterEach
    void stop() throws Exception {
        balancer.close();
        await(vertx.close());
    }

    /** Starts an instance that replies with its name and repeats the request, and returns its port. */
    private int instance(String name) throws Exception {
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> {
                    request.response().setChunked(true).putHeader("instance", name);
                    request.response().write(name + " ");
                    request.pipeTo(request.response());
                });
        return await(server.listen()).actualPort();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Begins a request, whose body remains open. */
    private HttpClientRequest begin() throws Exception {
        HttpClientRequest request =
                await(client.request(HttpMethod.POST, balancer.address().getPort(), "127.0.0.1", "/invoke"));
        request.setChunked(true);
        await(request.write("body"));
        return request;
    }

    /** Returns the instances of open requests. */
    private List<String> openRequests(int count) throws Exception {
        List<HttpClientRequest> requests = new ArrayList<>();
        List<String> instances = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HttpClientRequest request = begin();
            requests.add(request);
            instances.add(await(request.response()).getHeader("instance"));
        }
        for (HttpClientRequest request : requests) {
            await(request.end());
        }
        return instances;
    }

    @Test
    void openRequestsAreDividedEqually() throws Exception {
        List<String> instances = openRequests(6);

        assertEquals(3, Collections.frequency(instances, "first"), instances::toString);
        assertEquals(List.of(3, 3), balancer.served());
    }

    @Test
    void unusedInstanceReceivesNoRequests() throws Exception {
        balancer.use(1);

        assertEquals(List.of("first", "first"), openRequests(2));
    }

    @Test
    void bodiesPassInBothDirections() throws Exception {
        HttpClientRequest request = begin();
        Future<Buffer> reply = request.response().compose(response -> response.body());
        await(request.end(" and end"));

        assertEquals("first body and end", await(reply).toString());
    }
}
