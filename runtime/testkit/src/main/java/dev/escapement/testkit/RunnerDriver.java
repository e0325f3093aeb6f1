package dev.escapement.testkit;

import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Start;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A process that executes threads with a runner, each on one Java thread, when it is woken. */
final class RunnerDriver implements AgentDriver {

    private static final int CLOSE_SECONDS = 10;

    private final ProcessStore store;
    private final Runner runner;
    private final ThreadInbox inbox;
    private final Set<String> executing = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Error> failure = new AtomicReference<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(RunnerDriver::daemon);

    RunnerDriver(ProcessStore store, DriverAgents agents) {
        this.store = store;
        this.runner = Runner.of(agents.first(), agents.more())
                .model(agents.model())
                .store(store)
                .build();
        this.inbox = ThreadInbox.of(store, agents.first(), agents.more());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "driver-contract");
        thread.setDaemon(true);
        return thread;
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
        Error error = failure.get();
        if (error != null) {
            throw new IllegalStateException("An execution ended with an error.", error);
        } else if (executing.add(id)) {
            executor.execute(() -> execute(id));
        }
    }

    private void execute(String id) {
        try {
            AgentThread unused = runner.resume(id);
        } catch (RuntimeException e) {
            // The runner has logged the failure; the next call of wake repeats the execution.
        } catch (Error e) {
            failure.set(e); // for the Java thread of the test
        } finally {
            executing.remove(id);
        }
    }

    @Override
    public void crash() {
        store.end();
    }

    @Override
    public void close() throws InterruptedException {
        executor.shutdownNow();
        if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("An execution has not ended after " + CLOSE_SECONDS + " seconds.");
        }
    }
}
