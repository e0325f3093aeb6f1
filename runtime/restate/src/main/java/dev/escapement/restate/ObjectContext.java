package dev.escapement.restate;

import dev.escapement.run.ThreadDriver;
import java.time.Clock;

/**
 * The collaborators of the handlers.
 *
 * @param driver the execution of the runner's threads
 * @param targets the requests between objects
 * @param clock the clock of rows and timers
 */
record ObjectContext(ThreadDriver driver, ObjectTargets targets, Clock clock) {}
