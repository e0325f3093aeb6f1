package dev.escapement.samples.deploybot;

import dev.escapement.engine.Command;
import dev.escapement.engine.Reducer;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
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
        this.threads = new DeploymentThreads(arguments.directory().resolve("threads"));
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
                runner.reply(id, asked(thread, EventKind.REPLY_ASKED), DeployBotLoop.replyToAsk(clarification()));
            case APPROVE -> runner.approve(id, asked(thread, EventKind.APPROVAL_ASKED), YOU);
            case REFUSE -> runner.refuse(id, asked(thread, EventKind.APPROVAL_ASKED), YOU, text);
            case EDIT -> runner.approveEdited(id, asked(thread, EventKind.APPROVAL_ASKED), YOU, edited());
            case SAY -> runner.reply(id, text);
            case RESUME -> runner.resume(id);
            case RERUN -> runner.answer(id, asked(thread, EventKind.STEP_STARTED), YOU, new Answer.RunAgain());
            case SLACK, STATUS -> throw new IllegalStateException(arguments.verb() + " does not continue a thread");
        };
    }

    /**
     * Returns the call id of a thread's first open question. If the thread has none, returns that of its last event of a
     * given kind, so that the runner reports the earlier decision.
     */
    private String asked(AgentThread thread, EventKind kind) {
        return Reducer.questions(loop, thread).stream()
                .filter(question -> kind(question) == kind)
                .map(question -> question.call().id())
                .findFirst()
                .or(() -> last(thread, kind))
                .orElseThrow(() ->
                        new UnclearRequestException("Thread " + thread.id() + " has not requested this decision."));
    }

    private static EventKind kind(Command.AwaitForCall question) {
        return switch (question.kind()) {
            case APPROVAL -> EventKind.APPROVAL_ASKED;
            case REPLY -> EventKind.REPLY_ASKED;
            case DECISION -> EventKind.STEP_STARTED;
        };
    }

    private static Optional<String> last(AgentThread thread, EventKind kind) {
        return thread.events().stream()
                .filter(event -> event.kind() == kind)
                .map(event -> ((Event.OfCall) event).callId())
                .reduce((earlier, later) -> later);
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
        new Continuation(thread.id(), isAmbiguous ? again.withThread(thread.id()) : again)
                .lines(loop, thread)
                .forEach(out::println);
    }
}
