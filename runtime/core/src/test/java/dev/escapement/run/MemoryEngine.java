package dev.escapement.run;

import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A durable engine in memory with one Java thread. Its attempts can end before a result is stored, as if the process had
 * been killed, and it then begins another attempt.
 */
final class MemoryEngine extends ForwardingStore implements Advance.Visitor<Boolean> {

    private final Deque<String> due = new ArrayDeque<>();
    private final Map<String, Advance.Failed> failures = new LinkedHashMap<>();
    private IntPredicate dies = advance -> false;
    private int advances;
    private @Nullable AgentThread executed;
    private ThreadDriver driver;

    /** Creates an engine whose driver is set with {@link #run}. */
    MemoryEngine(ThreadStore store, Runner runner) {
        super(store);
        this.driver = ThreadDriver.of(runner);
    }

    /** Loses the results for whose number, from 0, a condition is true. */
    MemoryEngine losing(IntPredicate condition) {
        dies = condition;
        return this;
    }

    /** Returns the number of results so far. */
    int advances() {
        return advances;
    }

    /** Returns the last failure of a thread. */
    Advance.Failed failure(String id) {
        return Optional.ofNullable(failures.get(id)).orElseThrow();
    }

    @Override
    public boolean isEngine() {
        return true;
    }

    @Override
    public void append(Append append) {
        super.append(append);
        due.add(append.threadId());
    }

    /** Returns the thread that is being executed. */
    private AgentThread thread() {
        return Objects.requireNonNull(executed);
    }

    /** Executes all due threads with another release of the agents. */
    void run(Runner release) {
        driver = ThreadDriver.of(release);
        run();
    }

    /** Executes all due threads until they are at rest. */
    void run() {
        while (!due.isEmpty()) {
            drive(due.remove());
        }
    }

    /** Executes a thread and returns it. */
    private AgentThread drive(String id) {
        AgentThread outer = executed;
        boolean continues = true;
        while (continues) {
            int failed = Optional.ofNullable(failures.get(id))
                    .map(Advance.Failed::failures)
                    .orElse(0);
            executed = load(id).orElseThrow();
            continues = attempt(driver.attempt(id, executed.events().size(), failed));
        }
        AgentThread driven = thread();
        executed = outer;
        return driven;
    }

    /** Returns whether the attempt ended before the thread was at rest. */
    private boolean attempt(DriveAttempt attempt) {
        try (attempt) {
            boolean continues = true;
            while (continues) {
                Advance advance = attempt.advance(thread());
                if (dies.test(advances++)) {
                    return true;
                }
                continues = advance.accept(this);
            }
            return false;
        }
    }

    @Override
    public Boolean recorded(Advance.Recorded recorded) {
        failures.remove(thread().id());
        record(recorded.events(), recorded.standing());
        recorded.children().stream()
                .filter(child -> load(child.threadId()).isEmpty())
                .forEach(this::append);
        return true;
    }

    private void record(List<Event> events, Standing standing) {
        super.append(new Append(thread().id(), thread().events().size(), events, Optional.empty(), standing));
        for (Event event : events) {
            executed = thread().with(event);
        }
    }

    @Override
    public Boolean endChildren(Advance.EndChildren children) {
        for (Advance.ChildEnd end : children.children()) {
            Optional<AgentThread> child = load(end.threadId());
            List<Event> ending = driver.ending(child, end);
            int size = child.map(known -> known.events().size()).orElse(0);
            super.append(new Append(end.threadId(), size, ending, Optional.empty(), Standing.RUNNABLE));
            AgentThread ended = drive(end.threadId());
            executed = load(thread().id()).orElseThrow(); // the child notifies it
            driver.ended(thread(), end.callId(), end.threadId(), ended)
                    .ifPresent(event -> record(List.of(event), Standing.RUNNABLE));
        }
        return true;
    }

    @Override
    public Boolean atRest(Advance.AtRest rest) {
        record(List.of(), rest.standing());
        if (thread().hasEnded()) {
            ParentCall.of(thread()).ifPresent(this::notify);
        }
        return false;
    }

    private void notify(ParentCall call) {
        AgentThread parent = load(call.threadId()).orElseThrow();
        driver.ended(parent, call.callId(), thread().id(), thread())
                .ifPresent(
                        ended -> append(Append.of(parent.id(), parent.events().size(), ended)));
    }

    @Override
    public Boolean failed(Advance.Failed failed) {
        failures.put(thread().id(), failed);
        if (failed.delay().isPresent()) {
            due.add(thread().id());
        }
        return false;
    }
}
