package dev.escapement.server;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.Worker;
import dev.escapement.server.follow.FollowRoutes;
import dev.escapement.server.follow.FollowTiming;
import dev.escapement.server.follow.Followers;
import dev.escapement.server.http.RequestPipeline;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.ServerContext;
import dev.escapement.server.openapi.OpenApiRoutes;
import dev.escapement.server.security.HostNames;
import dev.escapement.server.security.SecurityFilter;
import dev.escapement.server.security.SecuritySettings;
import dev.escapement.server.security.SessionKey;
import dev.escapement.server.security.SessionRoutes;
import dev.escapement.server.threads.AgentRoutes;
import dev.escapement.server.threads.DecisionRoutes;
import dev.escapement.server.threads.InspectionRoutes;
import dev.escapement.server.threads.QuestionRoutes;
import dev.escapement.server.threads.StartRoutes;
import dev.escapement.server.threads.ThreadRoutes;
import dev.escapement.server.web.StaticFiles;
import dev.escapement.server.webhook.WebhookRoutes;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private static final int MAX_FOLLOWERS = 1_000;

    private final SecurityFilter filter;
    private final RequestPipeline pipeline;
    private final int maxBody;
    private final boolean local;
    private final Followers followers;

    private AgentServer(Builder builder) {
        this.followers = new Followers(builder.maxFollowers, builder.timing);
        followers.follow(builder.deltas.replies());
        ServerContext context = builder.context(followers);
        SecuritySettings settings = builder.security();
        SessionKey key = builder.keyFile == null ? SessionKey.random() : SessionKey.of(builder.keyFile);
        this.filter = new SecurityFilter(settings, key);
        this.pipeline = new RequestPipeline(filter, builder.clock, groups(builder, context));
        this.maxBody = builder.maxBody;
        this.local = settings.isLocal();
    }

    private List<RouteGroup> groups(Builder builder, ServerContext context) {
        List<RouteGroup> api = List.of(
                new SessionRoutes(filter),
                new AgentRoutes(context),
                new StartRoutes(context),
                new ThreadRoutes(context),
                new InspectionRoutes(context),
                new FollowRoutes(context, followers, builder.deltas.replies()),
                new QuestionRoutes(context),
                new DecisionRoutes(context),
                new WebhookRoutes(context, builder.webhooks));
        List<RouteGroup> all = new ArrayList<>(api);
        all.add(new OpenApiRoutes(api, context.loops().values(), builder.webhooks));
        all.add(new StaticFiles());
        return all;
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

    /**
     * Returns whether the server has no authenticator, so that it serves one person at this computer. Adapters then bind to
     * the loopback address only.
     *
     * @return whether the server is local
     */
    public boolean isLocal() {
        return local;
    }

    /**
     * Permits requests to {@code 127.0.0.1}, {@code [::1]} and {@code localhost} with a port. Adapters call this method
     * after they are bound and before they accept connections. Other hosts are set with {@link Builder#host}.
     *
     * @param port the port, 1 to 65,535
     */
    public void addPort(int port) {
        filter.addPort(port);
    }

    /**
     * Returns a link with a new token that opens the page of a local server. The link begins one session of twelve hours and
     * is then invalid; until it is used, it is valid as long as this object, or until 16 further links were created. Write
     * it only where the person at this computer reads it: in the terminal, not in the logs of a server.
     *
     * @param base the address of the page, for example {@code http://127.0.0.1:8080/}
     * @return the address with the token as its fragment, which browsers do not send to servers
     * @throws IllegalStateException if the server is not {@linkplain #isLocal local}
     */
    public URI link(URI base) {
        return base.resolve("#t=" + filter.newLinkToken());
    }

    /** {@return the number of open streams} */
    int followers() {
        return followers.size();
    }

    List<Route> routes() {
        return pipeline.routes();
    }

    /**
     * Ends all event streams: those that wait at once, and those whose clients do not read after two seconds. Refuses further
     * ones with the status 503, and answers all other requests as before. The store, the runners, the worker and the adapter
     * remain open. Further calls have no effect.
     */
    @Override
    public void close() {
        followers.close();
    }

    /** A builder of servers. All settings are optional. */
    public static final class Builder {
        private final ThreadStore store;
        private final Map<String, AgentLoop> loops = new LinkedHashMap<>();
        private final Map<String, Runner> runners = new LinkedHashMap<>();
        private final List<Webhook> webhooks = new ArrayList<>();
        private Runnable recorded = () -> {};
        private Clock clock = Clock.systemUTC();
        private int maxBody = MAX_BODY;
        private final Set<String> hosts = new LinkedHashSet<>();
        private final Set<String> origins = new LinkedHashSet<>();
        private boolean trustedProxy;
        private int maxFollowers = MAX_FOLLOWERS;
        private FollowTiming timing = FollowTiming.DEFAULT;
        private DeltaFeed deltas = new DeltaFeed();

        @Nullable
        private Path keyFile;

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

        /**
         * Adds a path for signed deliveries to a trigger. Default: triggers have no webhooks.
         *
         * <p>{@link #build} throws {@link IllegalArgumentException} if the server has no runner for the agent, or the trigger
         * has two webhooks.
         */
        public Builder webhook(Webhook webhook) {
            webhooks.add(Objects.requireNonNull(webhook, "webhook"));
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

        /**
         * Permits requests to a host in addition to the names of this computer. Requests to other hosts are refused, which
         * protects against DNS rebinding. The server's pages at {@code https} and this host can send requests.
         *
         * @param host a host name or an address, with a port unless it is the default port, for example {@code
         *     agents.example.com} or {@code 10.0.0.7:8080}
         * @throws IllegalArgumentException if the host is malformed
         */
        public Builder host(String host) {
            hosts.add(HostNames.host(host));
            return this;
        }

        /**
         * Permits pages of another origin to send requests and to read the responses, also with cookies. Use it only for
         * origins that you trust as much as the server. Default: none.
         *
         * @param origin the scheme, the host and, unless it is the default port, the port, for example {@code
         *     https://app.example.com}
         * @throws IllegalArgumentException if the origin is malformed
         */
        public Builder origin(String origin) {
            origins.add(HostNames.origin(origin));
            return this;
        }

        /**
         * Accepts requests that passed a proxy, or come from another computer, without an authenticator. The proxy must
         * admit only the person at this computer. With an authenticator, the setting is not needed. Default: they are
         * refused.
         */
        public Builder trustedProxy() {
            this.trustedProxy = true;
            return this;
        }

        /**
         * Sets the file with the key that signs sessions and anti-forgery tokens, so that open pages survive a restart of
         * the server, and several servers accept the same tokens. {@link #build} creates the file, readable by its owner
         * only, if it does not exist. Default: a new key for each server.
         */
        public Builder sessionKey(Path file) {
            this.keyFile = Objects.requireNonNull(file, "file");
            return this;
        }

        /** Sets the maximum number of open event streams. Further ones are refused with the status 503. Default: 1,000. */
        public Builder maxFollowers(int streams) {
            this.maxFollowers = streams;
            return this;
        }

        /** Sets the feed of the runners of this process. Default: none, so that clients receive events within two seconds. */
        public Builder deltas(DeltaFeed feed) {
            this.deltas = Objects.requireNonNull(feed, "feed");
            return this;
        }

        Builder timing(FollowTiming times) {
            this.timing = times;
            return this;
        }

        private SecuritySettings security() {
            return new SecuritySettings(
                    Optional.ofNullable(authenticator), hosts, origins, trustedProxy, maxBody, clock);
        }

        private ServerContext context(Followers followers) {
            List<AgentLoop> all = List.copyOf(loops.values());
            ThreadInbox inbox =
                    ThreadInbox.of(store, all.get(0), all.subList(1, all.size()).toArray(AgentLoop[]::new));
            DecisionPolicy permitted =
                    policy != null ? policy : authenticator == null ? DecisionPolicy.BY_ROLE : DecisionPolicy.DENY;
            Runnable wake = () -> {
                recorded.run();
                followers.wakeAll();
            };
            return new ServerContext(store, (ThreadIndex) store, inbox, loops, runners, permitted, wake, clock);
        }

        /**
         * Returns a new server.
         *
         * @return the server
         * @throws IllegalArgumentException if the {@linkplain #sessionKey key file} is readable by other accounts, or is not a
         *     key file
         * @throws UncheckedIOException if the key file cannot be read or created
         */
        public AgentServer build() {
            return new AgentServer(this);
        }
    }
}
