package dev.escapement.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault of a store is detected by the tests for it. {@link InMemoryStoreContractTest} is the control. */
class StoreFaultTest {

    @ParameterizedTest
    @EnumSource
    void faultFailsContract(StoreFault fault) {
        ContractRun.of(
                        selectNestedClass(List.of(FaultySuite.class), fault.contract()),
                        FaultySuite.PARAMETER,
                        fault.name())
                .assertFailed(fault.failures());
    }
}
