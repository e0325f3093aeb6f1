package dev.escapement.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.escapement.run.Standing;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadQueue.Claim;
import dev.escapement.run.ThreadStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The base class of the contracts of {@link ThreadQueue}. */
public abstract class QueueContract extends StoreContract {

    static final Set<String> AGENTS = Set.of(Samples.AGENT);

    /** Creates a contract. */
    QueueContract() {}

    /** Returns the queue of the first instance. */
    final ThreadQueue queue() {
        return queue(store());
    }

    static ThreadQueue queue(ThreadStore instance) {
        return instance instanceof ThreadQueue queue
                ? queue
                : fail("the store " + instance.getClass().getName() + " does not implement ThreadQueue");
    }

    /** Claims up to 100 threads with the second instance. */
    final List<Claim> claims() {
        return queue(other()).claim(AGENTS, 100, LONG);
    }

    /** Claims the only due thread with the first instance. */
    final Claim claim(String id, Duration time) {
        List<Claim> claims = queue().claim(AGENTS, 100, time);
        assertEquals(List.of(id), ids(claims), "claim must return the only due thread");
        return claims.get(0);
    }

    final void assertNotDue(String message) {
        assertEquals(List.of(), ids(claims()), message);
    }

    static List<String> ids(List<Claim> claims) {
        return claims.stream().map(claim -> claim.lease().threadId()).toList();
    }

    final Standing dueIn(Standing.Phase phase, Duration time) {
        return due(phase, now().plus(time));
    }
}
