package dev.escapement.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.escapement.testkit.author.SystemClockStoreTest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SuiteDiscoveryTest {

    private static final List<Class<?>> STORE_CONTRACTS = List.of(
            ThreadStoreContract.class,
            LeaseContract.class,
            RetentionContract.class,
            ThreadIndexContract.class,
            IndexPagingContract.class,
            QuestionIndexContract.class,
            ThreadQueueContract.class,
            QueueRetryContract.class,
            ScheduleContract.class,
            StoreRaceContract.class);

    private static final List<Class<?>> DRIVER_CONTRACTS = List.of(
            DriverFlowContract.class,
            DriverApprovalContract.class,
            DriverQuestionContract.class,
            DriverDecisionContract.class,
            DriverBudgetContract.class,
            DriverFaultContract.class,
            DriverCrashContract.class,
            DriverRecoveryContract.class,
            DriverReleaseContract.class,
            DriverTreeContract.class,
            DriverJoinContract.class,
            DriverDelegateContract.class);

    @Test
    void suiteHasTestsOfAllContracts() {
        long expected = count(STORE_CONTRACTS);

        assertEquals(expected, tests(InMemoryStoreContractTest.class));
        assertEquals(expected, tests(SystemClockStoreTest.class), "in another package");
    }

    @Test
    void driverSuiteHasTestsOfAllContracts() {
        assertEquals(count(DRIVER_CONTRACTS), tests(MemoryWorkerDriverTest.class));
    }

    private static long count(List<Class<?>> contracts) {
        return contracts.stream()
                .flatMap(contract -> Stream.of(contract.getDeclaredMethods()))
                .filter(SuiteDiscoveryTest::isTest)
                .count();
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class);
    }

    private static long tests(Class<?> suite) {
        return LauncherFactory.create()
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(suite))
                        .build())
                .countTestIdentifiers(TestIdentifier::isTest);
    }
}
