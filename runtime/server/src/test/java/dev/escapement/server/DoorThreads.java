package dev.escapement.server;

import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.time.Instant;

/** A store with threads of {@link DoorDesk} that wait for their model. */
public final class DoorThreads {
    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private final DoorDeskLoop loop = new DoorDeskLoop(new DoorDesk());

    /** {@return a runner whose model is not available} */
    public Runner runner() {
        return Runner.of(loop)
                .model(request -> {
                    throw new IllegalStateException("offline");
                })
                .store(store)
                .build();
    }

    /** Records a thread with labels. */
    public void add(String id, String... labels) {
        Start start = Start.of("Open the door");
        for (int i = 0; i < labels.length; i += 2) {
            start = start.label(labels[i], labels[i + 1]);
        }
        store.append(Append.of(id, 0, new Event.Started(Instant.EPOCH, loop.agent(), start, Budget.UNLIMITED)));
    }

    /** {@return a builder of servers for the threads} */
    public AgentServer.Builder server() {
        return AgentServer.of(store, loop).runner(runner());
    }

    /** {@return the store} */
    public InMemoryThreadStore store() {
        return store;
    }

    /** {@return the loop} */
    public DoorDeskLoop loop() {
        return loop;
    }

    /** {@return the number of events in the store} */
    public int events() {
        return store.threads(ThreadQuery.all()).entries().stream()
                .mapToInt(ThreadIndex.ThreadEntry::size)
                .sum();
    }
}
