package dev.escapement.server;

import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadStore;
import dev.escapement.server.follow.FollowTiming;
import dev.escapement.server.follow.FollowedDesk;
import dev.escapement.server.follow.FollowedDeskLoop;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.StopCause;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A server on a free port whose streams have short times, and its store. */
public final class FollowFixture implements AutoCloseable {
    /** The time of all events. */
    public static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    private static final FollowTiming TIMING = new FollowTiming(
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(10),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofMillis(10));

    /** The store. */
    public final ThreadStore store;

    /** The feed of the server. */
    public final DeltaFeed feed = new DeltaFeed();

    /** The identities by the value of the header {@code Authorization}. */
    public final Map<String, Identity> identities = new ConcurrentHashMap<>();

    /** The clock of the server. */
    public final SetClock clock = new SetClock();

    private final int maxFollowers;
    private AgentServer server;
    private JdkServer http;

    /** Starts a server for a store in memory. */
    public FollowFixture() {
        this(new InMemoryThreadStore(), 100);
    }

    /** Starts a server with a limit of streams. */
    public FollowFixture(ThreadStore store, int maxFollowers) {
        this.store = store;
        this.maxFollowers = maxFollowers;
        identities.put("alice", Identity.of("alice", Role.READER, Role.DRIVER));
        this.server = build();
        this.http = JdkServer.start(server, 0);
    }

    private AgentServer build() {
        Authenticator authenticator =
                request -> request.header("Authorization").flatMap(name -> Optional.ofNullable(identities.get(name)));
        return AgentServer.of(store, new FollowedDeskLoop(new FollowedDesk()))
                .authenticator(authenticator)
                .clock(clock)
                .deltas(feed)
                .maxFollowers(maxFollowers)
                .timing(TIMING)
                .build();
    }

    /** Closes the server and starts another one on the same port. */
    public void restart() {
        int port = http.port();
        http.close();
        server.close();
        server = build();
        http = SamePort.start(() -> JdkServer.start(server, port));
    }

    /** Closes the handlers, while their HTTP server continues. */
    public void closeHandlers() {
        server.close();
    }

    /** Returns a forwarder for alice that waits long for the server. */
    public DeltaForwarder forwarder() {
        return DeltaForwarder.to(url(""))
                .header("Authorization", "alice")
                .timeout(Duration.ofMinutes(1))
                .start();
    }

    /** Returns the URL of a path. */
    public URI url(String path) {
        return http.url().resolve(path);
    }

    /** Returns the URL of a path, also after a restart. */
    public Supplier<URI> at(String path) {
        return () -> url(path);
    }

    /** Returns the number of open streams. */
    public int followers() {
        return server.followers();
    }

    /** Stores a thread with one event. */
    public AgentThread start(String id) {
        Event started = new Event.Started(AT, FollowedDesk.NAME, "Help");
        store.append(Append.of(id, 0, started));
        return store.load(id).orElseThrow();
    }

    /** Appends messages. */
    public static void message(ThreadStore store, String id, int position, String text) {
        store.append(Append.of(id, position, new Event.MessageReceived(AT, text)));
    }

    /** Returns the standing of a thread that waits for a message. */
    public static Standing waiting() {
        Standing.Question question = new Standing.Question("", Standing.Kind.MESSAGE, AT, Optional.empty());
        return new Standing(Standing.Phase.WAITING, Optional.empty(), List.of(question));
    }

    /** Ends a thread. */
    public static void stop(ThreadStore store, String id) {
        AgentThread thread = store.load(id).orElseThrow();
        store.append(Append.of(
                thread,
                new Event.Stopped(AT, "alice", StopCause.CANCELLED, "enough"),
                Standing.of(Standing.Phase.STOPPED)));
    }

    /** Returns an identity that reads threads with a label. */
    public static Identity restricted(String name, String label, String value) {
        return new Identity(name, Set.of(Role.READER), Map.of(label, value));
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
