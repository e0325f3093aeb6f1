package dev.escapement.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault of a content store is detected. {@link InMemoryContentContractTest} is the control. */
class ContentFaultTest {

    @ParameterizedTest
    @EnumSource
    void faultFailsContract(ContentFault fault) {
        ContractRun.of(selectClass(FaultyContents.class), FaultySuite.PARAMETER, fault.name())
                .assertFailed(fault.failures());
    }
}
