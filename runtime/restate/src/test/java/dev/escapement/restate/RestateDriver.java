package dev.escapement.restate;

import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.testkit.AgentDriver;
import dev.escapement.testkit.DriverAgents;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Start;
import java.net.URI;
import java.time.Duration;

/** A service whose threads Restate executes, for the contract of drivers. */
final class RestateDriver implements AgentDriver {

    private final Runner runner;
    private final ThreadInbox inbox;
    private final RestateService service;
    private final Runnable end;
    private boolean ended;

    /**
     * Starts a service.
     *
     * @param name the name of the virtual object of the threads
     * @param store the store, with the same name
     * @param port a free port
     * @param end an action after the end of the service
     */
    RestateDriver(String name, RestateThreadStore store, DriverAgents agents, int port, Runnable end) {
        this.runner = Runner.of(agents.first(), agents.more())
                .model(agents.model())
                .store(store)
                .build();
        this.inbox = ThreadInbox.of(store, agents.first(), agents.more());
        this.service =
                RestateService.of(runner).name(name).drainTime(Duration.ZERO).start(port);
        this.end = end;
    }

    /** Returns the address at which Restate calls the service. */
    URI address() {
        return URI.create("http://127.0.0.1:" + service.port());
    }

    @Override
    public ThreadInbox inbox() {
        return inbox;
    }

    @Override
    public void start(String id, Start start) {
        AgentThread unused = runner.start(id, start);
    }

    /** Closes all connections. Restate cannot receive the outcomes of the actions that are still running. */
    @Override
    public void crash() {
        close();
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            service.close();
            end.run();
        }
    }
}
