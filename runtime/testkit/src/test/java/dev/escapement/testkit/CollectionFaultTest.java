package dev.escapement.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault of a collector is detected. {@link InMemoryCollectionTest} is the control. */
class CollectionFaultTest {

    @ParameterizedTest
    @EnumSource
    void faultFailsContract(CollectionFault fault) {
        ContractRun.of(selectClass(FaultyCollections.class), FaultySuite.PARAMETER, fault.name())
                .assertFailed(fault.failures());
    }
}
