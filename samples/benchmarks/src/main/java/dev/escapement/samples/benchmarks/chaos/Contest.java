package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.run.NotWaitingException;
import dev.escapement.thread.AgentThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Decisions about one question that several people make at the same time, each on its own Java thread. */
final class Contest implements AutoCloseable {

    private static final int MAX_DELAY_NANOS = 300_000;

    private final ExecutorService people;
    private final int size;

    /**
     * Creates a contest.
     *
     * @param size the number of people
     */
    Contest(int size) {
        this.size = size;
        this.people = Executors.newFixedThreadPool(size);
    }

    /**
     * Makes all decisions at the same time.
     *
     * @param decisions a decision for each person, which throws {@link NotWaitingException} if it is too late
     * @return whether each decision was recorded
     * @throws Exception if a decision throws another exception
     */
    List<Boolean> decide(List<Supplier<AgentThread>> decisions) throws Exception {
        CyclicBarrier start = new CyclicBarrier(size);
        List<Future<Boolean>> results = new ArrayList<>();
        for (Supplier<AgentThread> decision : decisions) {
            results.add(people.submit(() -> {
                start.await();
                LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(MAX_DELAY_NANOS));
                return isRecorded(decision);
            }));
        }
        List<Boolean> recorded = new ArrayList<>();
        for (Future<Boolean> result : results) {
            recorded.add(result.get());
        }
        return recorded;
    }

    private static boolean isRecorded(Supplier<AgentThread> decision) {
        try {
            return decision.get() != null;
        } catch (NotWaitingException late) {
            return false;
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
