package dev.escapement.testkit;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** The contract on a collector with the fault that a configuration parameter names. For {@link CollectionFaultTest}. */
@ExtendWith(FaultyCollections.Injection.class)
class FaultyCollections extends ContentCollectionContract {

    private CollectionFault fault;

    @Override
    protected CollectionFixture fixture() {
        return new CollectorFixture(fault.collector());
    }

    /** Sets the fault of a contract. */
    static final class Injection implements TestInstancePostProcessor {
        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            ((FaultyCollections) instance).fault = CollectionFault.valueOf(
                    context.getConfigurationParameter(FaultySuite.PARAMETER).orElseThrow());
        }
    }
}
