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

    /** The maximum number of attempts to end a thread while other processes remove threads of its tree. */
    private static final int MAX_ATTEMPTS = 3;

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

    /**
     * Ends a thread and its children, and records its end in its parent unless the parent is damaged. Has no effect if another
     * process has removed the thread.
     *
     * @throws StoreException if this is not complete; the thread must then not be removed, because the tree could not be
     *     completed without its events
     * @throws NewerThreadException if only a later release can read a child or the parent, for the same reason
     * @throws CorruptThreadException if a child or the parent cannot be decrypted here, for the same reason
     */
    private void end(AgentThread known) {
        Optional<AgentThread> thread = Optional.of(known);
        for (int attempt = 1; thread.isPresent(); attempt++) {
            try {
                tree.complete(ended(thread.get()));
                return;
            } catch (CorruptThreadException damagedParent) {
                damagedParent.requireDamaged();
                return; // it does not continue
            } catch (UnknownThreadException | ErasedThreadException concurrent) {
                thread = load(known.id());
                if (thread.isPresent() && attempt == MAX_ATTEMPTS) {
                    throw concurrent;
                }
            }
        }
    }

    private AgentThread ended(AgentThread thread) {
        if (thread.hasEnded()) {
            return thread;
        }
        try {
            return ThreadInbox.of(store).cancel(thread.id(), RunMessages.REMOVED); // completes the tree if it can
        } catch (NotWaitingException ended) {
            return ended.thread();
        }
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
