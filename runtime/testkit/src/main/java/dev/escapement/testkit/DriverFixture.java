package dev.escapement.testkit;

/**
 * The storage and the drivers of one test. The author of a driver, such as an adapter of a durable engine, implements it;
 * the tests of {@link DriverSuite} use one object for each test and close it afterwards. Agents, models and drivers are
 * objects of one JVM.
 *
 * <pre>{@code
 * class FilesTest extends DriverSuite {
 *     @Override
 *     protected DriverFixture fixture() throws Exception {
 *         Path directory = Files.createTempDirectory("threads");
 *         return DriverFixture.ofWorker(() -> FileThreadStore.in(directory));
 *     }
 * }
 * }</pre>
 */
public interface DriverFixture {

    /**
     * Returns runners that execute threads on the store of a fixture.
     *
     * @param store the storage, of an implementation of {@link dev.escapement.run.ThreadStore}, {@link
     *     dev.escapement.run.ThreadIndex} and {@link dev.escapement.run.ThreadQueue} with the clock of the system
     * @return the fixture, which closes the given one
     */
    static DriverFixture ofRunner(StoreFixture store) {
        return new StoreDrivers(store, RunnerDriver::new);
    }

    /**
     * Returns workers that execute threads on the store of a fixture.
     *
     * @param store the storage, of an implementation of {@link dev.escapement.run.ThreadStore}, {@link
     *     dev.escapement.run.ThreadIndex} and {@link dev.escapement.run.ThreadQueue} with the clock of the system
     * @return the fixture, which closes the given one
     */
    static DriverFixture ofWorker(StoreFixture store) {
        return new StoreDrivers(store, WorkerDriver::new);
    }

    /**
     * Starts a driver. The first call may find threads of other tests in the storage. A later call starts another process
     * on the same storage, which also continues the threads that earlier drivers left. If earlier drivers are still open,
     * then their agents are equal; otherwise the agents may be another release.
     *
     * @param agents the agents
     * @return the driver, which the test closes
     * @throws Exception if the driver cannot be started
     */
    AgentDriver open(DriverAgents agents) throws Exception;

    /**
     * Returns whether a process can end while it executes an action, and another one then continues its threads. A test
     * server of an engine may not be able to do this. Default: {@code true}.
     *
     * @return {@code false} to skip the tests with crashes; {@link AgentDriver#crash} is then not called
     */
    default boolean supportsCrashes() {
        return true;
    }

    /**
     * Returns whether a decision is recorded while an action for the same thread is running. Otherwise, the decision waits
     * until the action has ended, as in an engine that handles one request for a thread at a time. Default: {@code true}.
     *
     * @return {@code false} if decisions wait for the end of actions
     */
    default boolean recordsDuringActions() {
        return true;
    }

    /**
     * Removes the storage. All drivers are closed. Default: no effect.
     *
     * @throws Exception if the storage cannot be removed
     */
    default void close() throws Exception {}
}
