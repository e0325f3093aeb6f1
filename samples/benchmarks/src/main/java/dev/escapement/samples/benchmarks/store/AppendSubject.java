package dev.escapement.samples.benchmarks.store;

import dev.escapement.run.Append;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** A store, or a database or a file system without one, to which several writers append. */
interface AppendSubject extends AutoCloseable {

    /** Opens a thread of its own for a writer. */
    Appender open(String id) throws Exception;

    @Override
    void close() throws SQLException;

    /** Returns a subject that appends through a store, under a lease for each thread. */
    static AppendSubject of(StoreKind kind, Path directory, Event first) throws Exception {
        StoreStorage storage = kind.create(directory);
        ThreadStore store = storage.open();
        return new AppendSubject() {
            @Override
            public Appender open(String id) {
                store.append(Append.of(id, 0, first));
                return new LeasedThread(
                        store, store.lease(id, Duration.ofHours(1)).orElseThrow());
            }

            @Override
            public void close() throws SQLException {
                StoreStorage.close(store);
                storage.close();
            }
        };
    }

    /** A thread whose lease a writer holds. */
    final class LeasedThread implements Appender {

        private final ThreadStore store;
        private final ThreadStore.Lease lease;
        private int position = 1;

        LeasedThread(ThreadStore store, ThreadStore.Lease lease) {
            this.store = store;
            this.lease = lease;
        }

        @Override
        public void append(Event event, byte[] line) {
            store.append(Append.of(lease.threadId(), position++, event).under(lease));
        }

        @Override
        public void close() {
            lease.close();
            if (store.load(lease.threadId(), 1).size() != position - 1) {
                throw new IllegalStateException("the thread does not contain all events");
            }
            store.delete(lease.threadId());
        }
    }
}
