package dev.escapement.server;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.Append;
import dev.escapement.server.follow.FollowTiming;
import dev.escapement.server.follow.FollowedDesk;
import dev.escapement.server.follow.FollowedDeskLoop;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A program that stores long threads in an SQLite file, whose path is its argument, and serves them until its input ends. */
public final class LongThreadsServer {
    /** The number of threads, with the ids t0, t1 and so on. */
    public static final int THREADS = 20;

    /** The number of events of each thread. */
    public static final int EVENTS = 10_000;

    private static final int BATCH = 1_000;
    private static final int LENGTH = 100;

    /** A time that also suffices on a machine that other builds use. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private LongThreadsServer() {}

    /** Stores the threads, prints the port, and runs until the end of the input. */
    public static void main(String[] arguments) throws IOException {
        JdkServer.setJvmDefaults();
        Identity reader = Identity.of("alice", Role.READER);
        try (JdbcThreadStore store = JdbcThreadStore.sqlite(Path.of(arguments[0]))) {
            for (int i = 0; i < THREADS; i++) {
                fill(store, "t" + i);
            }
            try (AgentServer server = AgentServer.of(store, new FollowedDeskLoop(new FollowedDesk()))
                            .authenticator(request -> Optional.of(reader))
                            .timing(FollowTiming.DEFAULT)
                            .build();
                    JdkServer http = JdkServer.of(server)
                            .requestTime(MINUTE)
                            .writeTime(MINUTE)
                            .start()) {
                System.out.println(http.port());
                while (System.in.read() >= 0) {
                    // until the test ends
                }
            }
        }
    }

    private static void fill(JdbcThreadStore store, String id) {
        Instant now = Instant.now();
        for (int position = 0; position < EVENTS; position += BATCH) {
            Event[] events = new Event[BATCH];
            for (int i = 0; i < BATCH; i++) {
                events[i] = new Event.MessageReceived(now, "x".repeat(LENGTH));
            }
            if (position == 0) {
                events[0] = new Event.Started(now, FollowedDesk.NAME, "Help");
            }
            store.append(Append.of(id, position, events));
        }
    }
}
