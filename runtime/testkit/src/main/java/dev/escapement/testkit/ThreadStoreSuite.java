package dev.escapement.testkit;

import org.junit.jupiter.api.Nested;

/**
 * All contracts of a store that implements {@link dev.escapement.run.ThreadStore}, {@link
 * dev.escapement.run.ThreadIndex} and {@link dev.escapement.run.ThreadQueue}. The author of a store extends this class.
 *
 * <pre>{@code
 * class FilesTest extends ThreadStoreSuite {
 *     @Override
 *     protected StoreFixture fixture() throws Exception {
 *         Path directory = Files.createTempDirectory("threads");
 *         return () -> FileThreadStore.in(directory);
 *     }
 * }
 * }</pre>
 *
 * <p>For a store without an index or a queue, extend the classes of the other contracts instead. {@link
 * ContentStoreContract} and {@link TransactionalStoreContract} are separate.
 */
@SuppressWarnings("ClassCanBeStatic") // nested test classes of JUnit are inner classes
public abstract class ThreadStoreSuite {

    /** Creates the suite. */
    protected ThreadStoreSuite() {}

    /**
     * Returns new, empty storage for one test.
     *
     * @return the storage, which the test closes
     * @throws Exception if it cannot be created
     */
    protected abstract StoreFixture fixture() throws Exception;

    @Nested
    final class Threads extends ThreadStoreContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return ThreadStoreSuite.this.fixture();
        }
    }

    @Nested
    final class Leases extends LeaseContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return ThreadStoreSuite.this.fixture();
        }
    }

    @Nested
    final class DeletedThreads extends RetentionContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return ThreadStoreSuite.this.fixture();
        }
    }

    @Nested
    final class ThreadEntries extends ThreadIndexContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return ThreadStoreSuite.this.fixture();
        }
    }

    @Nested
    final class Pages extends IndexPagingContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return ThreadStoreSuite.this.fixture();
        }
    }

    @Nested
    final class Questions extends QuestionIndexContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return ThreadStoreSuite.this.fixture();
        }
    }

    @Nested
    final class Queue extends ThreadQueueContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return ThreadStoreSuite.this.fixture();
        }
    }

    @Nested
    final class Retries extends QueueRetryContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return ThreadStoreSuite.this.fixture();
        }
    }

    @Nested
    final class Schedules extends ScheduleContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return ThreadStoreSuite.this.fixture();
        }
    }

    @Nested
    final class Conflicts extends StoreRaceContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return ThreadStoreSuite.this.fixture();
        }
    }
}
