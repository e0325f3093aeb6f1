package dev.escapement.samples.quickstart;

import dev.escapement.engine.Command;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.run.ThreadQuery;
import dev.escapement.thread.AgentThread;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;

/**
 * A program that runs the refund desk and prints the events of its threads, which are stored in a file of SQLite. If the
 * program ended while a thread was running or waiting for an approval, the next start continues the thread.
 */
public final class Main {

    private static final Approver YOU = Approver.of("you");
    private static final Path FILE = Path.of("target", "quickstart.db");

    private final RefundDeskLoop loop = new RefundDeskLoop(new RefundDesk(new Orders()));
    private final Clerk clerk = new Clerk(new Scanner(System.in, Charset.defaultCharset()));
    private final Path file;
    private final JdbcThreadStore store;
    private final Runner runner;

    private Main(Path file, JdbcThreadStore store) {
        this.file = file;
        this.store = store;
        this.runner = Runner.of(loop)
                .model(new DemoModel())
                .store(store)
                .listener(ThreadPrinter.standard())
                .build();
    }

    /**
     * Continues the threads of earlier starts. Then runs the refund desk for one customer's message.
     *
     * @param args the customer's message; default: a report of a broken lamp, unless there was a thread to continue
     */
    public static void main(String[] args) {
        run(FILE, args);
    }

    static void run(Path file, String... args) {
        System.out.println("This sample uses a few rules in place of a language model.");
        try (JdbcThreadStore store = JdbcThreadStore.sqlite(file)) {
            new Main(file, store).run(args);
        }
    }

    private void run(String... args) {
        List<ThreadEntry> unfinished = unfinished();
        for (ThreadEntry entry : unfinished) {
            System.out.println("Continues the thread of an earlier start, " + entry.id() + ".");
            answer(runner.resume(entry.id()));
        }
        if (args.length > 0 || unfinished.isEmpty()) {
            answer(runner.start(
                    args.length > 0 ? String.join(" ", args) : "The lamp from order A-1042 arrived broken"));
        }
    }

    /** Returns the threads that run or wait for an approval, without those that wait for a message of the customer. */
    private List<ThreadEntry> unfinished() {
        ThreadQuery query = ThreadQuery.all()
                .phase(Phase.RUNNABLE)
                .phase(Phase.WAITING)
                .agent(runner.agent())
                .fromOldest();
        return store.threads(query).entries().stream()
                .filter(entry -> entry.standing().phase() == Phase.RUNNABLE
                        || entry.standing().questions().stream().anyMatch(question -> question.kind() == Kind.APPROVAL))
                .toList();
    }

    /** Lets the clerk decide until the thread does not wait for an approval. */
    private void answer(AgentThread current) {
        AgentThread thread = current;
        while (loop.next(thread) instanceof Command.AwaitApproval wait) {
            Optional<Boolean> agrees = clerk.agrees(wait.question());
            if (agrees.isEmpty()) {
                System.out.println("Without an answer, nothing is refunded. The thread waits in " + file
                        + "; the next start continues it.");
                return;
            }
            thread = agrees.get()
                    ? runner.approve(thread.id(), wait.call().id(), YOU)
                    : runner.refuse(thread.id(), wait.call().id(), YOU, "Not this time.");
        }
        System.out.println("The thread has " + thread.events().size() + " events, which are stored in " + file + ".");
    }
}
