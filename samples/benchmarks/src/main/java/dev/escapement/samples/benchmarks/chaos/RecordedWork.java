package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.StepContext;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.run.Interceptor;
import dev.escapement.thread.AgentThread;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Work that records an effect in the ledger. One step of the process waits to be killed, before or after its effect; a
 * few others throw an exception that their step does not declare.
 */
final class RecordedWork implements StepWork, Interceptor {

    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Ledger ledger;
    private final Random random;
    private final int waitAt;
    private final boolean beforeEffect;
    private final double failures;
    private final AtomicInteger steps = new AtomicInteger();
    private final ThreadLocal<Command.RunStep> running = new ThreadLocal<>();

    /**
     * Creates the work of one process.
     *
     * @param waitAt the number of the step that waits to be killed, counted from 1; 0 for none
     * @param beforeEffect whether this step waits before its effect
     * @param failures the probability that a step throws an exception, from 0 to 1
     */
    RecordedWork(Ledger ledger, Random random, int waitAt, boolean beforeEffect, double failures) {
        this.ledger = ledger;
        this.random = random;
        this.waitAt = waitAt;
        this.beforeEffect = beforeEffect;
        this.failures = failures;
    }

    @Override
    public Outcome step(AgentThread thread, Command.RunStep step, Invocation next) throws Exception {
        running.set(step);
        try {
            return next.run();
        } finally {
            running.remove();
        }
    }

    @Override
    public String perform(StepContext context, String item) {
        Command.RunStep step = Objects.requireNonNull(running.get(), "the running step");
        boolean waits = steps.incrementAndGet() == waitAt;
        if (waits && beforeEffect) {
            awaitKill();
        }
        mayFail();
        ledger.append(new Ledger.Entry(context.idempotencyKey(), step.effect(), step.attempt(), item));
        if (waits) {
            awaitKill();
        }
        mayFail();
        return result(context.idempotencyKey());
    }

    /** Returns the result of a step that ran with a given key. */
    static String result(String key) {
        return "done: " + key;
    }

    private void mayFail() {
        if (random.nextDouble() < failures / 2) {
            throw new IllegalStateException("a failure of the kill test");
        }
    }

    private static void awaitKill() {
        Lines.print(Lines.INSIDE);
        long end = System.nanoTime() + MAX_WAIT_NANOS;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(MAX_WAIT_NANOS);
        }
        throw new IllegalStateException("the process was not killed");
    }
}
