package dev.escapement.testkit;

import dev.escapement.run.InMemoryThreadStore;

/** The contracts with a clock that cannot be moved. */
class InMemoryStoreOnSystemClockTest extends ThreadStoreSuite {

    @Override
    protected StoreFixture fixture() {
        InMemoryThreadStore store = new InMemoryThreadStore();
        return () -> store;
    }
}
