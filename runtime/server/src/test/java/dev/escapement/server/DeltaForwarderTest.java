package dev.escapement.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.escapement.model.Delta;
import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.server.follow.FollowedDesk;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which replies a forwarder drops, with a server that refuses one thread. */
class DeltaForwarderTest {
    private static final String REFUSED = "/api/threads/refused/deltas";
    private static final String ACCEPTED = "/api/threads/accepted/deltas";

    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private HttpServer server;
    private volatile int status;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(path.equals(REFUSED) ? status : 204, -1);
        exchange.close();
    }

    private DeltaForwarder forwarder() {
        return DeltaForwarder.to(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .timeout(Duration.ofMinutes(1))
                .start();
    }

    private AgentThread thread(String id) {
        store.append(Append.of(id, 0, new Event.Started(FollowFixture.AT, FollowedDesk.NAME, "Help")));
        return store.load(id).orElseThrow();
    }

    /** Returns the paths of the requests up to the next one about the accepted thread. */
    private List<String> untilAccepted() throws InterruptedException {
        List<String> paths = new ArrayList<>();
        while (!paths.contains(ACCEPTED)) {
            String path = requests.poll(1, TimeUnit.MINUTES);
            assertNotNull(path, () -> "The reply was dropped after " + paths);
            paths.add(path);
        }
        return paths;
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 413, 422})
    void refusedThreadDoesNotAffectOthers(int refusal) throws Exception {
        status = refusal;
        AgentThread refused = thread("refused");
        AgentThread accepted = thread("accepted");
        List<String> paths = new ArrayList<>();
        try (DeltaForwarder forwarder = forwarder()) {
            for (int i = 0; i < 2; i++) {
                forwarder.arrived(refused, new Delta.Text("a"));
                forwarder.arrived(accepted, new Delta.Text("b"));
                paths.addAll(untilAccepted());
            }
        }

        assertEquals(1, Collections.frequency(paths, REFUSED), paths::toString);
    }
}
