package dev.escapement.samples.deploybot;

import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** A run of the program with the given arguments. It shares state with earlier runs only through files. */
final class Program {

    private static final Approver YOU = Approver.of("you");

    private final ProgramArguments arguments;
    private final PrintStream out;
    private final Deployments deployments;
    private final DeployBotLoop loop;
    private final DeploymentThreads threads;
    private final Runner runner;

    Program(ProgramArguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
        this.deployments = new Deployments(arguments.directory());
        this.loop = new DeployBotLoop(new DeployBot(Repository.sample(), deployments));
        this.threads = new DeploymentThreads(loop, arguments.directory().resolve("threads"));
        this.runner = Runner.of(loop)
                .model(new DemoModel())
                .store(threads.store())
                .listener(ThreadPrinter.standard())
                .ids(threads::newId)
                .build();
    }

    void run() {
        List<AgentThread> shown = switch (arguments.verb()) {
            case STATUS -> threads.all();
            case SLACK -> List.of(start());
            case REPLY, APPROVE, REFUSE, EDIT, SAY, RESUME, RERUN -> List.of(goOn());
        };
        out.println("Staging runs " + deployments.current(Environment.STAGING).tag() + ", production runs "
                + deployments.current(Environment.PRODUCTION).tag() + ".");
        shown.forEach(this::printContinuation);
    }

    private AgentThread start() {
        out.println("This sample uses a few rules in place of a language model.");
        out.println("Threads and deployments are stored as files in " + arguments.directory() + ".");
        out.println();
        AgentThread started = runner.start(loop.slack(new SlackMessage("alice", "#deploys", arguments.text())));
        out.println();
        return started;
    }

    private AgentThread goOn() {
        AgentThread thread = arguments.thread().map(threads::byId).orElseGet(threads::only);
        out.println("Continuing thread " + thread.id() + ", read from " + arguments.directory() + ".");
        out.println();
        AgentThread gone = decided(thread, arguments.text());
        out.println();
        return gone;
    }

    private AgentThread decided(AgentThread thread, String text) {
        String id = thread.id();
        return switch (arguments.verb()) {
            case REPLY ->
                runner.reply(id, asked(thread, Event.ReplyAsked.class), DeployBotLoop.replyToAsk(clarification()));
            case APPROVE -> runner.approve(id, asked(thread, Event.ApprovalAsked.class), YOU);
            case REFUSE -> runner.refuse(id, asked(thread, Event.ApprovalAsked.class), YOU, text);
            case EDIT -> runner.approveEdited(id, asked(thread, Event.ApprovalAsked.class), YOU, edited());
            case SAY -> runner.reply(id, text);
            case RESUME -> runner.resume(id);
            case RERUN -> runner.rerun(id, asked(thread, Event.StepStarted.class), YOU);
            case SLACK, STATUS -> throw new IllegalStateException(arguments.verb() + " does not continue a thread");
        };
    }

    /**
     * Returns the call id of a thread's last event of a given type. The runner rejects an answer that comes too late.
     */
    private static String asked(AgentThread thread, Class<? extends Event.OfCall> question) {
        return thread.events().stream()
                .filter(question::isInstance)
                .map(event -> question.cast(event).callId())
                .reduce((earlier, later) -> later)
                .orElseThrow(() ->
                        new UnclearRequestException("Thread " + thread.id() + " has not requested this decision."));
    }

    /** Returns the arguments that replace the model's arguments, as JSON text. */
    private String edited() {
        try {
            return DeployToProductionSpec.INSTANCE.encode(new DeployToProduction(arguments.text()));
        } catch (IllegalArgumentException e) {
            throw new UnclearRequestException("Nothing was changed. " + e.getMessage());
        }
    }

    /** Parses the reply in the program's arguments. It is an environment, followed by an optional note. */
    private Clarification clarification() {
        String[] words = arguments.text().split(" ", 2);
        Environment environment = Environment.of(words[0])
                .orElseThrow(() ->
                        new UnclearRequestException("Unknown environment. Use: reply staging, or: reply production"));
        return new Clarification(environment, words.length > 1 ? Optional.of(words[1]) : Optional.empty());
    }

    private void printContinuation(AgentThread thread) {
        CommandLine again = CommandLine.of(arguments);
        boolean isAmbiguous = threads.open().size() > 1;
        loop.next(thread)
                .accept(new Continuation(thread.id(), isAmbiguous ? again.withThread(thread.id()) : again))
                .forEach(out::println);
    }
}
