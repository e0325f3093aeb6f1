package dev.escapement.samples.retail;

import dev.escapement.restate.RestateService;
import dev.escapement.restate.RestateThreadStore;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.thread.AgentThread;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;

/** The execution of threads on a server of Restate. Each one has a service of its own, because it has a shop of its own. */
final class RestateExecution implements Tau2Execution {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final AtomicInteger SERVICES = new AtomicInteger();

    private final RestateServer restate;

    RestateExecution(RestateServer restate) {
        this.restate = restate;
    }

    @Override
    public List<AgentThread> run(Runner.Builder runner, String id, String input) {
        String name = "Task" + SERVICES.incrementAndGet();
        RestateThreadStore store =
                RestateThreadStore.of(restate.ingress()).service(name).build();
        Runner running = runner.store(store).build();
        try (RestateService service = RestateService.of(running).name(name).start(0)) {
            restate.register(URI.create("http://127.0.0.1:" + service.port()));
            running.start(id, input);
            ThreadEntry entry = store.awaitRest(id, LIMIT).orElseThrow();
            Assertions.assertFalse(entry.parked(), () -> id + " is parked after repeated failures");
            return DeskTreeCase.tree(store, store.load(id).orElseThrow()); // the service reads them
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted.", e);
        }
    }
}
