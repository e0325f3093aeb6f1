package dev.escapement.testkit.author;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.testkit.StoreFixture;
import dev.escapement.testkit.ThreadStoreSuite;

/** The contracts as an author runs them: from another package, on a store whose clock cannot be moved. */
public class SystemClockStoreTest extends ThreadStoreSuite {

    @Override
    protected StoreFixture fixture() {
        InMemoryThreadStore store = new InMemoryThreadStore();
        return () -> store;
    }
}
