package dev.escapement.testkit;

import dev.escapement.StepContext;
import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.TransactionalStore;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A transactional store in memory with a table of rows. Transactions run one after the other. */
class TableFixture implements TransactionalFixture {

    /** The rows of one transaction. */
    record Rows(List<String> values) {}

    private final ManualClock clock = new ManualClock(Instant.parse("2026-05-06T07:08:09Z"));
    private final InMemoryThreadStore memory = new InMemoryThreadStore(clock);
    private final List<String> committed = new ArrayList<>();

    @Override
    public TransactionalStore open() {
        return new TableStore();
    }

    @Override
    public void insertRow(StepContext.Resources resources, String value) {
        resources.find(Rows.class).orElseThrow().values().add(value);
    }

    @Override
    public void failRow(StepContext.Resources resources) throws Exception {
        failed(resources.find(Rows.class).orElseThrow());
        throw new IllegalArgumentException("rejected");
    }

    /** Handles the failure of a statement. Has no effect on the transaction by default. */
    void failed(Rows rows) {}

    @Override
    public int countRows() {
        synchronized (committed) {
            return committed.size();
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration time) {
        clock.advance(time);
    }

    @Override
    public Duration shortLease() {
        return Duration.ofMillis(100);
    }

    /** Ends a transaction whose work failed. */
    void rollBack(Rows rows, List<Append> appends) {}

    /** Ends a transaction whose work returned. */
    void commit(Rows rows, List<Append> appends) {
        appends.forEach(memory::append);
        committed.addAll(rows.values());
    }

    final InMemoryThreadStore memory() {
        return memory;
    }

    final List<String> committed() {
        return committed;
    }

    /** A store in memory that defers appends to the end of the transaction. */
    private final class TableStore extends DelegatingStore implements TransactionalStore {

        TableStore() {
            super(memory);
        }

        @Override
        public <T> T inTransaction(Work<T> work) throws Exception {
            synchronized (committed) {
                Rows rows = new Rows(new ArrayList<>());
                List<Append> appends = new ArrayList<>();
                T result;
                try {
                    result = work.run(new TableTransaction(rows, appends));
                } catch (Throwable failure) {
                    rollBack(rows, appends);
                    throw failure;
                }
                commit(rows, appends);
                return result;
            }
        }
    }

    private final class TableTransaction implements TransactionalStore.Transaction {

        private final Rows rows;
        private final List<Append> appends;

        TableTransaction(Rows rows, List<Append> appends) {
            this.rows = rows;
            this.appends = appends;
        }

        @Override
        public StepContext.Resources resources() {
            return new StepContext.Resources() {
                @Override
                public <T> Optional<T> find(Class<T> type) {
                    return type.isInstance(rows) ? Optional.of(type.cast(rows)) : Optional.empty();
                }
            };
        }

        @Override
        public List<Event> load(String id, int fromPosition) {
            return memory.load(id, fromPosition);
        }

        @Override
        public void append(Append append) {
            int size = memory.load(append.threadId(), 0).size();
            if (!append.lease().orElseThrow().renew()) {
                throw new LeaseLostException(append.threadId());
            } else if (size != append.position()) {
                throw new ConcurrentRunException(append.threadId(), append.position(), size);
            }
            appends.add(append);
        }
    }
}
