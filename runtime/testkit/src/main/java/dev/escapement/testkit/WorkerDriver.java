package dev.escapement.testkit;

import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.Worker;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Start;
import java.time.Duration;

/** A process that executes threads with a worker. */
final class WorkerDriver implements AgentDriver {

    private final ProcessStore store;
    private final Runner runner;
    private final ThreadInbox inbox;
    private final Worker worker;

    WorkerDriver(ProcessStore store, DriverAgents agents) {
        this.store = store;
        this.runner = Runner.of(agents.first(), agents.more())
                .model(agents.model())
                .store(store)
                .build();
        this.inbox = ThreadInbox.of(store, agents.first(), agents.more());
        this.worker = Worker.of(store, runner).drainTime(Duration.ZERO).start();
    }

    @Override
    public ThreadInbox inbox() {
        return inbox;
    }

    @Override
    public void start(String id, Start start) {
        AgentThread unused = runner.enqueue(id, start);
    }

    @Override
    public void wake(String id) {
        worker.wake();
    }

    @Override
    public void crash() {
        store.end();
    }

    @Override
    public void close() {
        worker.close();
    }
}
