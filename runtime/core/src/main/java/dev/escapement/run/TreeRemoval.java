package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.ParentCall;
import java.time.Clock;
import java.util.Optional;

/**
 * The deletion and the erasure of threads that belong to a tree. The children of a removed thread are cancelled, and a
 * parent does not wait for a removed child. All operations can be repeated after a crash.
 */
final class TreeRemoval {

    private final ThreadStore store;
    private final ThreadTree tree;

    TreeRemoval(ThreadStore store) {
        this.store = store;
        this.tree = new ThreadTree(store, Clock.systemUTC());
    }

    /** Deletes a thread, unless another thread waits for it, which would otherwise create it again. */
    boolean delete(String id) {
        Optional<AgentThread> thread = load(id);
        if (thread.filter(this::isAwaited).isPresent()) {
            return false;
        }
        thread.filter(each -> !each.state().delegates().values().isEmpty()).ifPresent(this::end);
        return store.delete(id);
    }

    /** Erases a thread. A thread that has a parent or children ends before, so that they do not wait for it. */
    boolean erase(String id) {
        load(id).filter(thread -> ParentCall.of(thread).isPresent()
                        || !thread.state().delegates().values().isEmpty())
                .ifPresent(this::end);
        return store.erase(id);
    }

    private boolean isAwaited(AgentThread thread) {
        return ParentCall.of(thread)
                .flatMap(call ->
                        load(call.threadId()).flatMap(parent -> ThreadTree.open(parent, call.callId(), thread.id())))
                .isPresent();
    }

    /** Ends a thread and its children, and records its end in its parent. */
    private void end(AgentThread known) {
        if (!known.hasEnded()) {
            try {
                AgentThread unused = ThreadInbox.of(store).cancel(known.id(), RunMessages.REMOVED);
                return;
            } catch (NotWaitingException ended) {
                tree.complete(ended.thread());
                return;
            }
        }
        tree.complete(known);
    }

    /** Returns a thread; empty if it cannot be read, because then its tree is not known. */
    private Optional<AgentThread> load(String id) {
        try {
            return StoreRetry.whileBusy(() -> store.load(id));
        } catch (ErasedThreadException | CorruptThreadException | NewerThreadException e) {
            return Optional.empty();
        }
    }
}
