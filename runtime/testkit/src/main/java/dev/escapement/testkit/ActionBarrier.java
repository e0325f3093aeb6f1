package dev.escapement.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A place in an action at which its Java thread waits until the test continues it. Safe for concurrent use. */
final class ActionBarrier {

    private static final int DEADLINE_SECONDS = 60;

    private final String place;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    ActionBarrier(String place) {
        this.place = place;
    }

    /** Waits if the place is that of this barrier, which holds each action only until it is released. */
    void pass(String here) throws InterruptedException {
        if (here.equals(place)) {
            reached.countDown();
            await(released, "The test has not continued the action at " + place + ".");
        }
    }

    /** Waits until an action has reached the place. */
    void awaitReached() throws InterruptedException {
        await(reached, "An action has not reached " + place + ". Execute the threads that were started or left.");
    }

    /** Continues the action. */
    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch, String failure) throws InterruptedException {
        if (!latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(failure);
        }
    }
}
