package dev.escapement.testkit;

class InMemoryThreadStoreTest extends ThreadStoreSuite {

    @Override
    protected StoreFixture fixture() {
        return new MemoryFixture();
    }
}
