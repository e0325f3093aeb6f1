package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** A store whose process crashes at one append, after which only the stored data can be read. */
final class FragileStore implements ThreadStore {

    /** A limit above the length of every scenario, so that an endless thread fails. */
    private static final int MAX_EVENTS = 500;

    private final ThreadStore disk;
    private final BiPredicate<Integer, Event> crashesBefore;
    private final BiPredicate<Integer, Event> crashesAfter;
    private volatile boolean gone;

    private FragileStore(BiPredicate<Integer, Event> crashesBefore, BiPredicate<Integer, Event> crashesAfter) {
        this(new InMemoryThreadStore(), crashesBefore, crashesAfter);
    }

    private FragileStore(
            ThreadStore disk, BiPredicate<Integer, Event> crashesBefore, BiPredicate<Integer, Event> crashesAfter) {
        this.disk = disk;
        this.crashesBefore = crashesBefore;
        this.crashesAfter = crashesAfter;
    }

    /** Returns a store that never crashes. */
    static FragileStore never() {
        return new FragileStore((at, event) -> false, (at, event) -> false);
    }

    /** Returns a store that crashes after a number of stored events. */
    static FragileStore after(int events) {
        return new FragileStore((at, event) -> false, (at, event) -> at == events - 1);
    }

    /** Returns a store that crashes before it stores one more than a number of events. */
    static FragileStore before(int events) {
        return new FragileStore((at, event) -> at == events, (at, event) -> false);
    }

    /** Returns a store that crashes directly after storing a certain kind of event. */
    static FragileStore afterAny(Predicate<Event> kind) {
        return new FragileStore((at, event) -> false, (at, event) -> kind.test(event));
    }

    /** Returns a store that crashes at the same points and stores its data in another store. */
    FragileStore on(ThreadStore other) {
        return new FragileStore(other, crashesBefore, crashesAfter);
    }

    /** Stores a thread. */
    FragileStore with(String json) {
        AgentThread thread = AgentThread.fromJson(json);
        for (int i = 0; i < thread.events().size(); i++) {
            disk.append(thread.id(), i, thread.events().get(i));
        }
        return this;
    }

    /** Returns the stored thread as JSON. */
    String json(String id) {
        return disk.load(id).orElseThrow().toJson();
    }

    @Override
    public Optional<AgentThread> load(String id) {
        requireAlive();
        return disk.load(id);
    }

    @Override
    public AgentThread latest(AgentThread known) {
        requireAlive();
        return disk.latest(known);
    }

    @Override
    public void append(String id, int at, Event event) {
        requireAlive();
        if (at > MAX_EVENTS) {
            throw new AssertionError("the thread goes on and on");
        }
        if (crashesBefore.test(at, event)) {
            throw kill();
        }
        disk.append(id, at, event);
        if (crashesAfter.test(at, event)) {
            throw kill();
        }
    }

    @Override
    public Optional<Lease> lease(String id) {
        requireAlive();
        return disk.lease(id);
    }

    /** Ends the process, and returns the exception that its methods throw from now on. */
    Crash kill() {
        gone = true;
        return new Crash();
    }

    /** Returns the stored events, also after the end of the process. */
    List<Event> stored(String id) {
        return disk.load(id).map(AgentThread::events).orElse(List.of());
    }

    private void requireAlive() {
        if (gone) {
            throw new Crash();
        }
    }
}
