package dev.escapement.run;

import dev.escapement.engine.AgentLoop;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * The default listener of a runner, which ignores events; its default executor, which runs tasks on the caller's Java
 * thread; and the default condition for the end of a drive, which is never true. A class, because the first lambda
 * expressions of a process take longer than a step.
 */
final class RunnerDefaults implements ThreadListener, Executor, BooleanSupplier {

    static final Duration LEASE_TIME = Duration.ofSeconds(30);

    private static final Duration MIN_LEASE_TIME = Duration.ofMillis(100);

    private static final Duration MAX_LEASE_TIME = Duration.ofDays(1);

    @Override
    public void recorded(AgentThread thread, Event event) {}

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public boolean getAsBoolean() {
        return false;
    }

    /** Returns a copy of a list of loops, which must have different agents. */
    static List<AgentLoop> requireDistinct(List<AgentLoop> loops) {
        Set<String> names = new HashSet<>();
        for (AgentLoop loop : loops) {
            if (!names.add(loop.agent())) {
                throw new IllegalArgumentException(DriveMessages.sameAgent(loop.agent()));
            }
        }
        return List.copyOf(loops);
    }

    static Duration requireLeaseTime(Duration leaseTime) {
        if (leaseTime.compareTo(MIN_LEASE_TIME) < 0 || leaseTime.compareTo(MAX_LEASE_TIME) > 0) {
            throw new IllegalArgumentException(DriveMessages.LEASE_TIME);
        }
        return leaseTime;
    }

    static Duration requireStepTimeout(Duration stepTimeout) {
        if (stepTimeout.isZero() || stepTimeout.isNegative()) {
            throw new IllegalArgumentException(DriveMessages.STEP_TIMEOUT);
        }
        return stepTimeout;
    }
}
