package dev.escapement.server;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.Worker;
import dev.escapement.server.http.RequestPipeline;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.ServerContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API, the inbox and the inspector for the threads of a store, as functions from requests to responses. A server
 * adapter such as {@link JdkServer} calls {@link #handle}. Safe for concurrent use.
 *
 * <pre>{@code
 * Runner runner = Runner.of(loop).model(model).store(store).build();
 * try (Worker worker = Worker.of(store, runner).start();
 *         AgentServer server = AgentServer.of(store, loop).runner(runner).worker(worker).build();
 *         JdkServer http = JdkServer.start(server, 8080)) {
 *     http.join();
 * }
 * }</pre>
 *
 * <p>The server records starts and decisions; a {@link Worker}, in this process or in another one, executes the threads.
 */
public final class AgentServer implements AutoCloseable {
    private static final int MAX_BODY = 1 << 20;

    private final RequestPipeline pipeline;
    private final int maxBody;

    private AgentServer(Builder builder) {
        ServerContext context = builder.context();
        this.pipeline = new RequestPipeline(groups(context));
        this.maxBody = builder.maxBody;
    }

    private static List<RouteGroup> groups(ServerContext context) {
        Objects.requireNonNull(context, "context");
        return List.of();
    }

    /**
     * Returns a builder of a server for the threads of one or more agents.
     *
     * @param store the store of the threads, which must be a {@link ThreadIndex}
     * @param first the generated loop of an agent
     * @param more the loops of other agents
     * @return a builder
     * @throws IllegalArgumentException if the store is not an index, or two loops have the same agent
     */
    public static Builder of(ThreadStore store, AgentLoop first, AgentLoop... more) {
        List<AgentLoop> loops = new ArrayList<>(List.of(first));
        loops.addAll(List.of(more));
        return new Builder(store, loops);
    }

    /**
     * Answers a request.
     *
     * @param request the request
     * @return the response, also for refused requests; never throws an exception
     */
    public ServerResponse handle(ServerRequest request) {
        return pipeline.handle(request);
    }

    /**
     * Returns the maximum length of a body. Adapters refuse longer ones with the status 413.
     *
     * @return the length in bytes
     */
    public int maxBody() {
        return maxBody;
    }

    /** Ends all streams. The store, the runners and the worker remain open. */
    @Override
    public void close() {}

    /** A builder of servers. All settings are optional. */
    public static final class Builder {
        private final ThreadStore store;
        private final Map<String, AgentLoop> loops = new LinkedHashMap<>();
        private final Map<String, Runner> runners = new LinkedHashMap<>();
        private Runnable recorded = () -> {};
        private Clock clock = Clock.systemUTC();
        private int maxBody = MAX_BODY;

        @Nullable
        private Authenticator authenticator;

        @Nullable
        private DecisionPolicy policy;

        private Builder(ThreadStore store, List<AgentLoop> loops) {
            if (!(store instanceof ThreadIndex)) {
                throw new IllegalArgumentException(
                        store.getClass().getName() + " is not a ThreadIndex. Use a store that lists its threads.");
            }
            this.store = store;
            for (AgentLoop loop : loops) {
                if (this.loops.putIfAbsent(loop.agent(), loop) != null) {
                    throw new IllegalArgumentException("two loops have the agent " + loop.agent());
                }
            }
        }

        /** Adds the runner that starts and forks threads of its agent. Default: threads cannot be started. */
        public Builder runner(Runner runner) {
            runners.put(runner.agent(), runner);
            return this;
        }

        /** Sets the worker that is woken after each start and decision. Default: none, workers poll. */
        public Builder worker(Worker worker) {
            this.recorded = worker::wake;
            return this;
        }

        /**
         * Sets the function that identifies senders. Default: one local person, who opens the page with a token that is
         * printed at the start; adapters then accept connections from this computer only.
         */
        public Builder authenticator(Authenticator authenticator) {
            this.authenticator = Objects.requireNonNull(authenticator, "authenticator");
            return this;
        }

        /**
         * Sets the function that permits decisions. Default: {@link DecisionPolicy#DENY} with an authenticator, {@link
         * DecisionPolicy#BY_ROLE} for the local person.
         */
        public Builder decisions(DecisionPolicy policy) {
            this.policy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /** Sets the clock. Default: the system clock in UTC. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** Sets the maximum length of a body in bytes. Default: 1 MiB. */
        public Builder maxBody(int bytes) {
            this.maxBody = bytes;
            return this;
        }

        private ServerContext context() {
            List<AgentLoop> all = List.copyOf(loops.values());
            ThreadInbox inbox =
                    ThreadInbox.of(store, all.get(0), all.subList(1, all.size()).toArray(AgentLoop[]::new));
            DecisionPolicy permitted =
                    policy != null ? policy : authenticator == null ? DecisionPolicy.BY_ROLE : DecisionPolicy.DENY;
            return new ServerContext(store, (ThreadIndex) store, inbox, loops, runners, permitted, recorded, clock);
        }

        /**
         * Returns a new server.
         *
         * @return the server
         */
        public AgentServer build() {
            return new AgentServer(this);
        }
    }
}
