package dev.escapement.run;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Model;
import dev.escapement.model.RequestOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Reply;
import dev.escapement.thread.Start;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The entry point for executing the threads of an agent and of those to which it delegates. A runner executes the
 * commands of the agent's loop and stores the resulting events, until the thread waits or has ended. Each method runs on
 * the Java thread of its caller. Safe for concurrent use, also together with runners of other processes that use the same
 * store.
 *
 * <pre>{@code
 * Runner runner = Runner.of(loop)
 *     .model(model)
 *     .store(FileThreadStore.in(Path.of("threads")))
 *     .listener(ThreadPrinter.standard())
 *     .build();
 * AgentThread thread = runner.start("The lamp from order A-1042 arrived broken");
 *
 * // later, possibly in another process
 * if (loop.next(thread) instanceof Command.AwaitApproval approval) {
 *     System.out.println(approval.question());
 *     thread = runner.approve(thread.id(), approval.call().id(), Approver.of("alice"));
 * }
 * }</pre>
 *
 * <p>A method for a decision records it as the {@link ThreadInbox} method of the same name does, with the same
 * exceptions, and then executes the thread. If another caller or process is executing the thread, it continues with the
 * decision, and the method returns the thread in its current state. Methods that start a thread throw {@link
 * InvalidInputException} if the input is blank without files, or the content store does not contain a file.
 *
 * <p>All methods with the id of an existing thread as parameter throw {@link UnknownThreadException} if the store does
 * not contain the thread. All except {@link #thread} and {@link #cancel} throw {@link WrongAgentException} if it does not
 * belong to one of the runner's {@link #agents}.
 *
 * <p>If the execution fails, the method throws {@link DriveException}, which contains the thread with everything that was
 * recorded, or its subclass {@link DriveInterruptedException} after an interruption. The same exception reports failures
 * of the model; its cause is then a {@link dev.escapement.model.ModelException}. An {@link Error} of the model or the store
 * is thrown as it is. Requests that failed permanently are recorded; after three, the thread waits for a message.
 *
 * <p>A runner renews the {@linkplain ThreadStore.Lease lease} under which it executes a thread. If another process acquires
 * the lease, because this one was stopped for longer than the lease time, the runner stores nothing more and starts no
 * step; the cause of the exception is then a {@link LeaseLostException}. Operations of a busy store are repeated, except
 * those that record decisions; outcomes are also stored if the store becomes available within the lease time.
 */
public interface Runner extends LeaseDriver, ScheduleSource, StartQueue, ThreadHistory {

    /**
     * Returns a builder for a runner that executes an agent's threads.
     *
     * @param loop the generated loop of the agent
     * @return a builder, which requires at least a model
     */
    static Builder of(AgentLoop loop) {
        return new Builder(List.of(loop));
    }

    /**
     * Returns a builder for a runner that executes the threads of several agents. It starts threads of the first one, and
     * executes a child thread that they start on the Java thread of the caller, before the parent continues. A runner
     * creates the children of other agents, and leaves them to a {@link Worker}.
     *
     * @param first the loop of the agent whose threads the runner starts
     * @param more the loops of the agents to which it delegates, directly or indirectly
     * @return a builder
     * @throws IllegalArgumentException if two loops have the same agent
     */
    static Builder of(AgentLoop first, AgentLoop... more) {
        List<AgentLoop> loops = new ArrayList<>(List.of(first));
        loops.addAll(List.of(more));
        return new Builder(loops);
    }

    /**
     * Starts a thread with a new id and runs the thread until it waits or ends. If a {@link Worker} claims the thread first,
     * waits until the worker's execution ends, and continues the thread if it failed. If a
     * worker executes a child of the thread separately, does not wait for the child: the thread is then waiting for it. Use
     * {@link #start(String, String)} to know the id for {@link #resume} even if the run ends with an exception.
     *
     * @param input the input of the thread, not blank
     * @return the thread at the end of the run
     */
    AgentThread start(String input);

    /**
     * Starts a thread with a given id and runs the thread until it waits or ends.
     *
     * @param id the id of the thread, not empty
     * @param input the input of the thread
     * @return the thread at the end of the run
     * @throws ThreadExistsException if a thread with this id exists
     */
    AgentThread start(String id, String input);

    /**
     * Starts a thread like {@link #start(String)} with input from a trigger or with files.
     *
     * @param start the result of a trigger method of the generated loop, or of {@link Start#of(String, Content.File...)}
     * @return the thread at the end of the run
     */
    AgentThread start(Start start);

    /**
     * Starts a thread like {@link #start(String, String)} with input from a trigger. If the id is derived from the
     * trigger, for example from the id of a message, then repeated deliveries of the message start only one thread.
     *
     * @param id the id of the thread, not empty
     * @param start the result of a trigger method of the generated loop
     * @return the thread at the end of the run
     * @throws ThreadExistsException if a thread with this id exists
     */
    AgentThread start(String id, Start start);

    /**
     * Starts a thread with a given id, or continues the stored thread with this id as {@link #resume} does. Intended for
     * deliveries that may be repeated.
     *
     * @param id the id of the thread, not empty
     * @param start the input of the thread, which is ignored if the thread exists
     * @return the thread at the end of the run
     */
    AgentThread startOrGet(String id, Start start);

    /**
     * Continues a thread whose execution failed or was interrupted. If the thread waits or has ended, returns it
     * unchanged.
     *
     * @param id the id of the thread
     * @return the thread at the end of the run
     */
    AgentThread resume(String id);

    /**
     * Returns a runner with the same agents and settings that starts the threads of another one of them.
     *
     * @param agent one of the {@link #agents}
     * @return the runner; this one if it starts the threads of the agent
     * @throws IllegalArgumentException if the runner does not have the agent
     */
    Runner forAgent(String agent);

    /**
     * Approves a call with exactly the arguments for which approval was requested, and continues the thread.
     *
     * @param id the id of the thread
     * @param callId the id of the call that waits for approval
     * @param approver the person who approves
     * @return the thread at the end of the run
     */
    AgentThread approve(String id, String callId, Approver approver);

    /**
     * Approves a call with edited arguments, and continues the thread. The model receives the new arguments.
     *
     * @param id the id of the thread
     * @param callId the id of the call that waits for approval
     * @param approver the person who approves
     * @param arguments all arguments of the call as JSON text
     * @return the thread at the end of the run
     */
    AgentThread approveEdited(String id, String callId, Approver approver, String arguments);

    /**
     * Refuses a call and continues the thread.
     *
     * @param id the id of the thread
     * @param callId the id of the call that waits for approval
     * @param approver the person who refuses
     * @param reason the reason, which the model receives, not blank
     * @return the thread at the end of the run
     */
    AgentThread refuse(String id, String callId, Approver approver, String reason);

    /**
     * Sends a reply in JSON to a paused step, and continues the thread.
     *
     * @param id the id of the thread
     * @param callId the id of the call whose step paused
     * @param json the reply, valid under the JSON Schema of the question
     * @return the thread at the end of the run
     */
    AgentThread reply(String id, String callId, String json);

    /**
     * Sends a typed reply to a paused step, and continues the thread.
     *
     * @param id the id of the thread
     * @param callId the id of the call whose step paused
     * @param reply the result of the {@code replyTo} method that the generated loop has for the step
     * @return the thread at the end of the run
     */
    AgentThread reply(String id, String callId, Reply reply);

    /**
     * Sends a person's message as {@link ThreadInbox#message} does, and continues the thread.
     *
     * @param id the id of the thread
     * @param text the text of the message; can be blank only if there are files
     * @param files the files, which the runner's content store must contain
     * @return the thread at the end of the run
     */
    AgentThread reply(String id, String text, Content.File... files);

    /**
     * Resolves an open call as {@link ThreadInbox#answer} does, and continues the thread.
     *
     * @param id the id of the thread
     * @param callId the id of the call
     * @param approver the person who decides
     * @param answer the resolution
     * @return the thread at the end of the run
     */
    AgentThread answer(String id, String callId, Approver approver, Answer answer);

    /**
     * Extends the budget as {@link ThreadInbox#extend} does, and continues the thread.
     *
     * @param id the id of the thread
     * @param approver the person who extends the budget
     * @param more the amounts to add to the limits; at least one
     * @return the thread at the end of the run
     */
    AgentThread extend(String id, Approver approver, Budget more);

    /**
     * Permanently stops a thread that has not ended. A running step is not interrupted; its outcome is still recorded.
     *
     * @param id the id of the thread, which may belong to another agent
     * @param reason the reason to record
     * @return the stopped thread
     */
    AgentThread cancel(String id, String reason);

    /** Permanently stops a thread like {@link #cancel(String, String)}, and records the person who stopped it. */
    AgentThread cancel(String id, Approver approver, String reason);

    /** A builder of runners. Only the model is required. */
    final class Builder {
        private static final RunnerDefaults DEFAULTS = new RunnerDefaults();

        final List<AgentLoop> loops;
        final Map<String, Model> models = new HashMap<>();

        @Nullable
        Model model;

        @Nullable
        ThreadStore store;

        ContentStore contents = ContentStore.none();
        RequestOptions options = RequestOptions.NONE;
        ThreadListener listener = DEFAULTS;

        @Nullable
        DeltaListener deltas;

        final List<Interceptor> interceptors = new ArrayList<>();
        Clock clock = Clock.systemUTC();
        Supplier<String> ids = RandomIds.SHARED;
        Budget budget = Budget.UNLIMITED;
        Executor executor = DEFAULTS;
        Duration leaseTime = RunnerDefaults.LEASE_TIME;

        @Nullable
        Duration stepTimeout;

        private Builder(List<AgentLoop> loops) {
            this.loops = RunnerDefaults.requireDistinct(loops);
        }

        /** Sets the model of one agent, for example a smaller one. Default: the model of the runner. */
        public Builder model(AgentLoop loop, Model model) {
            models.put(loop.agent(), Objects.requireNonNull(model, "model"));
            return this;
        }

        /** Sets the model of all other agents. Required. */
        public Builder model(Model model) {
            this.model = Objects.requireNonNull(model, "model");
            return this;
        }

        /** Sets the store for threads. Default: a new {@link InMemoryThreadStore} with the clock of the runner. */
        public Builder store(ThreadStore store) {
            this.store = Objects.requireNonNull(store, "store");
            return this;
        }

        /** Sets the listener that receives events. Default: none. */
        public Builder listener(ThreadListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /** Sets the store of the files in messages and results. Default: {@link ContentStore#none()}. */
        public Builder contents(ContentStore contents) {
            this.contents = Objects.requireNonNull(contents, "contents");
            return this;
        }

        /** Sets options of all requests, which those of the agent and its steps override. Default: none. */
        public Builder options(RequestOptions options) {
            this.options = Objects.requireNonNull(options, "options");
            return this;
        }

        /** Sets the listener of increments of replies, without which models do not stream. Default: none. */
        public Builder deltas(DeltaListener deltas) {
            this.deltas = Objects.requireNonNull(deltas, "deltas");
            return this;
        }

        /** Adds an interceptor that is enclosed by the interceptors added earlier. Default: none. */
        public Builder interceptor(Interceptor interceptor) {
            interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
            return this;
        }

        /** Sets the clock for the times of events. Default: the system clock in UTC. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** Sets the supplier of ids for new threads, which the store does not contain. Default: random UUIDs. */
        public Builder ids(Supplier<String> ids) {
            this.ids = Objects.requireNonNull(ids, "ids");
            return this;
        }

        /**
         * Sets limits for the threads that this runner starts, in addition to the agent's budget. Of two limits of the
         * same kind, the stricter one applies. Default: {@link Budget#UNLIMITED}.
         * A child thread that a runner without its loop creates has only the limits of its delegate in the parent.
         */
        public Builder budget(Budget budget) {
            this.budget = Objects.requireNonNull(budget, "budget");
            return this;
        }

        /**
         * Sets the executor that concurrently runs several read-only steps, or executes several child threads, of one
         * reply. Default: one after the other on the caller's Java thread. That Java thread also works with an executor,
         * which may thus be the one on which the runner is called. The runner does not close it.
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /**
         * Sets the time of leases, after which another process can continue a thread if this process crashed or was
         * stopped. From 100 ms to 1 day. Default: 30 s.
         */
        public Builder leaseTime(Duration leaseTime) {
            this.leaseTime = RunnerDefaults.requireLeaseTime(leaseTime);
            return this;
        }

        /**
         * Sets the time after which the Java thread of a step is interrupted. Default: none. If the step then does not
         * return, its outcome is unknown as after an interruption, and the execution ends with a {@link DriveException}.
         */
        public Builder stepTimeout(Duration stepTimeout) {
            this.stepTimeout = RunnerDefaults.requireStepTimeout(stepTimeout);
            return this;
        }

        /**
         * {@return a new runner with these settings}
         * @throws IllegalStateException if the model is not set, or one is set for an agent without a loop
         * @throws IllegalArgumentException if the agent has steps with the effect {@link dev.escapement.Effect#TRANSACTIONAL},
         *     and the store is not a {@link TransactionalStore}
         */
        public Runner build() {
            if (model == null) {
                throw new IllegalStateException(RunMessages.NO_MODEL);
            }
            return RunnerAssembly.runner(this, model);
        }
    }
}
