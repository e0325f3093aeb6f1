package dev.escapement.samples.quickstart;

import dev.escapement.engine.Command;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.thread.AgentThread;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Scanner;

/** A program that runs the refund desk once and prints the events of the thread. */
public final class Main {

    private static final Approver YOU = Approver.of("you");

    private Main() {}

    /**
     * Runs the refund desk for one customer's message.
     *
     * @param args the customer's message; default: a report of a broken lamp
     */
    public static void main(String[] args) {
        System.out.println("This sample uses a few rules in place of a language model.");
        RefundDeskLoop loop = new RefundDeskLoop(new RefundDesk(new Orders()));
        Runner runner = Runner.of(loop)
                .model(new DemoModel())
                .listener(ThreadPrinter.standard())
                .build();
        AgentThread thread =
                runner.start(args.length > 0 ? String.join(" ", args) : "The lamp from order A-1042 arrived broken");
        Clerk clerk = new Clerk(new Scanner(System.in, Charset.defaultCharset()));
        while (loop.next(thread) instanceof Command.AwaitApproval wait) {
            Optional<Boolean> agrees = clerk.agrees(wait.question());
            if (agrees.isEmpty()) {
                System.out.println(
                        "Without an answer, nothing is refunded. With a store, the thread would wait for days.");
                return;
            }
            thread = agrees.get()
                    ? runner.approve(thread.id(), wait.call().id(), YOU)
                    : runner.refuse(thread.id(), wait.call().id(), YOU, "Not this time.");
        }
        System.out.println("The thread has " + thread.events().size() + " events; it can be stored anywhere as JSON.");
    }
}
