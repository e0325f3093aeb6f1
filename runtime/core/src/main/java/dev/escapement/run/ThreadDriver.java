package dev.escapement.run;

import dev.escapement.engine.ChildEvents;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The execution of a runner's threads inside a durable engine, for authors of engines. The engine stores the events, lets
 * at most one caller execute a thread at a time, and calls {@link DriveAttempt#advance} until the thread is at rest. Safe
 * for concurrent use.
 *
 * <pre>{@code
 * ThreadDriver driver = ThreadDriver.of(runner);
 * try (DriveAttempt attempt = driver.attempt(thread.id(), thread.events().size(), 0)) {
 *     Advance advance = attempt.advance(thread); // make it durable, store its events, and repeat
 * }
 * }</pre>
 */
public final class ThreadDriver {

    private final RunnerAgents agents;
    private final ListenerCursors cursors;
    private final FailedExecutions failures = new FailedExecutions(ThreadLocalRandom.current()::nextDouble);

    private ThreadDriver(RunnerAgents agents) {
        this.agents = agents;
        this.cursors = new ListenerCursors(agents.first().listener());
    }

    /**
     * Returns the driver of a runner. Its model, clock, executor, listener, interceptors and limits apply; its store is not
     * used.
     *
     * @param runner a runner of {@link Runner#of}
     * @return the driver
     * @throws IllegalArgumentException if the runner is not one of this library
     */
    public static ThreadDriver of(Runner runner) {
        if (runner instanceof InProcessRunner own) {
            return new ThreadDriver(own.configs());
        }
        throw new IllegalArgumentException(DriveMessages.otherRunner(
                Objects.requireNonNull(runner, "runner").getClass()));
    }

    /**
     * Returns the agents whose threads the driver executes.
     *
     * @return the names of the agents
     */
    public Set<String> agents() {
        return Set.copyOf(agents.byName().keySet());
    }

    /**
     * Begins an attempt to execute a thread. If the engine repeats an execution, it begins another attempt.
     *
     * @param threadId the id of the thread
     * @param heard the number of events that the listener has received
     * @param failures the number of failed executions since the last event
     * @return the attempt, which the caller must close
     */
    public DriveAttempt attempt(String threadId, int heard, int failures) {
        ListenerCursor cursor = cursors.open(Objects.requireNonNull(threadId, "threadId"));
        cursor.from(heard);
        return new DriveAttempt(agents, cursor, this.failures, failures);
    }

    /**
     * Returns the events that end a child, before its own children are ended.
     *
     * @param child the child as it is stored; empty if it does not exist
     * @param end the request of the parent
     * @return the events to append; empty if the child has ended
     */
    public List<Event> ending(Optional<AgentThread> child, Advance.ChildEnd end) {
        if (child.isEmpty()) {
            return end.missing();
        }
        return child.get().hasEnded() ? List.of() : List.of(end.stopped());
    }

    /**
     * Returns the event with which a thread records the end of a child.
     *
     * @param parent the thread
     * @param callId the id of the call that started the child
     * @param childId the id of the child
     * @param child the child, which has ended; null if its content was erased
     * @return the event; empty if the thread has recorded the end before, or did not start the child
     * @throws IllegalArgumentException if the child has not ended
     */
    public Optional<DelegateEnded> ended(
            AgentThread parent, String callId, String childId, @Nullable AgentThread child) {
        return ThreadTree.open(parent, callId, childId)
                .map(started -> ChildEvents.ended(started, child, agents.first().now()));
    }

    /**
     * Returns the standing of a thread after an event of another thread or a person, which the next execution corrects.
     *
     * @param thread the thread with the event
     * @param before the standing before the event
     * @return the standing
     */
    public Standing standing(AgentThread thread, Standing before) {
        return ThreadStanding.decided(thread, before.questions());
    }
}
