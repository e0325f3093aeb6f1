package dev.escapement.jdbc.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.Worker;
import dev.escapement.run.WorkerStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The program of a worker process, which ends when its input ends. */
final class WorkerProgram {

    private static final Duration POLL_TIME = Duration.ofMillis(200);

    /** High enough that a takeover does not wait for the end of another execution. */
    private static final int CONCURRENCY = 100;

    private WorkerProgram() {}

    /**
     * Runs the program.
     *
     * @param args the URL of the database, the file of the ledger, the time of leases in milliseconds, the seed, the
     *     probability of failures, the moment and the place of the halt point, and the cron expression of a schedule.
     *     If the moment is {@code approve}, the process approves the call {@code c1-0} of the thread that the place
     *     names, and does not work.
     */
    public static void main(String[] args) throws Exception {
        OutputStream out = ProcessLines.standardOutput();
        Runnable announcement = () -> ProcessLines.print(out, ProcessLines.WAITING);
        ChaosDatabase database = new ChaosDatabase(args[0]);
        if (args[5].equals("approve")) {
            ThreadInbox.of(database.open().store()).approve(args[6], "c1-0", Approver.of("alice"));
            announcement.run();
            Thread.sleep(Duration.ofMinutes(2).toMillis());
            return;
        }
        HaltPoint halt = new HaltPoint(HaltPoint.Moment.valueOf(args[5]), args[6], announcement);
        EffectLedger ledger = new EffectLedger(Path.of(args[1]));
        Random random = new Random(Long.parseLong(args[3]));
        LedgerWork work = new LedgerWork(ledger, random, Double.parseDouble(args[4]), halt);
        JdbcThreadStore store = database.open(work.statements()::observed).store();
        Worker worker = start(store, work, Duration.ofMillis(Long.parseLong(args[2])), args[7], out);
        ProcessLines.print(out, ProcessLines.READY);
        serve(worker, halt, out);
    }

    /**
     * Starts a worker that acknowledges stored events.
     *
     * @param cron the cron expression of a schedule; empty for none
     */
    static Worker start(JdbcThreadStore store, LedgerWork work, Duration leaseTime, String cron, OutputStream out) {
        ExecutorService executor = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "steps");
            thread.setDaemon(true);
            return thread;
        });
        Runner runner = Runner.of(new ChaosLoop(work, cron))
                .model(new PlannedModel())
                .store(store)
                .interceptor(work)
                .executor(executor)
                .leaseTime(leaseTime)
                .listener((thread, event) -> ProcessLines.print(
                        out, ProcessLines.event(thread.id(), thread.events().size() - 1, event)))
                .build();
        return Worker.of(store, runner)
                .leaseTime(leaseTime)
                .pollTime(POLL_TIME)
                .concurrency(CONCURRENCY)
                .drainTime(Duration.ofSeconds(5))
                .start();
    }

    private static void serve(Worker worker, HaltPoint halt, OutputStream out) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line) {
                    case ProcessLines.CONTINUE -> halt.proceed();
                    default -> {
                        WorkerStatus status = worker.status();
                        ProcessLines.print(
                                out,
                                ProcessLines.STATUS + " " + status.running().size() + " " + status.completed() + " "
                                        + status.failed());
                    }
                }
            }
        }
        Runtime.getRuntime().halt(0); // the harness has ended
    }
}
