package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadInbox;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.FollowFixture;
import dev.escapement.server.http.ServerContext;
import dev.escapement.thread.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tests how much of a thread a stream loads. */
class ThreadFollowTest {
    private static final String ID = "t1";
    private static final int SHORT_BACKLOG = 256;

    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private final Semaphore loads = new Semaphore(1);
    private final ServerContext context = new ServerContext(
            store, store, ThreadInbox.of(store), Map.of(), Map.of(), DecisionPolicy.DENY, () -> {}, Clock.systemUTC());

    private ThreadFollow follow(int messages, int length) {
        store.append(Append.of(ID, 0, new Event.Started(FollowFixture.AT, FollowedDesk.NAME, "Help")));
        for (int i = 1; i <= messages; i++) {
            FollowFixture.message(store, ID, i, "x".repeat(length));
        }
        ThreadFollow follow = new ThreadFollow(context, new ReplyBuffers(), loads, ID, 0);
        follow.next(true, false); // the time after which clients reconnect
        return follow;
    }

    private static int events(StreamTurn turn) {
        return turn.text().split("event: event", -1).length - 1;
    }

    @Test
    void shortBacklogIsSentAtOnce() {
        StreamTurn turn = follow(SHORT_BACKLOG - 1, 1).next(true, false);

        assertEquals(SHORT_BACKLOG, events(turn));
        assertEquals(StreamTurn.Kind.MORE, turn.kind());
    }

    @Test
    void longBacklogIsNotLoadedBeforeItsTurn() {
        StreamTurn turn = follow(SHORT_BACKLOG, 1).next(true, false);

        assertEquals(new StreamTurn("", StreamTurn.Kind.BACKLOG), turn);
    }

    @Test
    void largeEventsAreLoadedForOnePart() {
        StreamTurn turn = follow(3, 1 << 16).next(true, false);

        assertEquals(2, events(turn));
        assertEquals(StreamTurn.Kind.BACKLOG, turn.kind());
    }

    @Test
    void releasedBacklogContinuesAfterThePart() {
        ThreadFollow follow = follow(3, 1 << 16);
        StreamTurn first = follow.next(true, true);
        follow.release();
        StreamTurn second = follow.next(true, true);

        assertTrue(first.text().contains("\"position\":1,"), "the first part ends with the event 1");
        assertTrue(second.text().startsWith("id: 3\n"), "the second part begins with the event 2");
    }

    @Test
    void loadsAtTheSameTimeAreLimited() throws Exception {
        ThreadFollow follow = follow(1, 1);
        loads.acquire();
        CompletableFuture<StreamTurn> turn = CompletableFuture.supplyAsync(() -> follow.next(true, false));
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!loads.hasQueuedThreads() && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        assertFalse(turn.isDone());

        loads.release();

        assertEquals(2, events(turn.get(1, TimeUnit.MINUTES)));
    }
}
