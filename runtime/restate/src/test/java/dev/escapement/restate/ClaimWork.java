package dev.escapement.restate;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The effects of {@link ClaimDesk} and its successor. Safe for concurrent use. */
final class ClaimWork {

    /** The effects: the names of the tools and the claims. */
    final List<String> effects = new CopyOnWriteArrayList<>();

    /** The tools whose steps wait. */
    final List<String> waiting = new CopyOnWriteArrayList<>();

    private final CountDownLatch released = new CountDownLatch(1);

    String perform(String tool, String claim) {
        effects.add(tool + " " + claim);
        return tool;
    }

    /** Waits until {@link #release}, a minute at most. */
    String await(String tool, String claim) {
        waiting.add(tool);
        try {
            boolean unused = released.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return perform(tool, claim);
    }

    /** Lets the steps that wait continue. */
    void release() {
        released.countDown();
    }
}
