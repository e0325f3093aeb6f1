package dev.escapement.restate;

import dev.escapement.restate.server.LoopbackPorts;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.testkit.AgentDriver;
import dev.escapement.testkit.DriverAgents;
import dev.escapement.testkit.DriverFixture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Services of a real server of Restate. The threads of each fixture are virtual objects with a name of their own. A service
 * that follows a closed one has its address, because Restate repeats an invocation at the address at which it began.
 */
final class RestateDriverFixture implements DriverFixture {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final RestateServer server;
    private final String name = "Driver" + COUNT.incrementAndGet();
    private final Deque<Integer> ports = new ArrayDeque<>();

    RestateDriverFixture(RestateServer server) {
        this.server = server;
    }

    @Override
    public AgentDriver open(DriverAgents agents) throws Exception {
        RestateThreadStore store = RestateThreadStore.of(server.ingress())
                .admin(server.admin())
                .service(name)
                .build();
        int port = ports.isEmpty() ? LoopbackPorts.next() : ports.pop();
        RestateDriver driver = new RestateDriver(name, store, agents, port, () -> ports.push(port));
        boolean isRegistered = false;
        try {
            server.register(driver.address());
            isRegistered = true;
            return driver;
        } finally {
            if (!isRegistered) {
                driver.close();
            }
        }
    }

    /** Restate handles one request for a thread at a time. */
    @Override
    public boolean recordsDuringActions() {
        return false;
    }
}
