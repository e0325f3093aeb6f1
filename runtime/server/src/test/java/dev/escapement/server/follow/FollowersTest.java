package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.server.EventSink;
import dev.escapement.server.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests which streams use the Java threads for writing, with clients that accept a part when the test permits it. */
class FollowersTest {
    private static final int BACKLOGS = 16;
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Followers followers =
            new Followers(1_000, new FollowTiming(LONG, LONG, LONG, LONG, LONG, Duration.ofNanos(1)));
    private final List<Client> clients = new ArrayList<>();
    private final AtomicInteger released = new AtomicInteger();

    @AfterEach
    void stop() {
        clients.forEach(client -> client.accepted.release(1 << 20));
        followers.close();
    }

    /** A client that accepts one part for each permit. */
    private static final class Client implements EventSink {
        private final Semaphore begun = new Semaphore(0);
        private final Semaphore accepted = new Semaphore(0);
        private final Semaphore closed = new Semaphore(0);

        @Override
        public void write(String text) throws IOException {
            begun.release();
            accepted.acquireUninterruptibly();
        }

        @Override
        public void close() {
            closed.release();
        }

        void awaitEnd() throws InterruptedException {
            assertTrue(closed.tryAcquire(1, TimeUnit.MINUTES), "The server does not end this stream.");
        }

        /** Waits until the server has begun to write a number of further parts. */
        void awaitParts(int parts) throws InterruptedException {
            assertTrue(begun.tryAcquire(parts, 1, TimeUnit.MINUTES), "The server does not write to this client.");
        }
    }

    /** A stream whose backlog does not end. */
    private final class Backlog implements StreamBody {
        @Override
        public String topic() {
            return "backlog";
        }

        @Override
        public StreamTurn next(boolean readsStore, boolean readsBacklog) {
            return readsBacklog
                    ? new StreamTurn("part", StreamTurn.Kind.MORE)
                    : new StreamTurn("", StreamTurn.Kind.BACKLOG);
        }

        @Override
        public void release() {
            released.incrementAndGet();
        }
    }

    /** A stream with one part for each time that it is woken. */
    private record Live(String topic) implements StreamBody {
        @Override
        public StreamTurn next(boolean readsStore, boolean readsBacklog) {
            return new StreamTurn("part", StreamTurn.Kind.WAITING);
        }
    }

    private Client open(StreamBody body) {
        Client client = client();
        open(followers, body, client);
        return client;
    }

    private Client client() {
        Client client = new Client();
        clients.add(client);
        return client;
    }

    private static void open(Followers followers, StreamBody body, Client client) {
        ((ServerResponse.Stream) followers.response(body)).source().open(client);
    }

    private List<Client> openBacklogs() throws InterruptedException {
        List<Client> opened = new ArrayList<>();
        for (int i = 0; i < BACKLOGS; i++) {
            opened.add(open(new Backlog()));
        }
        for (Client client : opened) {
            client.awaitParts(1);
        }
        return opened;
    }

    @Test
    void backlogsDoNotDelayOtherStreams() throws Exception {
        openBacklogs();
        for (int i = 0; i < 4 * BACKLOGS; i++) {
            open(new Backlog());
        }

        open(new Live("live")).awaitParts(1);
    }

    @Test
    void backlogsTakeTurns() throws Exception {
        List<Client> first = openBacklogs();
        Client second = open(new Backlog());
        awaitContention();

        first.get(0).accepted.release();

        second.awaitParts(1);
        second.accepted.release();
        first.get(0).awaitParts(1);
    }

    @Test
    void waitingBacklogsAreReleased() throws Exception {
        List<Client> first = openBacklogs();
        int before = released.get();
        Client second = open(new Backlog());
        awaitContention();
        first.get(0).accepted.release();
        second.awaitParts(1);

        assertEquals(before + 2, released.get(), "of the second before its turn, and of the first after it");
    }

    @Test
    void backlogContinuesWhileNoOtherWaits() throws Exception {
        List<Client> all = openBacklogs();
        int before = released.get();
        all.get(0).accepted.release(10);
        all.get(0).awaitParts(10);

        assertEquals(before, released.get());
    }

    @Test
    void slowClientsDoNotDelayOtherStreams() throws Exception {
        for (int i = 0; i < 4 * BACKLOGS; i++) {
            Client client = open(new Live("slow"));
            client.awaitParts(1);
            client.accepted.release(); // the write took longer than a turn
        }
        followers.wake("slow");

        Client live = open(new Live("live"));

        live.awaitParts(1);
    }

    @Test
    void waitingStreamEndsWithTheServer() throws Exception {
        Client client = open(new Live("live"));
        client.awaitParts(1);
        client.accepted.release();

        followers.close();

        client.awaitEnd();
    }

    @Test
    void queuedBacklogsEndBeforeTheWritesOfOthers() throws Exception {
        List<Client> writing = openBacklogs();
        List<Client> queued = List.of(open(new Backlog()), open(new Backlog()));
        awaitContention();
        CompletableFuture<Void> close = CompletableFuture.runAsync(followers::close);
        for (Client client : queued) {
            client.awaitEnd();
        }
        assertEquals(0, writing.get(0).closed.availablePermits(), "the sink of a write in progress");

        writing.forEach(client -> client.accepted.release());

        for (Client client : writing) {
            client.awaitEnd();
        }
        close.get(1, TimeUnit.MINUTES);
    }

    @Test
    void streamEndsOnceWhenTheServerIsClosedTwice() throws Exception {
        Client client = open(new Live("live"));
        client.awaitParts(1);
        client.accepted.release();
        followers.close();
        client.awaitEnd();

        followers.close();

        assertEquals(0, client.closed.availablePermits());
    }

    @Test
    void streamOpenedAfterTheEndEndsAtOnce() throws Exception {
        followers.close();

        open(new Live("late")).awaitEnd();
    }

    @Test
    void streamRunsAfterAFailedStart() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        ExecutorService writers = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            public void execute(Runnable task) {
                if (starts.getAndIncrement() == 0) {
                    throw new RejectedExecutionException("without a Java thread");
                }
                super.execute(task);
            }
        };
        FollowTiming timing = new FollowTiming(Duration.ofMillis(1), LONG, LONG, LONG, LONG, LONG);
        try (Followers failing = new Followers(1, timing, writers)) {
            Client client = client();
            assertThrows(RejectedExecutionException.class, () -> open(failing, new Live("live"), client));

            client.awaitParts(1);
            client.accepted.release(1 << 20);
        }
    }

    private void awaitContention() {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!followers.isContended() && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        assertTrue(followers.isContended());
    }
}
