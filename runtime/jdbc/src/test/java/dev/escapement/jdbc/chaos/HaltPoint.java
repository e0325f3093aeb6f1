package dev.escapement.jdbc.chaos;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The place at which a process waits once, to be killed or stopped there. */
final class HaltPoint {

    private static final long MAX_SECONDS = 120;

    /** The moment of an action. */
    enum Moment {
        NEVER,
        /** Before the runner checks the lease and calls the step. */
        BEFORE_STEP,
        /** In the step, before its effect. */
        BEFORE_EFFECT,
        /** In the step, after its effect; for a transactional step, before the commit. */
        AFTER_EFFECT,
        /** In a request to the model. */
        REQUEST,
        /** After a number of statements of a transactional step, which is the place. */
        STATEMENT_NUMBER,
        /** After the first statement of a transactional step whose first three words are the place. */
        STATEMENT_KIND
    }

    private final Moment moment;
    private final String place;
    private final Runnable announcement;
    private final CountDownLatch continued = new CountDownLatch(1);
    private final AtomicBoolean reached = new AtomicBoolean();

    /**
     * Creates a point.
     *
     * @param place the tool of the step, or the statement; empty for a request
     * @param announcement announces that the point was reached
     */
    HaltPoint(Moment moment, String place, Runnable announcement) {
        this.moment = moment;
        this.place = place;
        this.announcement = announcement;
    }

    static HaltPoint never() {
        return new HaltPoint(Moment.NEVER, "", () -> {});
    }

    /** Waits if this is the place, for the first time. */
    void pass(Moment current, String currentPlace) throws InterruptedException {
        if (moment == current && place.equals(currentPlace) && reached.compareAndSet(false, true)) {
            announcement.run();
            if (!continued.await(MAX_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the process was neither killed nor continued");
            }
        }
    }

    void proceed() {
        continued.countDown();
    }
}
