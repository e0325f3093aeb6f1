package dev.escapement.testkit;

import dev.escapement.content.ContentStore;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** The contract on a store with the fault that a configuration parameter names. For {@link ContentFaultTest}. */
@ExtendWith(FaultyContents.Injection.class)
class FaultyContents extends ContentStoreContract {

    private ContentStore store;

    @Override
    protected ContentStore contents() {
        return store;
    }

    /** Sets the store of a test. */
    static final class Injection implements TestInstancePostProcessor {
        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            String fault =
                    context.getConfigurationParameter(FaultySuite.PARAMETER).orElseThrow();
            ((FaultyContents) instance).store = ContentFault.valueOf(fault).store();
        }
    }
}
