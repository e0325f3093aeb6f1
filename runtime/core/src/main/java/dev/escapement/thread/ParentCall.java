package dev.escapement.thread;

import java.util.List;
import java.util.Objects;

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
}
