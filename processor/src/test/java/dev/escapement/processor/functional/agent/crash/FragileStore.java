package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** A store whose process crashes at one append, after which only the stored data can be read. */
final class FragileStore extends ForwardingStore {

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
        super(disk);
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
            disk.append(Append.of(thread.id(), i, thread.events().get(i)));
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
        return super.load(id);
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        requireAlive();
        return super.load(id, fromPosition);
    }

    @Override
    public AgentThread latest(AgentThread known) {
        requireAlive();
        return super.latest(known);
    }

    @Override
    public void append(Append append) {
        requireAlive();
        int at = append.position();
        if (at > MAX_EVENTS) {
            throw new AssertionError("the thread goes on and on");
        }
        if (meets(crashesBefore, append)) {
            throw kill();
        }
        super.append(append);
        if (meets(crashesAfter, append)) {
            throw kill();
        }
    }

    private static boolean meets(BiPredicate<Integer, Event> crashes, Append append) {
        int at = append.position();
        for (Event event : append.events()) {
            if (crashes.test(at++, event)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<Lease> lease(String id, Duration time) {
        requireAlive();
        return super.lease(id, time);
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
