package dev.escapement.testkit;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;

/** Runs the contract of drivers on a worker with a store in memory. */
class MemoryWorkerDriverTest extends DriverSuite {

    @Override
    protected DriverFixture fixture() {
        ThreadStore store = new InMemoryThreadStore();
        return DriverFixture.ofWorker(() -> store);
    }
}
