package dev.escapement.run;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Model;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Reply;
import dev.escapement.thread.Start;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives threads of one agent: performs what the loop commands, stores what came of it, and asks again, until the
 * thread waits or has ended. Safe for use by many threads of execution, and beside runners of other processes on the
 * same store; each call runs on the caller's thread.
 *
 * <p>Whoever decides or replies too late, or twice, changes nothing and gets a {@link NotWaitingException}. If somebody
 * else is driving the thread, a decision is recorded, the other one goes on with it, and the thread is returned as it
 * stands.
 *
 * <p>All methods that take the id of a thread throw {@link UnknownThreadException} if the store does not have it, and
 * {@link WrongAgentException} if it belongs to another agent.
 *
 * <p>What the model throws, and an {@link Error} that a step throws and does not declare, ends the run and goes to the
 * caller. The thread keeps what it has: {@link #resume} asks the model again, or runs the step again.
 */
public interface Runner {

    /**
     * Begins a runner for an agent.
     *
     * @param loop the generated loop of the agent
     * @return a builder; a model must be set
     */
    static Builder of(AgentLoop loop) {
        return new Builder(loop);
    }

    /**
     * Starts a thread under a new id and runs it until it waits or has ended. If the model or a step ends the run with
     * an exception, the thread can be resumed; to know its id then, give one with {@link #start(String, String)}.
     *
     * @param input what the thread is to work on
     * @return the thread as far as it got
     */
    AgentThread start(String input);

    /**
     * Starts a thread and runs it until it waits or has ended.
     *
     * @param id the thread's id
     * @param input what the thread is to work on
     * @return the thread as far as it got
     * @throws ConcurrentRunException if there is a thread of this id
     */
    AgentThread start(String id, String input);

    /**
     * Starts a thread under a new id and runs it until it waits or has ended.
     *
     * @param start what a trigger of the generated loop gave
     * @return the thread as far as it got
     */
    AgentThread start(Start start);

    /**
     * Starts a thread and runs it until it waits or has ended. An id that is made from what triggered it, the id of a
     * message for example, starts one thread, however often the message is delivered.
     *
     * @param id the thread's id
     * @param start what a trigger of the generated loop gave
     * @return the thread as far as it got
     * @throws ConcurrentRunException if there is a thread of this id
     */
    AgentThread start(String id, Start start);

    /**
     * Goes on with a thread that was interrupted. A thread that waits or has ended is returned as it is.
     *
     * @param id the thread's id
     * @return the thread as far as it got
     */
    AgentThread resume(String id);

    /**
     * Approves a call, with exactly the arguments that were shown, and goes on.
     *
     * @param id the thread's id
     * @param callId the call that waits for approval
     * @param approver who approves
     * @return the thread as far as it got
     * @throws NotWaitingException if the thread does not wait for approval of this call
     */
    AgentThread approve(String id, String callId, Approver approver);

    /**
     * Approves a call with other arguments than the model's, and goes on; the model is told.
     *
     * @param id the thread's id
     * @param callId the call that waits for approval
     * @param approver who approves
     * @param arguments all arguments of the call as JSON text
     * @return the thread as far as it got
     * @throws NotWaitingException if the thread does not wait for approval of this call
     * @throws InvalidInputException if the arguments are not what the tool takes
     */
    AgentThread approveEdited(String id, String callId, Approver approver, String arguments);

    /**
     * Refuses a call, and goes on.
     *
     * @param id the thread's id
     * @param callId the call that waits for approval
     * @param approver who refuses
     * @param reason why; the model is told
     * @return the thread as far as it got
     * @throws NotWaitingException if the thread does not wait for approval of this call
     */
    AgentThread refuse(String id, String callId, Approver approver, String reason);

    /**
     * Replies to the question of a step that paused, and goes on.
     *
     * @param id the thread's id
     * @param callId the call whose step asked
     * @param json the reply as JSON text, as the question's schema says
     * @return the thread as far as it got
     * @throws NotWaitingException if the thread does not wait for a reply to this call
     * @throws InvalidInputException if the reply is not what the step asked for
     */
    AgentThread reply(String id, String callId, String json);

    /**
     * Replies to the question of a step that paused, and goes on.
     *
     * @param id the thread's id
     * @param callId the call whose step asked
     * @param reply what a method of the generated loop made of the typed reply
     * @return the thread as far as it got
     * @throws NotWaitingException if the thread does not wait for a reply to this call
     * @throws InvalidInputException if the reply is to another step's question
     */
    AgentThread reply(String id, String callId, Reply reply);

    /**
     * Tells a thread what the person said that it waits for, and goes on.
     *
     * @param id the thread's id
     * @param text what the person said
     * @return the thread as far as it got
     * @throws NotWaitingException if the thread does not wait for a message
     */
    AgentThread reply(String id, String text);

    /**
     * Says that a step has run of which it was not known, and goes on. The step does not run again. For steps only whose
     * result the model decides upon: of others, what they return decides what follows, and a note cannot say that.
     *
     * @param id the thread's id
     * @param callId the call whose step is in doubt
     * @param approver who found out
     * @param note what came of it; the model is told
     * @return the thread as far as it got
     * @throws NotWaitingException if the thread does not wait for a decision about this call, or somebody is driving it:
     *     then the step may just be running
     * @throws InvalidInputException if the step selects the next call, pauses or finishes
     */
    AgentThread confirm(String id, String callId, Approver approver, String note);

    /**
     * Lets a step run again of which it is not known whether it has run, and goes on. It runs with the same idempotency
     * key.
     *
     * @param id the thread's id
     * @param callId the call whose step is in doubt
     * @param approver who decided
     * @return the thread as far as it got
     * @throws NotWaitingException if the thread does not wait for a decision about this call, or somebody is driving it:
     *     then the step may just be running
     */
    AgentThread rerun(String id, String callId, Approver approver);

    /**
     * Stops a thread for good, wherever it is. A step that is running is not interrupted; what comes of it is still
     * recorded.
     *
     * @param id the thread's id
     * @param reason why, for whoever reads the thread
     * @return the stopped thread
     * @throws NotWaitingException if the thread has ended already
     */
    AgentThread cancel(String id, String reason);

    /** The settings of a new runner. */
    final class Builder {
        private final AgentLoop loop;
        private @Nullable Model model;
        private ThreadStore store = new InMemoryThreadStore();
        private ThreadListener listener = (thread, event) -> {};
        private @Nullable DeltaListener deltas;
        private final List<Interceptor> interceptors = new ArrayList<>();
        private Clock clock = Clock.systemUTC();
        private Supplier<String> ids = () -> UUID.randomUUID().toString();
        private Budget budget = Budget.UNLIMITED;
        private Executor executor = Runnable::run;

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
         * Sets who watches replies of the model while they arrive; nobody by default. A model that can stream its replies
         * does so only if somebody watches.
         *
         * @param deltas the listener
         * @return this builder
         */
        public Builder deltas(DeltaListener deltas) {
            this.deltas = Objects.requireNonNull(deltas, "deltas");
            return this;
        }

        /**
         * Adds what surrounds what the runner does, within what was added before; nothing by default.
         *
         * @param interceptor the interceptor
         * @return this builder
         */
        public Builder interceptor(Interceptor interceptor) {
            interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
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
         * Sets a budget for the threads that this runner starts, beside the agent's own; of each limit the narrower one
         * counts. No further limits by default.
         *
         * @param budget the limits
         * @return this builder
         */
        public Builder budget(Budget budget) {
            this.budget = Objects.requireNonNull(budget, "budget");
            return this;
        }

        /**
         * Sets where steps that only read run side by side when the model calls several at once. By default they run
         * one after the other, on the caller's thread, which helps in any case: the executor may be the one that the
         * runner itself is called on.
         *
         * @param executor runs steps; not closed by the runner
         * @return this builder
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
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
            RunnerConfig config = new RunnerConfig(
                    loop, model, store, listener, deltas, InterceptorChain.of(interceptors), clock, executor);
            return new InProcessRunner(config, loop.policy().budget().narrowedBy(budget), ids);
        }
    }
}
