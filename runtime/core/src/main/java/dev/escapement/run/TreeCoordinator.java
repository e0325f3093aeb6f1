package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The execution of a thread with its children, depth first, and of its parents after its end. While a child is executed,
 * its parent has no lease, so that any process can continue it. Children of other agents are left to workers.
 */
final class TreeCoordinator {

    private final RunnerAgents agents;
    private final ThreadCoordinator threads;

    /** The agents of children that were left to workers, each of which is logged once. */
    private final Set<String> leftToWorkers = ConcurrentHashMap.newKeySet();

    TreeCoordinator(RunnerAgents agents, ThreadCoordinator threads) {
        this.agents = agents;
        this.threads = threads;
    }

    AgentThread start(String id, Event.Started started) {
        return withTree(threads.start(id, started), true);
    }

    AgentThread fork(String id, int position, String newId) {
        return withTree(threads.fork(id, position, newId), true);
    }

    AgentThread resume(String id) {
        AgentThread stored = threads.load(id);
        return withTree(threads.resume(stored), !stored.hasEnded());
    }

    AgentThread decide(String id, Supplier<AgentThread> decision) {
        return withTree(threads.decide(id, decision), true);
    }

    /**
     * Executes the children and the parents of a thread.
     *
     * @param isEndNew whether the thread had not ended before
     */
    private AgentThread withTree(AgentThread driven, boolean isEndNew) {
        if (agents.first().store().isEngine()) {
            return driven;
        }
        AgentThread thread = withChildren(driven);
        try {
            continueParents(thread, isEndNew);
        } catch (DriveException failure) {
            throw failure.in(thread); // the caller does not know the parent
        }
        return thread;
    }

    /** Executes the children for which a thread waits, and continues the thread after the end of a child. */
    private AgentThread withChildren(AgentThread driven) {
        AgentThread thread = driven;
        while (true) {
            List<DelegateStarted> children = awaited(thread);
            if (children.isEmpty()) {
                return thread;
            }
            try (ListenerCursor cursor = threads.cursor(thread.id())) {
                cursor.from(thread.events().size()); // the children append their ends without the lease
                drive(thread, children);
                AgentThread latest = threads.latest(thread);
                if (latest.events().size() == thread.events().size()) {
                    return thread;
                }
                thread = threads.resume(thread.id());
            }
        }
    }

    /** Returns the children for which a thread waits and that this runner can execute. */
    private List<DelegateStarted> awaited(AgentThread thread) {
        return thread.state().delegates().values().stream()
                .filter(child -> ThreadTree.isAwaited(thread, child) && isExecutable(child))
                .toList();
    }

    private boolean isExecutable(DelegateStarted child) {
        boolean executable = agents.include(child);
        if (!executable && leftToWorkers.add(child.agent())) {
            RunLog.log(TreeCoordinator.class, System.Logger.Level.INFO, DriveMessages.leftToWorkers(child.agent()));
        }
        return executable;
    }

    /** Executes all children, also if one of them fails. Then throws the first failure. */
    private void drive(AgentThread parent, List<DelegateStarted> children) {
        List<RuntimeException> failures = new ArrayList<>();
        try {
            ConcurrentTasks.run(agents.first(), children, this::failure, failure -> failure.ifPresent(failures::add));
        } catch (InterruptedActionException e) {
            throw DriveException.of(agents.first().store(), parent, e);
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.subList(1, failures.size()).forEach(first::addSuppressed);
            throw first instanceof DriveException drive ? drive.in(threads.latest(parent)) : first;
        }
    }

    private Optional<RuntimeException> failure(DelegateStarted child) {
        try {
            AgentThread unused = withChildren(threads.resumeChild(child.threadId()));
            return Optional.empty();
        } catch (UnknownThreadException | ErasedThreadException e) {
            return Optional.empty(); // the holder of the parent's lease creates the child, or records its end
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Continues the parents of a thread that has ended, as far as they are of an agent of this runner. */
    private void continueParents(AgentThread driven, boolean isEndNew) {
        AgentThread thread = driven;
        boolean isNew = isEndNew;
        while (thread != null && thread.hasEnded()) {
            AgentThread parent = parent(thread);
            if (parent == null) {
                return;
            }
            thread = continued(parent, thread, isNew);
            isNew = !parent.hasEnded();
        }
    }

    /** Returns the parent of a thread; null if there is none or it is not of an agent of this runner. */
    private @Nullable AgentThread parent(AgentThread child) {
        ParentCall call = ParentCall.of(child).orElse(null);
        if (call == null || agents.find(call.path().get(call.path().size() - 1)).isEmpty()) {
            return null;
        }
        try {
            return threads.load(call.threadId());
        } catch (UnknownThreadException | ErasedThreadException deleted) {
            return null;
        }
    }

    private static boolean isEndOf(AgentThread child, DelegateEnded end) {
        return ParentCall.of(child)
                .filter(call -> call.callId().equals(end.callId()))
                .isPresent();
    }

    private @Nullable AgentThread continued(AgentThread parent, AgentThread child, boolean isEndNew) {
        try (ListenerCursor cursor = threads.cursor(parent.id())) {
            if (isEndNew && parent.last() instanceof DelegateEnded end && isEndOf(child, end)) {
                cursor.from(parent.events().size() - 1); // the child appended its end without the lease
            }
            return withChildren(threads.resume(parent));
        } catch (UnknownThreadException | ErasedThreadException deleted) {
            return null;
        }
    }
}
