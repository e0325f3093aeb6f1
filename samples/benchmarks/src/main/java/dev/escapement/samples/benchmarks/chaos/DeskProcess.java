package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadListener;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The program of a child process. It starts and continues threads until it is killed. */
final class DeskProcess {

    private static final double FAILURES = 0.03;
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** The listener that acknowledges stored events to the parent. */
    static final ThreadListener ACKNOWLEDGING = (thread, event) -> Lines.print(
            Lines.EVENT + " " + thread.id() + " " + (thread.events().size() - 1) + " " + Lines.checksum(event));

    private final FileThreadStore store;
    private final AgentLoop loop;
    private final Runner runner;

    private DeskProcess(FileThreadStore store, AgentLoop loop, Runner runner) {
        this.store = store;
        this.loop = loop;
        this.runner = runner;
    }

    /**
     * Runs the program.
     *
     * @param args the directory of the threads, the file of the ledger, the seed, the number of the step that waits to
     *     be killed, {@code before} or {@code after} its effect, and the ids of threads
     */
    public static void main(String[] args) {
        FileThreadStore store = FileThreadStore.in(Path.of(args[0]));
        Random random = new Random(Long.parseLong(args[2]));
        RecordedWork work = new RecordedWork(
                new Ledger(Path.of(args[1])), random, Integer.parseInt(args[3]), args[4].equals("before"), FAILURES);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        AgentLoop loop = new DeliveryDeskLoop(new DeliveryDesk(work));
        Runner runner = Runner.of(loop)
                .model(new ScriptedDesk())
                .store(store)
                .interceptor(work)
                .executor(executor)
                .listener(ACKNOWLEDGING)
                .build();
        List<String> ids = new ArrayList<>(List.of(args).subList(5, args.length));
        Collections.shuffle(ids, random);
        Lines.print(Lines.READY);
        DeskProcess desk = new DeskProcess(store, loop, runner);
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        new Thread(() -> desk.drive(reversed), "reversed").start();
        new Thread(DeskProcess::endWithParent, "parent").start();
        desk.drive(ids);
    }

    /** Ends the process when its input ends, because the parent has ended. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent does not send anything.
            }
        } catch (IOException e) {
            Lines.failed("-", e);
        }
        Runtime.getRuntime().halt(0);
    }

    private void drive(List<String> ids) {
        Map<String, AgentThread> known = new HashMap<>();
        while (true) {
            boolean changed = false;
            for (String id : ids) {
                try {
                    AgentThread before = known.get(id);
                    AgentThread after = driven(id, before);
                    known.put(id, after);
                    changed |= before == null
                            || before.events().size() != after.events().size();
                } catch (RuntimeException | Error e) {
                    Lines.failed(id, e);
                    known.remove(id);
                }
            }
            if (!changed) {
                LockSupport.parkNanos(IDLE_NANOS);
            }
        }
    }

    private AgentThread driven(String id, AgentThread known) {
        if (known == null) {
            return runner.startOrGet(id, Start.of(id));
        }
        // The other process may have been killed since this one left the thread to it.
        boolean isAtRest = loop.next(known).isAtRest();
        return isAtRest && (known.hasEnded() || store.latest(known) == known) ? known : runner.resume(id);
    }
}
