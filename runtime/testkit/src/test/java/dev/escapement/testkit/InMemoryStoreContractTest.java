package dev.escapement.testkit;

class InMemoryStoreContractTest extends ThreadStoreSuite {

    @Override
    protected StoreFixture fixture() {
        return new MemoryFixture();
    }
}
