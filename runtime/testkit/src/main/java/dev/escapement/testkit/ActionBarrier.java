package dev.escapement.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A place in an action at which its Java thread waits until the test continues it. Safe for concurrent use. */
final class ActionBarrier {

    private static final int DEADLINE_SECONDS = 60;

    private final String place;
    private final long start = System.nanoTime();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    ActionBarrier(String place) {
        this.place = place;
    }

    /** Waits if the place is that of this barrier, which holds each action only until it is released. */
    void pass(String here) throws InterruptedException {
        if (here.equals(place)) {
            reached.countDown();
            if (!released.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The test has not continued the action at " + place + ".");
            }
        }
    }

    /** Waits for a time and returns whether an action has reached the place; fails after a minute. */
    boolean isReached(long millis) throws InterruptedException {
        if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS)) {
            throw new AssertionError("After " + DEADLINE_SECONDS + " seconds, an action has not reached " + place
                    + ". Execute the threads that were started or left.");
        }
        return reached.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Continues the action. */
    void release() {
        released.countDown();
    }
}
