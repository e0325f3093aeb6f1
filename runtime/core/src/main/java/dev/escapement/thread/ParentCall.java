package dev.escapement.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The call of another thread that started a thread.
 *
 * @param threadId the id of the parent thread
 * @param callId the id of the call in the parent thread
 * @param path the names of the agents from the root thread to the parent thread, one or more
 * @param maxDepth the maximum length of the path of a thread in this tree
 */
public record ParentCall(String threadId, String callId, List<String> path, int maxDepth) {
    public ParentCall {
        Objects.requireNonNull(threadId, "threadId");
        Objects.requireNonNull(callId, "callId");
        path = List.copyOf(path);
    }

    /**
     * Returns the call that started a thread.
     *
     * @param thread the thread
     * @return the call; empty for a thread that was not delegated
     */
    public static Optional<ParentCall> of(AgentThread thread) {
        return ((Event.Started) thread.events().get(0)).parent();
    }

    /**
     * Returns the names of the agents from the root thread to a thread.
     *
     * @param thread the thread
     * @return the path, whose last element is the agent of the thread
     */
    public static List<String> pathOf(AgentThread thread) {
        List<String> path = new ArrayList<>(of(thread).map(ParentCall::path).orElse(List.of()));
        path.add(thread.agent());
        return path;
    }

    /**
     * Returns whether a thread is the child that another thread started. The path of a child is one name longer than that of
     * its parent, so that following children in a damaged store ends.
     *
     * @param parent the parent
     * @param started the event of the parent
     * @param child the thread
     * @return {@code true} if the thread records the call of the parent and its path
     */
    public static boolean isChild(AgentThread parent, DelegateStarted started, AgentThread child) {
        return of(child)
                .filter(call -> call.threadId().equals(parent.id())
                        && call.callId().equals(started.callId())
                        && call.path().equals(pathOf(parent)))
                .isPresent();
    }
}
