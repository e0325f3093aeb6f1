package dev.escapement.restate;

import dev.escapement.engine.Schedule;
import dev.escapement.restate.wire.ObjectKey;
import dev.escapement.restate.wire.ScheduleBody;
import dev.escapement.restate.wire.ScheduleBodyCodec;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadDriver;
import dev.restate.sdk.endpoint.Endpoint;
import dev.restate.sdk.endpoint.definition.ServiceDefinition;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A service that executes the threads of a runner for Restate, which calls it when a thread can continue. Several
 * processes with the same release share the threads if Restate reaches them at one address, such as that of a load
 * balancer. Safe for concurrent use.
 *
 * <pre>{@code
 * RestateService service = RestateService.of(runner).start(9080);
 * service.register(URI.create("http://127.0.0.1:9070"), URI.create("http://127.0.0.1:9080"));
 * service.registerSchedules(URI.create("http://127.0.0.1:8080"));
 * }</pre>
 *
 * <p>The service executes requests of everyone who can connect to it, so that only Restate may reach its port. An
 * application with other services of Restate binds the {@link Builder#definitions} to its own endpoint.
 */
public final class RestateService implements AutoCloseable {

    private final Runner runner;
    private final String name;
    private final ServiceEndpoint endpoint;
    private final Duration drainTime;
    private final HttpClient http;
    private final Map<String, String> headers;

    private RestateService(Builder builder, ServiceEndpoint endpoint) {
        this.runner = builder.runner;
        this.name = builder.name;
        this.drainTime = builder.drainTime;
        this.endpoint = endpoint;
        this.http = builder.http.orElseGet(RestateHttp::client);
        this.headers = Map.copyOf(builder.headers);
    }

    /**
     * Returns a builder of a service.
     *
     * @param runner a runner of {@link Runner#of} whose store is a {@code RestateThreadStore}. The service executes the
     *     threads of all its agents
     * @return a builder
     * @throws IllegalArgumentException if the runner is not one of this library
     */
    public static Builder of(Runner runner) {
        return new Builder(runner);
    }

    /**
     * Returns the port of the service.
     *
     * @return the port
     */
    public int port() {
        return endpoint.port();
    }

    /**
     * Registers this service with Restate, which then sends new invocations to it. Has no effect if the address is
     * registered and the release of this library has not changed. For a release of the application under another address,
     * Restate completes the running invocations at the old one.
     *
     * @param admin the address of Restate's admin API, for example {@code http://127.0.0.1:9070}
     * @param self the address at which Restate reaches this service
     * @throws RestateRegistrationException if Restate cannot be reached or refuses the registration
     */
    public void register(URI admin, URI self) {
        register(admin, self, false);
    }

    /**
     * Registers this service with Restate.
     *
     * @param admin the address of Restate's admin API
     * @param self the address at which Restate reaches this service
     * @param force whether to replace another registration of the address, also if handlers differ
     * @throws IllegalArgumentException if the address of Restate is not an absolute {@code http} or {@code https} address
     * @throws RestateRegistrationException if Restate cannot be reached or refuses the registration
     */
    public void register(URI admin, URI self, boolean force) {
        register(List.of(admin), self, force);
    }

    /**
     * Registers this service with a cluster.
     *
     * @param admin the addresses of the admin API of one or more nodes. The next one is used if a node fails
     * @param self the address at which Restate reaches this service
     * @param force whether to replace another registration of the address, also if handlers differ
     * @throws IllegalArgumentException if there are no addresses, or one of them is not an absolute {@code http} or {@code
     *     https} address
     * @throws RestateRegistrationException if Restate cannot be reached or refuses the registration
     */
    public void register(List<URI> admin, URI self, boolean force) {
        Objects.requireNonNull(self, "self");
        if (admin.isEmpty()) {
            throw new IllegalArgumentException("The registration requires an address of the admin API. Add one.");
        }
        URI[] more = admin.subList(1, admin.size()).toArray(URI[]::new);
        registrations(admin.get(0), more).deployment(self, force);
    }

    private Registrations registrations(URI first, URI... more) {
        return new Registrations(http, RestateHttp.addresses(first, more), headers);
    }

    /**
     * Registers the schedules of the runner's agent, after the {@linkplain #register deployment}. Restate then starts a
     * thread at each tick, also while all processes restart; missed ticks start one thread. The definition of the newest
     * registered release applies, and a schedule that it does not have ends at its next tick. Call this method at each start:
     * it also repeats the timer of a schedule, which an operator may have cancelled.
     *
     * @param ingress the address of Restate's ingress, for example {@code http://127.0.0.1:8080}
     * @param more the addresses of further nodes of the cluster, which are used if the first one fails
     * @throws IllegalArgumentException if an address is not an absolute {@code http} or {@code https} address
     * @throws RestateRegistrationException if Restate cannot be reached or refuses a schedule
     */
    public void registerSchedules(URI ingress, URI... more) {
        Registrations registrations = registrations(ingress, more);
        for (Schedule schedule : runner.schedules()) {
            String key = ObjectKey.of(ScheduleHandlers.key(runner, schedule));
            registrations.post(
                    Builder.scheduleName(name) + "/"
                            + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20") + "/register",
                    ScheduleBodyCodec.INSTANCE.encode(new ScheduleBody(ScheduleHandlers.definition(schedule))));
        }
    }

    /**
     * Ends the service. Refuses further invocations, which Restate sends again, and waits for running actions up to the
     * drain time. After its current action, an execution continues in another process, with the newest registered release.
     * A step that runs longer is not interrupted; Restate then does not receive its outcome, and the next execution treats
     * the outcome as unknown. Has no effect if the service is closed.
     */
    @Override
    public void close() {
        endpoint.close(drainTime);
    }

    /** A builder of services. */
    public static final class Builder {

        private final Runner runner;
        private final ThreadDriver driver;
        private String name = ObjectName.DEFAULT;
        private InetAddress address = InetAddress.getLoopbackAddress();
        private Duration drainTime = Duration.ofSeconds(30);
        private Clock clock = Clock.systemUTC();
        private Optional<HttpClient> http = Optional.empty();
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Builder(Runner runner) {
            this.runner = Objects.requireNonNull(runner, "runner");
            this.driver = ThreadDriver.of(runner);
        }

        /**
         * Sets the name of the threads' virtual object, which is also that of the store. Default: {@code AgentThread}. The
         * name of the schedules' virtual object ends with {@code Schedule}.
         *
         * @param name a letter followed by at most 199 letters, digits, underscores, dots and hyphens
         * @return this builder
         * @throws IllegalArgumentException if the name is not valid
         */
        public Builder name(String name) {
            this.name = ObjectName.require(name);
            return this;
        }

        /**
         * Sets the address at which the service listens. Default: the loopback interface.
         *
         * @param address an address of this machine, or the wildcard address for all interfaces
         * @return this builder
         */
        public Builder bind(InetAddress address) {
            this.address = Objects.requireNonNull(address, "address");
            return this;
        }

        /**
         * Sets the time for which {@link RestateService#close} waits for running actions. Default: 30 s.
         *
         * @param drainTime the time, 0 or more
         * @return this builder
         * @throws IllegalArgumentException if the time is negative
         */
        public Builder drainTime(Duration drainTime) {
            if (Objects.requireNonNull(drainTime, "drainTime").isNegative()) {
                throw new IllegalArgumentException("The drain time must not be negative. Use zero or more.");
            }
            this.drainTime = drainTime;
            return this;
        }

        /**
         * Sets a header of the requests that register the service and its schedules. Default: none.
         *
         * @param name the name, for example {@code Authorization}
         * @param value the value, which neither a log nor an exception contains
         * @return this builder
         * @throws IllegalArgumentException if a request cannot have the header
         */
        public Builder header(String name, String value) {
            RestateHttp.requireHeader(name, value);
            headers.put(name, value);
            return this;
        }

        /**
         * Sets the HTTP client of the requests that register the service and its schedules, for example one that trusts the
         * certificates of a private cluster. Default: a client that waits up to 5 seconds for a connection.
         *
         * @param client the client
         * @return this builder
         */
        public Builder http(HttpClient client) {
            this.http = Optional.of(client);
            return this;
        }

        /** Sets the clock of the schedules and the rows, for tests. Default: that of the system. */
        Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Returns the virtual objects, for an endpoint of the application.
         *
         * @return the definitions of the threads and of the schedules
         */
        public List<ServiceDefinition> definitions() {
            return definitions(new Invocations());
        }

        private List<ServiceDefinition> definitions(Invocations invocations) {
            ObjectTargets targets = new ObjectTargets(name);
            ObjectDefinitions definitions = new ObjectDefinitions(invocations);
            String schedules = scheduleName(name);
            return List.of(
                    definitions.threads(new ObjectContext(driver, targets, clock)),
                    definitions.schedules(schedules, new ScheduleHandlers(runner, schedules, targets, clock)));
        }

        /**
         * Starts the service.
         *
         * @param port the port; 0 for a free port
         * @return the service, which the caller must close
         * @throws IllegalStateException if the port cannot be opened
         */
        public RestateService start(int port) {
            Invocations invocations = new Invocations();
            Endpoint.Builder endpoint = Endpoint.builder();
            definitions(invocations).forEach(endpoint::bind);
            return new RestateService(this, ServiceEndpoint.start(endpoint.build(), address, port, invocations));
        }

        private static String scheduleName(String name) {
            return name + "Schedule";
        }
    }
}
