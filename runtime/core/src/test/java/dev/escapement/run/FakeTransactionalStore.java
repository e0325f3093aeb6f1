package dev.escapement.run;

import dev.escapement.StepContext;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store with a table of texts that transactional steps write. */
final class FakeTransactionalStore extends FencedStore implements TransactionalStore {

    /** The connection of a transaction, with the rows that it has written. */
    record Connection(List<String> rows) {}

    /** Thrown by a step or a commit to request that the transaction be repeated. */
    static final class SerializationFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<String> rows = new ArrayList<>();
    private Runnable beforeAppend = () -> {};
    private CommitHook beforeCommit = () -> {};
    private int transactions;
    private boolean locked;

    /** Returns the committed rows. */
    List<String> rows() {
        return rows;
    }

    int transactions() {
        return transactions;
    }

    /** Sets code that runs once before the append of the next transaction. */
    void beforeAppend(Runnable once) {
        beforeAppend = once;
    }

    /** Code that runs before a commit. */
    @FunctionalInterface
    interface CommitHook {
        void run() throws Exception;
    }

    /** Sets code that runs once before the next commit, which fails if the code throws. */
    void beforeCommit(CommitHook once) {
        beforeCommit = once;
    }

    @Override
    public <T> T inTransaction(Work<T> work) throws Exception {
        while (true) {
            transactions++;
            FakeTransaction transaction = new FakeTransaction();
            locked = true;
            try {
                T result = work.run(transaction);
                CommitHook hook = beforeCommit;
                beforeCommit = () -> {};
                hook.run();
                transaction.commit();
                return result;
            } catch (Exception e) {
                if (!(e instanceof SerializationFailure) && !(e.getCause() instanceof SerializationFailure)) {
                    throw e;
                }
            } finally {
                locked = false;
            }
        }
    }

    /** Fails within a transaction, which locks the table of leases. */
    @Override
    void beforeRenewal() {
        if (locked) {
            throw new StoreException("locked by the transaction", null, StoreException.Reason.BUSY, null);
        }
    }

    private final class FakeTransaction implements Transaction, StepContext.Resources {

        private final Connection connection = new Connection(new ArrayList<>());
        private final List<Append> staged = new ArrayList<>();

        private void commit() {
            staged.forEach(FakeTransactionalStore.this::store);
            rows.addAll(connection.rows());
        }

        @Override
        public StepContext.Resources resources() {
            return this;
        }

        @Override
        public <T> Optional<T> find(Class<T> type) {
            return type == Connection.class ? Optional.of(type.cast(connection)) : Optional.empty();
        }

        @Override
        public List<Event> load(String id, int fromPosition) {
            return FakeTransactionalStore.this.load(id, fromPosition);
        }

        @Override
        public void append(Append append) {
            Runnable hook = beforeAppend;
            beforeAppend = () -> {};
            hook.run();
            requireNewest((FencedLease) append.lease().orElseThrow());
            int size = FakeTransactionalStore.this
                    .load(append.threadId())
                    .orElseThrow()
                    .events()
                    .size();
            if (size != append.position()) {
                throw new ConcurrentRunException(append.threadId(), append.position(), size);
            }
            staged.add(append);
        }
    }
}
