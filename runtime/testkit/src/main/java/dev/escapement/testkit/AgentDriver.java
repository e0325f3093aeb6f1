package dev.escapement.testkit;

import dev.escapement.run.ThreadInbox;
import dev.escapement.thread.Start;

/**
 * A running process that executes the threads of {@link DriverAgents}, for the tests of {@link DriverSuite}. Several
 * drivers of one {@link DriverFixture} represent processes that share a storage. Used by one Java thread, except {@link
 * #inbox}.
 */
public interface AgentDriver {

    /**
     * Returns an inbox of the threads. Its decisions continue a thread in the same way as those of other processes.
     *
     * @return the inbox, safe for concurrent use
     */
    ThreadInbox inbox();

    /**
     * Starts a thread of the first agent. Returns when the start is recorded; the thread is executed in the background.
     *
     * @param id the id of the thread, which is new: lower-case letters, digits and hyphens
     * @param start the input of the thread
     * @throws Exception if the start cannot be recorded
     */
    void start(String id, Start start) throws Exception;

    /**
     * Requests that a thread, or its children, be executed soon. The tests call this method repeatedly while they wait
     * for a thread; it returns without waiting. A driver that continues threads by itself can ignore it. Default: no
     * effect.
     *
     * @param id the id of a thread, which may be at rest or in execution
     */
    default void wake(String id) {}

    /**
     * Ends this process as {@code kill -9} does. Running requests and steps cannot be ended within one JVM: they may
     * continue and return, but after this method has returned, none of their outcomes and no other event of this process
     * is recorded. Another driver can then execute the threads, at the latest after a few seconds. Only {@link #close} is
     * called afterwards.
     *
     * @throws Exception if the process cannot be ended
     */
    void crash() throws Exception;

    /**
     * Ends this process in an orderly way, unless it has crashed, and releases its resources. Waits for running requests
     * and steps only briefly.
     *
     * @throws Exception if a resource cannot be released
     */
    void close() throws Exception;
}
