package dev.escapement.cli;

import dev.escapement.internal.text.AgentPath;
import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.NewerThreadException;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.ParentCall;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parents of the threads in a list, which the index does not contain. Only threads whose id has the form of a child's
 * id are read. For use by one Java thread.
 */
final class AgentPaths {

    private static final Pattern CHILD_ID = Pattern.compile(".+~[0-9a-f]{16}", Pattern.DOTALL);

    private final ThreadStore store;
    private final Map<String, Optional<ParentCall>> parents = new HashMap<>();

    AgentPaths(ThreadStore store) {
        this.store = store;
    }

    /** Returns the call that started a thread; empty for a root, or if the thread cannot be read. */
    Optional<ParentCall> parent(String threadId) {
        return CHILD_ID.matcher(threadId).matches() ? parents.computeIfAbsent(threadId, this::read) : Optional.empty();
    }

    private Optional<ParentCall> read(String threadId) {
        try {
            return store.load(threadId).flatMap(ParentCall::of);
        } catch (ErasedThreadException | CorruptThreadException | NewerThreadException e) {
            return Optional.empty(); // the list must not fail because of one thread
        }
    }

    /** Returns the path of a thread for people. */
    String text(String threadId, String agent) {
        return parent(threadId)
                .map(call -> AgentPath.text(call.path()) + AgentPath.SEPARATOR + AgentPath.simpleName(agent))
                .orElseGet(() -> AgentPath.simpleName(agent));
    }
}
