package dev.escapement.restate;

import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import dev.escapement.testkit.StoreFixture;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The contracts of {@link RestateThreadStore} with a real server. The service does not have the agents of the contracts, so
 * that it parks their runnable threads.
 */
@Tag("restate")
@ExtendWith(RestateExtension.class)
class RestateStoreTest extends EngineStoreSuite {

    /** Reports the threads whose agents the service does not have. A field, because the log has only weak references. */
    private static final Logger EXECUTIONS = Logger.getLogger("dev.escapement.run.ThreadDriver");

    private static RestateServer server;
    private static RestateDesk desk;

    @BeforeAll
    static void register(RestateServer restate) throws InterruptedException {
        EXECUTIONS.setLevel(Level.OFF);
        server = restate;
        desk = RestateDesk.start(restate, Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        EXECUTIONS.setLevel(null);
        if (desk != null) {
            desk.close();
        }
    }

    private static RestateThreadStore store() {
        return RestateThreadStore.of(server.ingress()).admin(server.admin()).build();
    }

    @Override
    StoreFixture fixture() {
        RestateThreadStore store = store();
        List<ThreadEntry> left;
        do { // of the test before
            left = store.threads(ThreadQuery.all()).entries();
            left.forEach(entry -> store.delete(entry.id()));
        } while (!left.isEmpty());
        return RestateStoreTest::store;
    }
}
