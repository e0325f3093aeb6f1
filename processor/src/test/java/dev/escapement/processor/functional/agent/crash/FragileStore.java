package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** A store whose process crashes at one append; from then on nothing works but to look at what is on the disk. */
final class FragileStore implements ThreadStore {

    /** More than any scenario has: a thread that never ends fails instead. */
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

    /** A store that never crashes. */
    static FragileStore never() {
        return new FragileStore((at, event) -> false, (at, event) -> false);
    }

    /** A store that crashes when a number of events are stored. */
    static FragileStore after(int events) {
        return new FragileStore((at, event) -> false, (at, event) -> at == events - 1);
    }

    /** A store that crashes when it should store one more than a number of events, and does not store it. */
    static FragileStore before(int events) {
        return new FragileStore((at, event) -> at == events, (at, event) -> false);
    }

    /** A store that crashes as soon as it has stored a certain kind of event. */
    static FragileStore afterAny(Predicate<Event> kind) {
        return new FragileStore((at, event) -> false, (at, event) -> kind.test(event));
    }

    /** A store that crashes at the same moments and has another disk. */
    FragileStore on(ThreadStore other) {
        return new FragileStore(other, crashesBefore, crashesAfter);
    }

    /** Puts a thread on the disk. */
    FragileStore with(String json) {
        AgentThread thread = AgentThread.fromJson(json);
        for (int i = 0; i < thread.events().size(); i++) {
            disk.append(thread.id(), i, thread.events().get(i));
        }
        return this;
    }

    /** What is on the disk, as JSON. */
    String json(String id) {
        return disk.load(id).orElseThrow().toJson();
    }

    @Override
    public Optional<AgentThread> load(String id) {
        requireAlive();
        return disk.load(id);
    }

    @Override
    public void append(String id, int at, Event event) {
        requireAlive();
        if (at > MAX_EVENTS) {
            throw new AssertionError("the thread goes on and on");
        }
        if (crashesBefore.test(at, event)) {
            throw crash();
        }
        disk.append(id, at, event);
        if (crashesAfter.test(at, event)) {
            throw crash();
        }
    }

    @Override
    public Optional<Lease> lease(String id) {
        requireAlive();
        return disk.lease(id);
    }

    private Crash crash() {
        gone = true;
        return new Crash();
    }

    private void requireAlive() {
        if (gone) {
            throw new Crash();
        }
    }
}
