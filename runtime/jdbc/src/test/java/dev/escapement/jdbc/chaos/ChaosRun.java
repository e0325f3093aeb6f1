package dev.escapement.jdbc.chaos;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.Worker;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A proof in progress: a database, a ledger, worker processes, and people who decide in this process. */
final class ChaosRun implements AutoCloseable {

    private final ChaosDatabase database;
    private final Path folder;
    private final Duration leaseTime;
    private final Duration heldAfterKill;
    private final Random random;
    private final ChaosDatabase.Opened opened;
    private final EffectLedger ledger;
    private final ChaosReport report = new ChaosReport();
    private final StoredLines stored = new StoredLines(report);
    private final ChaosPeople people;
    private final Takeovers takeovers;
    private final List<WorkerProcess> processes = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();

    private ChaosRun(ChaosDatabase database, Path folder, Duration leaseTime, Duration heldAfterKill, long seed)
            throws Exception {
        this.database = database;
        this.folder = folder;
        this.leaseTime = leaseTime;
        this.heldAfterKill = heldAfterKill;
        this.random = new Random(seed);
        this.opened = database.open();
        this.ledger = new EffectLedger(folder.resolve("ledger"));
        this.people = new ChaosPeople(opened.store(), ledger, stored, report, new Random(seed + 1));
        this.takeovers = new Takeovers(database, report);
        database.createRows();
    }

    /** On SQLite, the leases of a killed process are free at once. */
    static ChaosRun onSqlite(Duration leaseTime, long seed) throws Exception {
        Path folder = Files.createTempDirectory("escapement-chaos");
        ChaosDatabase database = ChaosDatabase.sqlite(folder.resolve("agents.db"));
        return new ChaosRun(database, folder, leaseTime, Duration.ZERO, seed);
    }

    static ChaosRun on(String url, Duration leaseTime, long seed) throws Exception {
        Path folder = Files.createTempDirectory("escapement-chaos");
        return new ChaosRun(new ChaosDatabase(url), folder, leaseTime, leaseTime, seed);
    }

    JdbcThreadStore store() {
        return opened.store();
    }

    ChaosDatabase database() {
        return database;
    }

    EffectLedger ledger() {
        return ledger;
    }

    ChaosReport report() {
        return report;
    }

    Random random() {
        return random;
    }

    /** Stores the start of a thread, which is then due. */
    void startThread(String id, String input) {
        store().append(Append.of(id, 0, new Event.Started(Instant.now(), ChaosLoop.AGENT, input)));
    }

    /** Starts a process without a halt point. */
    WorkerProcess startProcess(double failures) throws IOException {
        return startProcess(failures, HaltPoint.Moment.NEVER.name(), "", "");
    }

    /** Starts a process with a halt point. */
    WorkerProcess startProcess(HaltPoint.Moment moment, String place) throws IOException {
        return startProcess(0, moment.name(), place, "");
    }

    /** Starts a process with the given arguments of {@link WorkerProgram}. */
    WorkerProcess startProcess(double failures, String moment, String place, String cron) throws IOException {
        List<String> args = List.of(
                database.url(),
                ledger.file().toString(),
                String.valueOf(leaseTime.toMillis()),
                String.valueOf(random.nextLong()),
                String.valueOf(failures),
                moment,
                place,
                cron);
        WorkerProcess process = WorkerProcess.start(folder, args, stored::add);
        processes.add(process);
        return process;
    }

    /** Kills a process with SIGKILL, and observes the takeover of its threads. */
    void kill(WorkerProcess process) throws Exception {
        process.kill();
        takeovers.killed(process.pid());
        process.close();
        processes.remove(process);
        report.add("kills", 1);
    }

    /** Records that a process is running again, after there was none. */
    void restarted() {
        takeovers.possible();
    }

    /** Stops a process with SIGSTOP, outside transactions of SQLite, in which it would stop all writers. */
    void stop(WorkerProcess process) throws Exception {
        process.signal("STOP");
        while (!database.isWritable()) {
            process.signal("CONT");
            Thread.sleep(20);
            process.signal("STOP");
        }
    }

    /** Starts a worker in this process. */
    Worker startWorker() {
        LedgerWork work = new LedgerWork(ledger, new Random(random.nextLong()), 0, HaltPoint.never());
        Worker worker = WorkerProgram.start(store(), work, leaseTime, "", OutputStream.nullOutputStream());
        workers.add(worker);
        return worker;
    }

    /** Lets people decide once. They decide again if the store fails. */
    void round() throws Exception {
        try {
            people.decide();
        } catch (StoreException failure) {
            report.require(failure.isTemporary(), "permanent failure of the store", failure.toString());
            report.add("people: failures of the store", 1);
        }
        Thread.sleep(20);
    }

    /** Lets people decide until all threads have ended or wait for replies that people do not send. */
    void awaitRest(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (!entries().stream().allMatch(ChaosRun::isAtRest)) {
            if (System.nanoTime() > end) {
                List<ThreadEntry> moving =
                        entries().stream().filter(entry -> !isAtRest(entry)).toList();
                report.require(false, "threads that did not come to rest", moving.toString());
                return;
            }
            round();
        }
    }

    private static boolean isAtRest(ThreadEntry entry) {
        Standing standing = entry.standing();
        return switch (standing.phase()) {
            case FINISHED, STOPPED -> true;
            case RUNNABLE -> false;
            case WAITING ->
                standing.due().isEmpty()
                        && standing.questions().stream()
                                .allMatch(question -> ChaosPeople.isIgnored(entry.id(), question));
        };
    }

    /** Returns the number of threads that neither ended nor wait only for ignored replies. */
    long countMoving() {
        return entries().stream().filter(entry -> !isAtRest(entry)).count();
    }

    List<ThreadEntry> entries() {
        List<ThreadEntry> entries = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            ThreadQuery query = ThreadQuery.all().limit(ThreadQuery.MAX_LIMIT);
            ThreadIndex.Page<ThreadEntry> page = store().threads(next.isPresent() ? query.after(next.get()) : query);
            entries.addAll(page.entries());
            next = page.next();
        } while (next.isPresent());
        return entries;
    }

    /** Ends all work, verifies everything, and returns the violations. */
    List<String> verify() throws Exception {
        workers.forEach(Worker::close);
        processes.forEach(WorkerProcess::kill);
        takeovers.finish(heldAfterKill);
        new ChaosProof(database, store(), ledger, stored, report).verify(entries());
        return report.violations();
    }

    @Override
    public void close() throws IOException, SQLException {
        processes.forEach(WorkerProcess::close);
        workers.forEach(Worker::close);
        takeovers.close();
        opened.close();
        if (report.violations().isEmpty()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } else {
            System.err.println("The files of the proof remain in " + folder);
        }
    }

    /** Returns the phase of a thread. */
    Phase phase(String id) {
        return store().entry(id).orElseThrow().standing().phase();
    }
}
