package dev.escapement.testkit;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** The contracts on a store with the fault that a configuration parameter names. Executed by {@link StoreFaultTest}. */
@ExtendWith(FaultySuite.Injection.class)
class FaultySuite extends ThreadStoreSuite {

    static final String PARAMETER = "fault";

    private StoreFault fault;

    @Override
    protected StoreFixture fixture() {
        return fault.fixture();
    }

    /** Sets the fault of a suite. */
    static final class Injection implements TestInstancePostProcessor {
        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            if (instance instanceof FaultySuite suite) {
                suite.fault = StoreFault.valueOf(
                        context.getConfigurationParameter(PARAMETER).orElseThrow());
            }
        }
    }
}
