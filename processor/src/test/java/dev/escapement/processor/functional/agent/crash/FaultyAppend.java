package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.Append;
import dev.escapement.run.ThreadStore;
import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;

/** A fault at the appends of certain events. */
final class FaultyAppend implements FaultRun.Fault {

    private final AppendFault fault;
    private final BiPredicate<Integer, Event> due;

    private FaultyAppend(AppendFault fault, BiPredicate<Integer, Event> due) {
        this.fault = fault;
        this.due = due;
    }

    /** Returns a fault at the first append to a position. */
    static FaultyAppend at(int position, AppendFault fault) {
        AtomicBoolean happened = new AtomicBoolean();
        return new FaultyAppend(fault, (at, event) -> at == position && !happened.getAndSet(true));
    }

    /**
     * Returns a fault at the first append of every second event. A repeated attempt of a step is not another event. A
     * step that runs concurrently with two others then needs three attempts at most.
     *
     * @param odd whether the first event is the first with a fault
     */
    static FaultyAppend atEverySecond(AppendFault fault, boolean odd) {
        Set<String> appended = new HashSet<>();
        return new FaultyAppend(
                fault,
                (at, event) ->
                        appended.add(ExpectedThread.timeless(List.of(event)).replaceAll("\"attempt\":[0-9]+,?", ""))
                                && appended.size() % 2 == (odd ? 1 : 0));
    }

    @Override
    public ThreadStore prepare(FragileStore store, Disk disk, World world) {
        return new FaultyStore(store, disk);
    }

    private final class FaultyStore extends ForwardingStore {

        private final FragileStore store;
        private final Disk disk;

        FaultyStore(FragileStore store, Disk disk) {
            super(store);
            this.store = store;
            this.disk = disk;
        }

        @Override
        public void append(Append append) {
            if (!append.events().isEmpty()
                    && due.test(append.position(), append.events().get(0))) {
                fault.during(() -> super.append(append), store, disk);
            } else {
                super.append(append);
            }
        }
    }
}
