package dev.escapement.server;

import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.server.follow.FollowTiming;
import dev.escapement.server.follow.FollowedDesk;
import dev.escapement.server.follow.FollowedDeskLoop;
import dev.escapement.thread.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A program that serves 1,000 threads, and appends an event to each of them for each line of its input. */
public final class LoadedServer {
    private static final int THREADS = 1_000;

    /** A time that also suffices on a machine that other builds use. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private LoadedServer() {}

    /** Runs until the end of the input. A line {@code notified} notifies the server of each event. */
    public static void main(String[] arguments) throws IOException {
        JdkServer.setJvmDefaults();
        InMemoryThreadStore store = new InMemoryThreadStore();
        for (int i = 0; i < THREADS; i++) {
            store.append(Append.of("t" + i, 0, new Event.Started(Instant.now(), FollowedDesk.NAME, "Help")));
        }
        DeltaFeed feed = new DeltaFeed();
        Identity reader = Identity.of("alice", Role.READER);
        try (AgentServer server = AgentServer.of(store, new FollowedDeskLoop(new FollowedDesk()))
                        .authenticator(request -> Optional.of(reader))
                        .deltas(feed)
                        .timing(FollowTiming.DEFAULT)
                        .build();
                JdkServer http = JdkServer.of(server)
                        .requestTime(MINUTE)
                        .writeTime(MINUTE)
                        .start();
                BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(http.port());
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                if (line.equals("heap")) {
                    System.gc();
                    Runtime runtime = Runtime.getRuntime();
                    System.out.println(runtime.totalMemory() - runtime.freeMemory());
                } else {
                    append(store, feed, line.equals("notified"));
                    System.out.println("appended");
                }
            }
        }
    }

    private static void append(InMemoryThreadStore store, DeltaFeed feed, boolean isNotified) {
        for (int i = 0; i < THREADS; i++) {
            String id = "t" + i;
            int size = store.entry(id).orElseThrow().size();
            Event event = new Event.MessageReceived(Instant.now(), "sent " + System.currentTimeMillis() + " ");
            store.append(Append.of(id, size, event));
            if (isNotified) {
                feed.recorded(store.load(id).orElseThrow(), event);
            }
        }
    }
}
