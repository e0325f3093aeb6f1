package dev.escapement.run;

import dev.escapement.testing.ThreadStoreContract;

class InMemoryThreadStoreTest extends ThreadStoreContract {

    private final ThreadStore store = new InMemoryThreadStore();

    @Override
    protected ThreadStore open() {
        return store; // its threads belong to one object
    }
}
