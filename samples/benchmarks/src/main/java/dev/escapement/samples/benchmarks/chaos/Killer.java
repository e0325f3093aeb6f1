package dev.escapement.samples.benchmarks.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The starts and kills of child processes. Safe for concurrent use: each Java thread has one child at a time. */
final class Killer {

    /** The figure of all kills. */
    static final String KILLS = "kills";

    /** The figure of the kills inside steps. */
    static final String INSIDE = "kills inside steps";

    /** The rule that processes do not print anything else, such as exceptions of a drive. */
    static final String UNEXPECTED = "unexpected lines or exceptions of processes";

    private static final String BEFORE = "kills inside steps, before the effect";
    private static final long MAX_START_SECONDS = 120;
    private static final long MAX_WAIT_MILLIS = 10_000; // on a loaded machine

    private final KillOptions options;
    private final List<String> files;
    private final ActiveThreads active;
    private final Figures figures;
    private final Acknowledgements acknowledged;
    private int planned;
    private int plannedInside;

    /**
     * Creates a killer.
     *
     * @param files the directory of the threads and the file of the ledger
     */
    Killer(
            KillOptions options,
            List<String> files,
            ActiveThreads active,
            Figures figures,
            Acknowledgements acknowledged) {
        this.options = options;
        this.files = files;
        this.active = active;
        this.figures = figures;
        this.acknowledged = acknowledged;
    }

    /** Starts and kills processes until the number of kills is reached. */
    void run(Random random) throws IOException, InterruptedException {
        for (KillPlan plan = plan(random); plan != null; plan = plan(random)) {
            CountDownLatch event = new CountDownLatch(1);
            try (ChildProcess child = start(random, plan, event::countDown)) {
                boolean isInside = plan.isInside() && child.awaitInside(MAX_WAIT_MILLIS);
                if (!plan.isInside() && event.await(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(plan.micros()));
                }
                figures.require0("processes that ended by themselves", child.isAlive() ? 0 : 1, files.get(0));
                child.kill();
                count(plan, isInside, event.getCount() == 0);
            }
        }
    }

    /**
     * Returns the plan of the next kill, or null if the number of kills is reached and half of them were inside steps.
     */
    private synchronized KillPlan plan(Random random) {
        boolean hasHalf = 2 * plannedInside >= planned;
        if (planned >= options.kills() && hasHalf) {
            return null;
        }
        boolean isInside = 2 * plannedInside <= planned;
        planned++;
        plannedInside += isInside ? 1 : 0;
        return isInside ? KillPlan.inside(random) : KillPlan.random(random);
    }

    private synchronized void count(KillPlan plan, boolean isInside, boolean hasStored) {
        figures.add(KILLS, 1);
        figures.add("kills after the process stored an event", hasStored ? 1 : 0);
        figures.add(INSIDE, isInside ? 1 : 0);
        figures.add(BEFORE, isInside && plan.beforeEffect() ? 1 : 0);
        plannedInside -= plan.isInside() && !isInside ? 1 : 0; // the process did not reach the step in time
    }

    /**
     * Starts a process, and returns it when it begins to drive threads.
     *
     * @param stored the action for each event that the process stores
     */
    ChildProcess start(Random random, KillPlan plan, Runnable stored) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(files);
        args.add(String.valueOf(random.nextLong()));
        args.add(String.valueOf(plan.step()));
        args.add(plan.beforeEffect() ? "before" : "after");
        args.addAll(active.ids());
        ChildProcess child = ChildProcess.start(DeskProcess.class, args, line -> line(line, stored));
        if (!child.awaitReady(MAX_START_SECONDS)) {
            child.close();
            throw new IOException("a child process did not start");
        }
        return child;
    }

    private void line(String line, Runnable stored) {
        if (line.startsWith(Lines.EVENT + " ")) {
            stored.run();
            acknowledged.add(line);
        } else {
            figures.require0(UNEXPECTED, 1, line);
        }
    }
}
