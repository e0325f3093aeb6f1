package dev.escapement.run;

import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of {@link DriveAttempt#advance}: what an engine must store before the next call. An engine first makes the
 * result itself durable, then acts on it, so that a repeated execution acts on the same result.
 */
public sealed interface Advance {

    /**
     * Calls the visitor's method for the type of this result.
     *
     * @param visitor the visitor
     * @param <R> the type of the visitor's result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * A function of the types of results.
     *
     * @param <R> the type of the function's result
     */
    interface Visitor<R> {

        /**
         * Returns the result for recorded events.
         *
         * @param recorded the events
         * @return the result
         */
        R recorded(Recorded recorded);

        /**
         * Returns the result for children that end.
         *
         * @param children the children
         * @return the result
         */
        R endChildren(EndChildren children);

        /**
         * Returns the result for a thread at rest.
         *
         * @param rest the rest
         * @return the result
         */
        R atRest(AtRest rest);

        /**
         * Returns the result for a failure.
         *
         * @param failed the failure
         * @return the result
         */
        R failed(Failed failed);
    }

    /**
     * Events to append. The engine then creates the children and advances the thread again.
     *
     * @param events the events in order; empty if only children are created
     * @param standing the standing of the thread after the events
     * @param children the first appends of child threads. A child that exists does not change
     */
    record Recorded(List<Event> events, Standing standing, List<Append> children) implements Advance {
        public Recorded {
            events = List.copyOf(events);
            Objects.requireNonNull(standing, "standing");
            children = List.copyOf(children);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.recorded(this);
        }
    }

    /**
     * Children for which the thread does not wait any more. The engine ends each of them with {@link ThreadDriver#ending}
     * and its own children, appends the {@link ThreadDriver#ended} event of each to the thread, in order, and advances the
     * thread again.
     *
     * @param children the children, one or more
     */
    record EndChildren(List<ChildEnd> children) implements Advance {
        public EndChildren {
            children = List.copyOf(children);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.endChildren(this);
        }
    }

    /**
     * The end of an execution: the thread waits or has ended. If it has ended and {@linkplain ParentCall has a parent},
     * the engine then notifies the parent, which records the {@link ThreadDriver#ended} event.
     *
     * @param standing the standing to store. At its {@linkplain Standing#due due time}, the engine executes the thread again
     */
    record AtRest(Standing standing) implements Advance {
        public AtRest {
            Objects.requireNonNull(standing, "standing");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.atRest(this);
        }
    }

    /**
     * A failed execution, for example because the model is unavailable. Nothing of it is recorded. The failure is logged.
     *
     * @param failures the number of failed executions since the last event, this one included; 1 or more
     * @param delay the time after which the engine executes the thread again; empty if too many executions failed, so that
     *     the thread is parked until an append or a request to wake it
     */
    record Failed(int failures, Optional<Duration> delay) implements Advance {
        public Failed {
            Objects.requireNonNull(delay, "delay");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.failed(this);
        }
    }

    /**
     * A child thread to end.
     *
     * @param threadId the id of the child
     * @param callId the id of the parent's call that started it
     * @param missing the events of a child that does not exist yet: its start and its end
     * @param stopped the event that ends a child that has not ended
     */
    record ChildEnd(String threadId, String callId, List<Event> missing, Event.Stopped stopped) {
        public ChildEnd {
            Objects.requireNonNull(threadId, "threadId");
            Objects.requireNonNull(callId, "callId");
            missing = List.copyOf(missing);
            Objects.requireNonNull(stopped, "stopped");
        }
    }
}
