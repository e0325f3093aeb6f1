package dev.escapement.run;

import dev.escapement.loop.AgentLoop;
import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Command;
import dev.escapement.loop.Event;
import dev.escapement.loop.Rendering;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives threads of one agent: performs what the loop commands, stores what came of it, and asks again, until the
 * thread waits or stops. Safe for use by many threads of execution; each call runs on the caller's.
 *
 * <p>What the model throws, and an {@link Error} that a step throws and does not declare, ends the run and goes to the
 * caller. The thread keeps what it has: {@link #resume} asks the model again, or runs the step again.
 */
public final class Runner {

    private static final System.Logger LOG = System.getLogger(Runner.class.getName());

    private final AgentLoop loop;
    private final Model model;
    private final ThreadStore store;
    private final ThreadListener listener;
    private final Clock clock;
    private final Supplier<String> ids;
    private final StepRunner steps;

    private Runner(Builder builder, Model model) {
        this.loop = builder.loop;
        this.model = model;
        this.store = builder.store;
        this.listener = builder.listener;
        this.clock = builder.clock;
        this.ids = builder.ids;
        this.steps = new StepRunner(builder.loop);
    }

    /**
     * Begins a runner for an agent.
     *
     * @param loop the generated loop of the agent
     * @return a builder; a model must be set
     */
    public static Builder of(AgentLoop loop) {
        return new Builder(loop);
    }

    /**
     * Starts a thread under a new id and runs it until it waits or stops. If the model or a step ends the run with an
     * exception, the thread can be resumed; to know its id then, give one with {@link #start(String, String)}.
     *
     * @param input what the thread is to work on
     * @return the thread as far as it got
     */
    public AgentThread start(String input) {
        return start(ids.get(), input);
    }

    /**
     * Starts a thread and runs it until it waits or stops.
     *
     * @param id the thread's id
     * @param input what the thread is to work on
     * @return the thread as far as it got
     * @throws ConcurrentRunException if there is a thread of this id
     */
    public AgentThread start(String id, String input) {
        Event started = new Event.Started(now(), loop.agent(), input);
        store.append(id, 0, started);
        AgentThread thread = new AgentThread(id, List.of(started));
        tell(thread, started);
        return drive(thread);
    }

    /**
     * Goes on with a thread that was interrupted. A thread that waits or has stopped is returned as it is.
     *
     * @param id the thread's id
     * @return the thread as far as it got
     * @throws UnknownThreadException if the store does not have it
     * @throws WrongAgentException if it belongs to another agent
     */
    public AgentThread resume(String id) {
        return drive(load(id));
    }

    /**
     * Tells a waiting thread what the person said, and runs it until it waits again or stops.
     *
     * @param id the thread's id
     * @param text what the person said
     * @return the thread as far as it got
     * @throws UnknownThreadException if the store does not have it
     * @throws WrongAgentException if it belongs to another agent
     * @throws IllegalStateException if the thread does not wait for a reply; nothing is recorded then
     */
    public AgentThread reply(String id, String text) {
        AgentThread thread = load(id);
        Command command = loop.next(thread);
        if (!(command instanceof Command.AwaitReply)) {
            throw new IllegalStateException("Thread " + id + " does not wait for a reply; it is about to: " + command);
        }
        return drive(record(thread, new Event.ReplyReceived(now(), text)));
    }

    /**
     * Stops a thread for good, wherever it is. A thread that has stopped is returned as it is.
     *
     * @param id the thread's id
     * @param reason why, for whoever reads the thread
     * @return the stopped thread
     * @throws UnknownThreadException if the store does not have it
     * @throws WrongAgentException if it belongs to another agent
     */
    public AgentThread cancel(String id, String reason) {
        AgentThread thread = load(id);
        return loop.next(thread) instanceof Command.Stop ? thread : record(thread, new Event.Stopped(now(), reason));
    }

    private AgentThread drive(AgentThread from) {
        AgentThread thread = from;
        while (true) {
            Command command = loop.next(thread);
            if (command instanceof Command.AskModel) {
                ModelReply reply =
                        model.reply(new ModelRequest(loop.prompt(), Rendering.messages(thread), loop.tools()));
                thread = record(thread, new Event.ModelReplied(now(), reply.text(), reply.calls(), reply.usage()));
            } else if (command instanceof Command.RejectCall reject) {
                thread = record(
                        thread, new Event.CallRejected(now(), reject.call().id(), reject.reason()));
            } else if (command instanceof Command.RunStep step) {
                thread = record(
                        thread,
                        new Event.StepStarted(
                                now(),
                                step.call().id(),
                                step.effect(),
                                step.context().idempotencyKey()));
                thread = record(thread, steps.run(step, clock));
            } else {
                return thread;
            }
        }
    }

    private AgentThread load(String id) {
        AgentThread thread = store.load(id).orElseThrow(() -> new UnknownThreadException(id));
        if (!thread.agent().equals(loop.agent())) {
            throw new WrongAgentException(id, thread.agent(), loop.agent());
        }
        return thread;
    }

    private AgentThread record(AgentThread thread, Event event) {
        store.append(thread.id(), thread.events().size(), event);
        AgentThread longer = thread.with(event);
        tell(longer, event);
        return longer;
    }

    private void tell(AgentThread thread, Event event) {
        try {
            listener.recorded(thread, event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The listener failed on an event of thread " + thread.id(), e);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    /** What a {@link Runner} is made of. */
    public static final class Builder {
        private final AgentLoop loop;
        private @Nullable Model model;
        private ThreadStore store = new InMemoryThreadStore();
        private ThreadListener listener = (thread, event) -> {};
        private Clock clock = Clock.systemUTC();
        private Supplier<String> ids = () -> UUID.randomUUID().toString();

        private Builder(AgentLoop loop) {
            this.loop = Objects.requireNonNull(loop, "loop");
        }

        /**
         * Sets the model.
         *
         * @param model the model
         * @return this builder
         */
        public Builder model(Model model) {
            this.model = Objects.requireNonNull(model, "model");
            return this;
        }

        /**
         * Sets where threads are kept; in memory by default.
         *
         * @param store the store
         * @return this builder
         */
        public Builder store(ThreadStore store) {
            this.store = Objects.requireNonNull(store, "store");
            return this;
        }

        /**
         * Sets who hears of events; nobody by default.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(ThreadListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Sets the clock that events are dated by; the system's by default.
         *
         * @param clock the clock
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets where the ids of new threads come from; random UUIDs by default.
         *
         * @param ids gives an id that no thread of the store has
         * @return this builder
         */
        public Builder ids(Supplier<String> ids) {
            this.ids = Objects.requireNonNull(ids, "ids");
            return this;
        }

        /**
         * Makes the runner.
         *
         * @return the runner
         * @throws IllegalStateException if no model was set
         */
        public Runner build() {
            if (model == null) {
                throw new IllegalStateException("a runner needs a model: Runner.of(loop).model(...)");
            }
            return new Runner(this, model);
        }
    }
}
