package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Optional;

/** A fault at the first append to a position. */
final class FaultyAppend implements Fault {

    private final AppendFault fault;
    private final int position;
    private boolean happened;

    FaultyAppend(AppendFault fault, int position) {
        this.fault = fault;
        this.position = position;
    }

    @Override
    public ThreadStore prepare(FragileStore store, Disk disk, World world) {
        return new FaultyStore(store, disk);
    }

    private final class FaultyStore implements ThreadStore {

        private final FragileStore store;
        private final Disk disk;

        FaultyStore(FragileStore store, Disk disk) {
            this.store = store;
            this.disk = disk;
        }

        @Override
        public Optional<AgentThread> load(String id) {
            return store.load(id);
        }

        @Override
        public AgentThread latest(AgentThread known) {
            return store.latest(known);
        }

        @Override
        public void append(String id, int at, Event event) {
            if (at != position || happened) {
                store.append(id, at, event);
            } else {
                happened = true;
                fault.during(() -> store.append(id, at, event), store, disk);
            }
        }

        @Override
        public Optional<Lease> lease(String id) {
            return store.lease(id);
        }
    }
}
