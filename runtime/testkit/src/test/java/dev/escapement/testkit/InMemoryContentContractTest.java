package dev.escapement.testkit;

import dev.escapement.content.ContentStore;
import dev.escapement.run.InMemoryThreadStore;

class InMemoryContentContractTest extends ContentStoreContract {

    private final InMemoryThreadStore store = new InMemoryThreadStore();

    @Override
    protected ContentStore contents() {
        return store.contents();
    }
}
