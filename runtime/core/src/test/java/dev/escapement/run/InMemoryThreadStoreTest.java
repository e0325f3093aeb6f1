package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class InMemoryThreadStoreTest {

    private static final Event STARTED = new Event.Started(Instant.EPOCH, "Desk", "hello");
    private static final Event STOPPED = new Event.Stopped(Instant.EPOCH, "x");

    private final ThreadStore store = new InMemoryThreadStore();

    @Test
    void hasNoThreadThatWasNotStored() {
        assertEquals(Optional.empty(), store.load("t1"));
    }

    @Test
    void theFirstEventMakesTheThread() {
        store.append("t1", 0, STARTED);

        assertEquals(Optional.of(new AgentThread("t1", List.of(STARTED))), store.load("t1"));
    }

    @Test
    void eventsAreKeptInOrder() {
        store.append("t1", 0, STARTED);
        store.append("t1", 1, STOPPED);

        assertEquals(Optional.of(new AgentThread("t1", List.of(STARTED, STOPPED))), store.load("t1"));
    }

    @Test
    void threadsDoNotMix() {
        store.append("t1", 0, STARTED);

        assertEquals(Optional.empty(), store.load("t2"));
    }

    @Test
    void anEventAtAPositionThatIsTakenIsRefused() {
        store.append("t1", 0, STARTED);

        assertThrows(ConcurrentRunException.class, () -> store.append("t1", 0, STARTED));
    }

    @Test
    void anEventBeyondTheEndIsRefused() {
        assertThrows(ConcurrentRunException.class, () -> store.append("t1", 1, STOPPED));
    }

    @Test
    void aRefusedEventIsNotStored() {
        store.append("t1", 0, STARTED);

        assertThrows(ConcurrentRunException.class, () -> store.append("t1", 5, STOPPED));

        assertEquals(Optional.of(new AgentThread("t1", List.of(STARTED))), store.load("t1"));
    }

    @Test
    void aThreadThatWasLoadedDoesNotGrow() {
        store.append("t1", 0, STARTED);
        AgentThread loaded = store.load("t1").orElseThrow();

        store.append("t1", 1, STOPPED);

        assertEquals(1, loaded.events().size());
    }

    @RepeatedTest(20)
    void ofTwentyThatRaceForAPositionExactlyOneWins() throws Exception {
        int racers = 20;
        store.append("t1", 0, STARTED);
        CyclicBarrier start = new CyclicBarrier(racers);
        List<Callable<Boolean>> race = new ArrayList<>();
        for (int i = 0; i < racers; i++) {
            Event event = new Event.MessageReceived(Instant.EPOCH, "racer " + i);
            race.add(() -> {
                start.await(10, TimeUnit.SECONDS);
                try {
                    store.append("t1", 1, event);
                    return true;
                } catch (ConcurrentRunException late) {
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(racers);
        int winners = 0;
        try {
            for (Future<Boolean> won : threads.invokeAll(race)) {
                winners += won.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }

        assertEquals(1, winners);
        assertEquals(2, store.load("t1").orElseThrow().events().size());
    }
}
