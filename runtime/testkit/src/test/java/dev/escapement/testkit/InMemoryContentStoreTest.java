package dev.escapement.testkit;

import dev.escapement.content.ContentStore;
import dev.escapement.run.InMemoryThreadStore;

class InMemoryContentStoreTest extends ContentStoreContract {

    private final InMemoryThreadStore store = new InMemoryThreadStore();

    @Override
    protected ContentStore contents() {
        return store.contents();
    }
}
