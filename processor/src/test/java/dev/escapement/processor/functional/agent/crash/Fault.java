package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.ThreadStore;

/** A fault in one of the processes of a run. */
interface Fault {

    /** Returns the store for the next process. */
    ThreadStore prepare(FragileStore store, Disk disk, World world);
}
