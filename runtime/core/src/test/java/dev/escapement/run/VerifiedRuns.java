package dev.escapement.run;

import dev.escapement.engine.Replay;
import dev.escapement.engine.ReplayResult;
import dev.escapement.fixture.TestLoop;
import dev.escapement.thread.AgentThread;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A verification, after each test, that the code which recorded a thread of a {@link ScriptedRun} verifies it. Threads
 * that several releases of an agent have executed are omitted.
 */
public final class VerifiedRuns implements BeforeEachCallback, AfterEachCallback {

    /** A test, or a class of tests, whose threads were not recorded by the code of one agent. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface NotVerified {

        /** Returns the reason. */
        String value();
    }

    private static final Map<ThreadStore, Set<TestLoop>> RUNS = new IdentityHashMap<>();

    /** Notes that a loop executes the threads of a store. */
    static synchronized void add(ThreadStore store, TestLoop loop) {
        RUNS.computeIfAbsent(store, any -> new LinkedHashSet<>()).add(loop);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        synchronized (VerifiedRuns.class) {
            RUNS.clear();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent() || isOmitted(context)) {
            return;
        }
        synchronized (VerifiedRuns.class) {
            RUNS.forEach((store, loops) -> {
                if (loops.size() == 1) {
                    store.load("t1").ifPresent(thread -> verify(loops.iterator().next(), thread));
                }
            });
        }
    }

    private static boolean isOmitted(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(NotVerified.class)
                || context.getRequiredTestMethod().isAnnotationPresent(NotVerified.class);
    }

    private static void verify(TestLoop loop, AgentThread thread) {
        if (loop.agent().equals(thread.agent())
                && Replay.verify(loop, thread) instanceof ReplayResult.Divergence found) {
            throw new AssertionError("diverges: " + found + " in " + ScriptedRun.kinds(thread));
        }
    }
}
