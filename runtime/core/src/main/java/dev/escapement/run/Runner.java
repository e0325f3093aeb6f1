package dev.escapement.run;

import dev.escapement.Effect;
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
import dev.escapement.tool.ToolSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The entry point for executing the threads of one agent. A runner executes the commands of the agent's loop and stores
 * the resulting events, until the thread waits or has ended. Each method runs on the Java thread of its caller. Safe
 * for concurrent use, also together with runners of other processes that use the same store.
 *
 * <pre>{@code
 * Runner runner = Runner.of(loop)
 *     .model(model)
 *     .store(FileThreadStore.in(Path.of("threads")))
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
 * <p>A method for a decision records it as {@link ThreadInbox} does, with the same exceptions, and then executes the
 * thread. If another caller or process is executing the thread, it continues with the decision, and the method returns
 * the thread in its current state.
 *
 * <p>All methods with the id of an existing thread as parameter throw {@link UnknownThreadException} if the store does
 * not contain the thread. All except {@link #thread} and {@link #cancel} throw {@link WrongAgentException} if it belongs
 * to another agent.
 *
 * <p>If the execution fails, the method throws {@link DriveException}, which contains the thread with everything that was
 * recorded, or its subclass {@link DriveInterruptedException} after an interruption. The same exception reports failures
 * of the model; its cause is then a {@link dev.escapement.model.ModelException}. An {@link Error} of the model or the store
 * is thrown as it is. Requests that failed permanently are recorded; after three, the thread waits for a message.
 */
public interface Runner {

    /**
     * Returns a builder for a runner that executes an agent's threads.
     *
     * @param loop the generated loop of the agent
     * @return a builder, which requires at least a model
     */
    static Builder of(AgentLoop loop) {
        return new Builder(loop);
    }

    /**
     * Returns the name of the agent whose threads this runner executes.
     *
     * @return the name in stored threads
     */
    String agent();

    /**
     * Starts a thread with a new id and runs the thread until it waits or ends. Use {@link #start(String, String)} to
     * know the id for {@link #resume} even if the run ends with an exception.
     *
     * @param input the input of the thread, not blank
     * @return the thread at the end of the run
     * @throws InvalidInputException if the input is blank
     */
    AgentThread start(String input);

    /**
     * Starts a thread with a given id and runs the thread until it waits or ends.
     *
     * @param id the id of the thread, not empty
     * @param input the input of the thread
     * @return the thread at the end of the run
     * @throws ThreadExistsException if a thread with this id exists
     * @throws InvalidInputException if the input is blank
     */
    AgentThread start(String id, String input);

    /**
     * Starts a thread with a new id and input from a trigger or with files, and runs the thread until it waits or ends.
     *
     * @param start the result of a trigger method of the generated loop, or of {@link Start#of(String, Content.File...)}
     * @return the thread at the end of the run
     * @throws InvalidInputException if the input is blank without files, or the content store does not contain a file
     */
    AgentThread start(Start start);

    /**
     * Starts a thread with a given id and input from a trigger, and runs the thread until it waits or ends. If the id
     * is derived from the trigger, for example from the id of a message, then repeated deliveries of the message start
     * only one thread.
     *
     * @param id the id of the thread, not empty
     * @param start the result of a trigger method of the generated loop
     * @return the thread at the end of the run
     * @throws ThreadExistsException if a thread with this id exists
     * @throws InvalidInputException if the input is blank
     */
    AgentThread start(String id, Start start);

    /**
     * Starts a thread with a given id, or continues the stored thread with this id as {@link #resume} does. Intended for
     * deliveries that may be repeated.
     *
     * @param id the id of the thread, not empty
     * @param start the input of the thread, which is ignored if the thread exists
     * @return the thread at the end of the run
     * @throws InvalidInputException if the input is blank
     */
    AgentThread startOrGet(String id, Start start);

    /**
     * Returns a thread without executing it.
     *
     * @param id the id of the thread
     * @return the thread in its current state
     */
    AgentThread thread(String id);

    /**
     * Continues a thread whose execution failed or was interrupted. If the thread waits or has ended, returns it
     * unchanged.
     *
     * @param id the id of the thread
     * @return the thread at the end of the run
     */
    AgentThread resume(String id);

    /**
     * Continues a thread like {@link #resume(String)}, under a lease that the caller has acquired. Closes the lease.
     * For a worker.
     *
     * @param lease a lease of the store of this runner
     * @return the thread at the end of the run
     */
    AgentThread drive(ThreadStore.Lease lease);

    /**
     * Approves a call with exactly the arguments for which approval was requested, and continues the thread.
     *
     * @param id the id of the thread
     * @param callId the id of the call that waits for approval
     * @param approver the person who approves
     * @return the thread at the end of the run
     * @throws NotWaitingException if the thread does not wait for approval of this call
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
     * @throws NotWaitingException if the thread does not wait for approval of this call
     * @throws InvalidInputException if the arguments are invalid for the tool
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
     * @throws NotWaitingException if the thread does not wait for approval of this call
     */
    AgentThread refuse(String id, String callId, Approver approver, String reason);

    /**
     * Sends a reply in JSON to a paused step, and continues the thread.
     *
     * @param id the id of the thread
     * @param callId the id of the call whose step paused
     * @param json the reply, valid under the JSON Schema of the question
     * @return the thread at the end of the run
     * @throws NotWaitingException if the thread does not wait for a reply to this call
     * @throws InvalidInputException if the reply is blank or invalid under the schema
     */
    AgentThread reply(String id, String callId, String json);

    /**
     * Sends a typed reply to a paused step, and continues the thread.
     *
     * @param id the id of the thread
     * @param callId the id of the call whose step paused
     * @param reply the result of the {@code replyTo} method that the generated loop has for the step
     * @return the thread at the end of the run
     * @throws NotWaitingException if the thread does not wait for a reply to this call
     * @throws InvalidInputException if the reply belongs to another step
     */
    AgentThread reply(String id, String callId, Reply reply);

    /**
     * Sends a person's message as {@link ThreadInbox#message} does, with the same exceptions, and continues the thread.
     *
     * @param id the id of the thread
     * @param text the text of the message; can be blank only if there are files
     * @param files the files, which the runner's content store must contain
     * @return the thread at the end of the run
     */
    AgentThread reply(String id, String text, Content.File... files);

    /**
     * Resolves an open call as {@link ThreadInbox#answer} does, with the same exceptions, and continues the thread.
     *
     * @param id the id of the thread
     * @param callId the id of the call
     * @param approver the person who decides
     * @param answer the resolution
     * @return the thread at the end of the run
     */
    AgentThread answer(String id, String callId, Approver approver, Answer answer);

    /**
     * Extends the budget as {@link ThreadInbox#extend} does, with the same exceptions, and continues the thread.
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
     * @throws NotWaitingException if the thread has already ended
     */
    AgentThread cancel(String id, String reason);

    /**
     * Permanently stops a thread like {@link #cancel(String, String)}, and records who stopped it.
     *
     * @param id the id of the thread, which may belong to another agent
     * @param approver the person who stops the thread
     * @param reason the reason to record
     * @return the stopped thread
     * @throws NotWaitingException if the thread has already ended
     */
    AgentThread cancel(String id, Approver approver, String reason);

    /**
     * A builder of runners. Only the model is required.
     *
     * <pre>{@code
     * Runner runner = Runner.of(loop)
     *     .model(model)
     *     .store(FileThreadStore.in(Path.of("threads")))
     *     .listener(ThreadPrinter.standard())
     *     .budget(Budget.UNLIMITED.withSteps(20))
     *     .build();
     * }</pre>
     */
    final class Builder {
        private static final RunnerDefaults DEFAULTS = new RunnerDefaults();

        private final AgentLoop loop;
        private @Nullable Model model;
        private ThreadStore store = new InMemoryThreadStore();
        private ContentStore contents = ContentStore.none();
        private RequestOptions options = RequestOptions.NONE;
        private ThreadListener listener = DEFAULTS;
        private @Nullable DeltaListener deltas;
        private final List<Interceptor> interceptors = new ArrayList<>();
        private Clock clock = Clock.systemUTC();
        private Supplier<String> ids = RandomIds.SHARED;
        private Budget budget = Budget.UNLIMITED;
        private Executor executor = DEFAULTS;

        private Builder(AgentLoop loop) {
            this.loop = Objects.requireNonNull(loop, "loop");
        }

        /** Sets the model. Required. */
        public Builder model(Model model) {
            this.model = Objects.requireNonNull(model, "model");
            return this;
        }

        /** Sets the store for threads. Default: a new {@link InMemoryThreadStore}. */
        public Builder store(ThreadStore store) {
            this.store = Objects.requireNonNull(store, "store");
            return this;
        }

        /** Sets the listener that receives events. Default: none. */
        public Builder listener(ThreadListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Sets the store of the files in messages and results. Default: {@link ContentStore#none()}.
         *
         * @param contents the store, which the agent's methods can also use to read and store bytes
         * @return this builder
         */
        public Builder contents(ContentStore contents) {
            this.contents = Objects.requireNonNull(contents, "contents");
            return this;
        }

        /** Sets options of all requests, which those of the agent and its steps override. Default: none. */
        public Builder options(RequestOptions options) {
            this.options = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * Sets the listener that receives increments of the model's replies as they arrive. Default: none. Models that
         * can stream do so only if this listener is set.
         */
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
         */
        public Builder budget(Budget budget) {
            this.budget = Objects.requireNonNull(budget, "budget");
            return this;
        }

        /**
         * Sets the executor that runs read-only steps concurrently if the model selects several such steps in one
         * reply. Default: the steps run one after the other on the caller's Java thread. With an executor, the caller's
         * Java thread also runs steps, so that the executor may be the one on which the runner is called.
         *
         * @param executor the executor, which the runner does not close
         * @return this builder
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /**
         * Returns a new runner with these settings.
         *
         * @return the runner
         * @throws IllegalStateException if the model is not set, or the agent has a step with the effect {@link
         *     Effect#TRANSACTIONAL}, which the store does not support
         */
        public Runner build() {
            if (model == null) {
                throw new IllegalStateException(RunMessages.NO_MODEL);
            }
            for (ToolSpec<?> tool : loop.tools()) {
                if (loop.effect(tool.name()) == Effect.TRANSACTIONAL) {
                    throw new IllegalStateException(RunMessages.transactional(tool.name(), store));
                }
            }
            RunnerConfig config = new RunnerConfig(
                    loop,
                    model,
                    store,
                    listener,
                    deltas,
                    InterceptorChain.of(interceptors),
                    clock,
                    executor,
                    contents,
                    options,
                    new UsageWarnings());
            return new InProcessRunner(config, loop.policy().budget().narrowedBy(budget), ids);
        }
    }
}
