package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadStore;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.EventSink;
import dev.escapement.server.FollowFixture;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.http.ServerContext;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests how many long threads are loaded at the same time while more clients receive them. Loads are counted. */
class LongThreadsTest {
    private static final String ID = "long";
    private static final int BACKLOGS = 16;
    private static final int CLIENTS = 40;
    private static final int EVENTS = 1_000;
    private static final int LENGTH = 200;
    private static final Duration LONG = Duration.ofMinutes(10);

    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private final Semaphore shortLoads = new Semaphore(BACKLOGS);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Semaphore begun = new Semaphore(0);
    private final List<Client> clients = new ArrayList<>();

    // guarded by this
    private final Set<CountedStore> held = new HashSet<>();
    private int loads;
    private int most;

    /** The store of one stream. */
    private record CountedStore(LongThreadsTest test, int client) implements ThreadStore {
        @Override
        public List<Event> load(String id, int fromPosition) {
            test.loaded(this);
            return test.store.load(id, fromPosition);
        }

        @Override
        public Optional<AgentThread> load(String id) {
            return test.store.load(id);
        }

        @Override
        public void append(Append append) {
            test.store.append(append);
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            return test.store.lease(id, time);
        }

        @Override
        public boolean delete(String id) {
            return test.store.delete(id);
        }

        @Override
        public boolean erase(String id) {
            return test.store.erase(id);
        }
    }

    /** A stream of the thread that reports when it releases its events. */
    private static final class CountedStream implements StreamBody {
        private final CountedStore store;
        private final ThreadFollow follow;

        CountedStream(CountedStore store) {
            this.store = store;
            LongThreadsTest test = store.test();
            ServerContext context = new ServerContext(
                    store,
                    test.store,
                    ThreadInbox.of(test.store),
                    Map.of(),
                    Map.of(),
                    DecisionPolicy.DENY,
                    () -> {},
                    Clock.systemUTC());
            this.follow = new ThreadFollow(context, new ReplyBuffers(), test.shortLoads, ID, 0);
        }

        @Override
        public String topic() {
            return follow.topic();
        }

        @Override
        public StreamTurn next(boolean readsStore, boolean readsBacklog) {
            return follow.next(readsStore, readsBacklog);
        }

        @Override
        public void release() {
            follow.release();
            store.test().released(store);
        }
    }

    /** A client that accepts events when the test permits it. */
    private final class Client implements EventSink {
        private final StringBuilder received = new StringBuilder();
        private final CountDownLatch complete = new CountDownLatch(1);

        @Override
        public void write(String text) {
            boolean hasEvents = text.contains("event: event\n");
            if (hasEvents) {
                begun.release();
                awaitGate();
            }
            received.append(text);
            if (text.contains("id: " + EVENTS + "\n")) {
                complete.countDown();
            }
        }

        private void awaitGate() {
            try {
                assertTrue(gate.await(2, TimeUnit.MINUTES));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {}

        List<Integer> ids() {
            return received.toString()
                    .lines()
                    .filter(line -> line.startsWith("id: "))
                    .map(line -> Integer.valueOf(line.substring("id: ".length())))
                    .toList();
        }
    }

    private synchronized void loaded(CountedStore by) {
        loads++;
        held.add(by);
        most = Math.max(most, held.size());
    }

    private synchronized void released(CountedStore by) {
        held.remove(by);
    }

    private synchronized int loads() {
        return loads;
    }

    private synchronized int most() {
        return most;
    }

    @BeforeEach
    void fill() {
        store.append(Append.of(ID, 0, new Event.Started(FollowFixture.AT, FollowedDesk.NAME, "Help")));
        for (int i = 1; i < EVENTS; i++) {
            FollowFixture.message(store, ID, i, "x".repeat(LENGTH));
        }
    }

    @AfterEach
    void open() {
        gate.countDown();
    }

    private void follow(Followers followers) {
        for (int i = 0; i < CLIENTS; i++) {
            Client client = new Client();
            clients.add(client);
            StreamBody body = new CountedStream(new CountedStore(this, i));
            ((ServerResponse.Stream) followers.response(body)).source().open(client);
        }
    }

    private void awaitAllEvents() throws InterruptedException {
        List<Integer> all = IntStream.rangeClosed(1, EVENTS).boxed().toList();
        for (Client client : clients) {
            assertTrue(client.complete.await(2, TimeUnit.MINUTES), "A client lacks events.");
            assertEquals(all, client.ids());
        }
    }

    private static FollowTiming timing(Duration turn) {
        return new FollowTiming(LONG, LONG, LONG, LONG, LONG, turn);
    }

    @Test
    void clientsBeyondTheLimitLoadNothing() throws Exception {
        try (Followers followers = new Followers(CLIENTS, timing(LONG))) {
            follow(followers);
            assertTrue(begun.tryAcquire(BACKLOGS, 2, TimeUnit.MINUTES), "Too few clients receive events.");
            assertEquals(BACKLOGS, loads(), "while the other clients wait");
            gate.countDown();
            awaitAllEvents();

            assertEquals(CLIENTS, loads(), "Each client loads the thread once.");
            assertEquals(BACKLOGS, most());
        }
    }

    @Test
    void clientsThatTakeTurnsHoldNoMoreThreads() throws Exception {
        try (Followers followers = new Followers(CLIENTS, timing(Duration.ofNanos(1)))) {
            follow(followers);
            gate.countDown();
            awaitAllEvents();

            assertTrue(most() <= BACKLOGS, () -> most() + " loaded threads");
        }
    }
}
