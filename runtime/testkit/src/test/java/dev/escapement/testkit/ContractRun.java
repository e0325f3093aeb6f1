package dev.escapement.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The tests of a contract that passed, and those that failed, with their messages. */
final class ContractRun implements TestExecutionListener {

    private final Set<String> passed = new TreeSet<>();
    private final TreeMap<String, String> failed = new TreeMap<>();

    private ContractRun() {}

    /** Runs the tests of a class that a selector identifies. */
    static ContractRun of(DiscoverySelector selector, String parameter, String value) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .configurationParameter(parameter, value)
                .build();
        ContractRun run = new ContractRun();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(config).execute(request, run);
        return run;
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.getSource().orElse(null) instanceof MethodSource method) {
            switch (result.getStatus()) {
                case SUCCESSFUL -> passed.add(method.getMethodName());
                case FAILED, ABORTED ->
                    failed.put(
                            method.getMethodName(),
                            result.getThrowable().map(Throwable::toString).orElse(""));
            }
        }
    }

    /** Checks that the named tests failed, and that others passed. */
    void assertFailed(List<String> expected) {
        assertTrue(failed.keySet().containsAll(expected), () -> "expected failures of " + expected + ", not " + failed);
        assertTrue(!passed.isEmpty(), () -> "all tests failed: " + failed);
    }
}
