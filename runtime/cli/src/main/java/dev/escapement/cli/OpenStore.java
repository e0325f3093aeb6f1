package dev.escapement.cli;

import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.thread.AgentThread;

/**
 * A store with its index and its queue.
 *
 * @param store the store
 * @param index the index of the store
 * @param queue the queue of the store
 * @param resource closes the store
 */
record OpenStore(ThreadStore store, ThreadIndex index, ThreadQueue queue, Runnable resource) implements AutoCloseable {

    /** Returns a store that is not closed. */
    static <S extends ThreadStore & ThreadIndex & ThreadQueue> OpenStore of(S store) {
        return new OpenStore(store, store, store, () -> {});
    }

    AgentThread thread(String id) {
        return store.load(id).orElseThrow(() -> new UnknownThreadException(id));
    }

    /** Returns the name of a thread's agent. */
    String agent(String id) {
        // Threads that are damaged are not in the index of files.
        return index.entry(id)
                .map(ThreadIndex.ThreadEntry::agent)
                .orElseGet(() -> thread(id).agent());
    }

    @Override
    public void close() {
        resource.run();
    }
}
