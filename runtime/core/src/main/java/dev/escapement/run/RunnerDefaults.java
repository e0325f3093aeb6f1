package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.concurrent.Executor;

/**
 * The default listener of a runner, which ignores events, and its default executor, which runs tasks on the caller's
 * Java thread. A class, because the first lambda expressions of a process take longer than a step.
 */
final class RunnerDefaults implements ThreadListener, Executor {

    @Override
    public void recorded(AgentThread thread, Event event) {}

    @Override
    public void execute(Runnable task) {
        task.run();
    }
}
