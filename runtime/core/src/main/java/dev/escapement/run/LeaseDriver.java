package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import java.util.function.BooleanSupplier;

/** The operations of a {@link Runner} that continue a thread under a lease of their caller, for a {@link Worker}. */
interface LeaseDriver {

    /**
     * Continues a thread like {@link Runner#resume(String)}, under a lease that the caller has acquired, but not its children and
     * parents. Closes the lease unless the execution fails, so that the caller can {@linkplain ThreadQueue#retry return}
     * the thread. For a worker.
     *
     * @param lease a lease of the store of this runner
     * @return the thread at the end of the run
     */
    AgentThread drive(ThreadStore.Lease lease);

    /**
     * Continues a claimed thread like {@link #drive(ThreadStore.Lease)}, and ends the execution early if the worker is
     * draining. For a worker.
     *
     * @param claim a claim of the store of this runner
     * @param stop returns whether to end the execution before its next command
     * @return the thread at the end of the run
     * @throws DriveInterruptedException if the execution ended early
     */
    AgentThread drive(ThreadQueue.Claim claim, BooleanSupplier stop);
}
