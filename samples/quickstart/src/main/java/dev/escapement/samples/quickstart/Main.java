package dev.escapement.samples.quickstart;

import dev.escapement.loop.AgentThread;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadPrinter;

/** Runs the refund desk once and prints the thread as it grows. */
public final class Main {

    private Main() {}

    /**
     * Starts the sample.
     *
     * @param args what the customer writes; without it, a lamp arrived broken
     */
    public static void main(String[] args) {
        System.out.println("The model in this sample is a stand-in: a few rules, no language model.");
        Runner runner = Runner.of(new RefundDeskLoop(new RefundDesk(new Orders())))
                .model(new DemoModel())
                .listener(ThreadPrinter.standard())
                .build();
        AgentThread thread =
                runner.start(args.length > 0 ? String.join(" ", args) : "The lamp from order A-1042 arrived broken");
        System.out.println("The thread has " + thread.events().size() + " events; as JSON it can be kept anywhere.");
    }
}
