package dev.escapement.testkit;

import org.junit.jupiter.api.Nested;

/**
 * All contracts of a driver: the scenarios of threads that wait, crash and continue, each with the list of events that
 * every driver records. The author of a driver extends this class.
 *
 * <pre>{@code
 * class FilesTest extends DriverSuite {
 *     @Override
 *     protected DriverFixture fixture() throws Exception {
 *         Path directory = Files.createTempDirectory("threads");
 *         return DriverFixture.ofWorker(() -> FileThreadStore.in(directory));
 *     }
 * }
 * }</pre>
 */
@SuppressWarnings("ClassCanBeStatic") // nested test classes of JUnit are inner classes
public abstract class DriverSuite {

    /** Creates the suite. */
    protected DriverSuite() {}

    /**
     * Returns new storage for one test.
     *
     * @return the storage, which the test closes
     * @throws Exception if it cannot be created
     */
    protected abstract DriverFixture fixture() throws Exception;

    @Nested
    final class FlowScenarios extends DriverFlowContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }

    @Nested
    final class ApprovalScenarios extends DriverApprovalContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }

    @Nested
    final class QuestionScenarios extends DriverQuestionContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }

    @Nested
    final class FaultScenarios extends DriverFaultContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }

    @Nested
    final class CrashScenarios extends DriverCrashContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }

    @Nested
    final class ReleaseScenarios extends DriverReleaseContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }

    @Nested
    final class TreeScenarios extends DriverTreeContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }

    @Nested
    final class JoinScenarios extends DriverJoinContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }

    @Nested
    final class BudgetScenarios extends DriverBudgetContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }

    @Nested
    final class DecisionScenarios extends DriverDecisionContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }

    @Nested
    final class DelegateScenarios extends DriverDelegateContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }

    @Nested
    final class RecoveryScenarios extends DriverRecoveryContract {
        @Override
        protected DriverFixture fixture() throws Exception {
            return DriverSuite.this.fixture();
        }
    }
}
