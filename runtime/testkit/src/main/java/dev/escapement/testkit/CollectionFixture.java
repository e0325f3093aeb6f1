package dev.escapement.testkit;

import dev.escapement.content.ContentStore;

/** The storage of one test of a store that also keeps contents, and removes those that no thread uses. */
public interface CollectionFixture extends StoreFixture {

    /**
     * Returns the store of the contents.
     *
     * @return the store, on the storage of the threads
     * @throws Exception if the store cannot be opened
     */
    ContentStore contents() throws Exception;

    /**
     * Removes the contents that no thread uses, also those that were put just now. If the store keeps young contents, lets
     * so much time pass that none is young.
     *
     * @throws Exception if the contents cannot be removed
     */
    void collect() throws Exception;
}
