package dev.escapement.restate;

import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.Runner;
import java.net.URI;
import java.time.Duration;

/** A service for the threads of {@link LampDesk}, and a runner and a store for them. */
final class RestateDesk implements AutoCloseable {

    final LampDeskLoop loop;
    final RestateThreadStore store;
    final Runner runner;
    private final RestateService service;

    private RestateDesk(RestateServer restate, Duration stepTime) {
        this.loop = new LampDeskLoop(new LampDesk(stepTime));
        this.store =
                RestateThreadStore.of(restate.ingress()).admin(restate.admin()).build();
        this.runner = Runner.of(loop).model(LampDesk::model).store(store).build();
        this.service = RestateService.of(runner).start(0);
    }

    static RestateDesk start(RestateServer restate, Duration stepTime) throws InterruptedException {
        RestateDesk desk = new RestateDesk(restate, stepTime);
        boolean isRegistered = false;
        try {
            restate.register(URI.create("http://127.0.0.1:" + desk.service.port()));
            isRegistered = true;
            return desk;
        } finally {
            if (!isRegistered) {
                desk.close();
            }
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
