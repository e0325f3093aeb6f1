package dev.escapement.testkit;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** The contract on a store with the fault that a configuration parameter names. For {@link TransactionFaultTest}. */
@ExtendWith(FaultyTransactions.Injection.class)
class FaultyTransactions extends TransactionalStoreContract {

    private TransactionFault fault;

    @Override
    protected TransactionalFixture fixture() {
        return fault.fixture();
    }

    /** Sets the fault of a contract. */
    static final class Injection implements TestInstancePostProcessor {
        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            ((FaultyTransactions) instance).fault = TransactionFault.valueOf(
                    context.getConfigurationParameter(FaultySuite.PARAMETER).orElseThrow());
        }
    }
}
