package dev.escapement.restate;

import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateStarted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits until the engine has executed a thread as far as it can. */
final class ThreadRest {

    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long MAX_PAUSE_MILLIS = 500;

    private final RestateThreadStore store;

    ThreadRest(RestateThreadStore store) {
        this.store = store;
    }

    /** Implements {@link RestateThreadStore#awaitRest}. */
    Optional<ThreadEntry> await(String id, Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            ThreadEntry entry = store.entry(id).orElseThrow(() -> new UnknownThreadException(id));
            if (isAtRest(entry)) {
                return Optional.of(entry);
            }
            long left = limit.minusNanos(System.nanoTime() - start).toMillis();
            if (left <= 0) {
                return Optional.empty();
            }
            TimeUnit.MILLISECONDS.sleep(Math.min(pause, left));
            pause = Math.min(MAX_PAUSE_MILLIS, pause + pause / 2);
        }
    }

    private boolean isAtRest(ThreadEntry entry) {
        if (entry.standing().phase() == Standing.Phase.RUNNABLE) {
            return entry.parked();
        }
        List<String> calls = entry.standing().questions().stream()
                .filter(question -> question.kind() == Standing.Kind.CHILD)
                .map(Standing.Question::callId)
                .toList();
        return calls.isEmpty() || areChildrenAtRest(entry.id(), calls);
    }

    /** Returns whether all children for which a thread waits are at rest. After the end of one, the thread continues. */
    private boolean areChildrenAtRest(String id, List<String> calls) {
        AgentThread thread = store.load(id).orElseThrow(() -> new UnknownThreadException(id));
        Map<String, DelegateStarted> delegates = thread.state().delegates();
        if (!delegates.keySet().containsAll(calls)) {
            return false; // the thread recorded the end of a child after its entry was read
        }
        for (DelegateStarted child : delegates.values()) {
            Optional<ThreadEntry> entry = store.entry(child.threadId());
            if (entry.isEmpty()
                    || (entry.get().standing().phase().isEnd() && !entry.get().erased())) {
                return false; // it is about to be created, or the thread is about to record its end
            } else if (!entry.get().erased() && !isAtRest(entry.get())) {
                return false;
            }
        }
        return true;
    }
}
