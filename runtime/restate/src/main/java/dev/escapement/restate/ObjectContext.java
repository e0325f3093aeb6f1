package dev.escapement.restate;

import dev.escapement.run.ThreadDriver;
import java.time.Clock;

/**
 * The collaborators of the handlers.
 *
 * @param driver the execution of the runner's threads
 * @param targets the requests between objects
 * @param clock the clock of rows and timers
 * @param sizes the limits of results
 */
record ObjectContext(ThreadDriver driver, ObjectTargets targets, Clock clock, ResultSizes sizes) {

    /** Creates the collaborators with the limits of Restate. */
    ObjectContext(ThreadDriver driver, ObjectTargets targets, Clock clock) {
        this(driver, targets, clock, ResultSizes.RESTATE);
    }
}
