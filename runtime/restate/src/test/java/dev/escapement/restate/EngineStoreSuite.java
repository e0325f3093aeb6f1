package dev.escapement.restate;

import dev.escapement.testkit.IndexPagingContract;
import dev.escapement.testkit.QuestionIndexContract;
import dev.escapement.testkit.RetentionContract;
import dev.escapement.testkit.StoreFixture;
import dev.escapement.testkit.StoreRaceContract;
import dev.escapement.testkit.ThreadIndexContract;
import dev.escapement.testkit.ThreadStoreContract;
import org.junit.jupiter.api.Nested;

/**
 * The contracts of a store that is an engine. Those of leases, queues, retries and schedules do not apply: the engine itself
 * selects and executes threads. Tests of the other contracts that acquire a lease are skipped.
 */
@SuppressWarnings("ClassCanBeStatic") // nested test classes of JUnit are inner classes
abstract class EngineStoreSuite {

    abstract StoreFixture fixture() throws Exception;

    @Nested
    final class Threads extends ThreadStoreContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return EngineStoreSuite.this.fixture();
        }
    }

    @Nested
    final class DeletedThreads extends RetentionContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return EngineStoreSuite.this.fixture();
        }
    }

    @Nested
    final class ThreadEntries extends ThreadIndexContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return EngineStoreSuite.this.fixture();
        }
    }

    @Nested
    final class Pages extends IndexPagingContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return EngineStoreSuite.this.fixture();
        }
    }

    @Nested
    final class Questions extends QuestionIndexContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return EngineStoreSuite.this.fixture();
        }
    }

    @Nested
    final class Conflicts extends StoreRaceContract {
        @Override
        protected StoreFixture fixture() throws Exception {
            return EngineStoreSuite.this.fixture();
        }
    }
}
