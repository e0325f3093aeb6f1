package dev.escapement.samples.benchmarks.chaos;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ids of the threads that have not ended. New ids replace those of ended threads. Safe for concurrent use. */
final class ActiveThreads {

    private final int size;
    private final Set<String> active = new LinkedHashSet<>();
    private int created;
    private boolean closed;

    /** Creates a set of a given size. */
    ActiveThreads(int size) {
        this.size = size;
    }

    /** Returns the ids, with new ones for those that have been removed. */
    synchronized List<String> ids() {
        while (!closed && active.size() < size) {
            created++;
            active.add("order-" + created);
        }
        return new ArrayList<>(active);
    }

    /** Removes the id of a thread that has ended. */
    synchronized void remove(String id) {
        active.remove(id);
    }

    /** Stops the creation of ids. */
    synchronized void close() {
        closed = true;
    }

    /** Returns the number of ids created so far. */
    synchronized int created() {
        return created;
    }
}
