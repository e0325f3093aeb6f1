package dev.escapement.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault of a transactional store is detected. {@link TransactionalTableTest} is the control. */
class TransactionFaultTest {

    @ParameterizedTest
    @EnumSource
    void faultFailsContract(TransactionFault fault) {
        ContractRun.of(selectClass(FaultyTransactions.class), FaultySuite.PARAMETER, fault.name())
                .assertFailed(fault.failures());
    }
}
