package dev.escapement.samples.deploybot;

import dev.escapement.cli.EscapementCommand;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.Worker;
import dev.escapement.server.AgentServer;
import dev.escapement.server.DeltaFeed;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A program that runs the bot until the bot waits for a person or finishes, and prints how to continue. */
public final class Main {

    /** The default directory, which is in the build output. */
    static final Path DEFAULT_DIRECTORY = Path.of("target", "deploybot");

    /** The system property with the part of the command line before the arguments. The build sets it. */
    static final String PROPERTY = "deploybot.command";

    /** The file with the threads in the directory. */
    static final String THREADS = "threads.db";

    private static final String DIRECTORY_OPTION = "--dir";
    private static final String DEFAULT_MESSAGE = "ship v1.4.2";

    /** The threads that have not ended. */
    static final ThreadQuery OPEN =
            ThreadQuery.all().phase(Phase.RUNNABLE).phase(Phase.WAITING).fromOldest();

    private final Path directory;
    private final Deployments deployments;
    private final DeployBotLoop loop;
    private final JdbcThreadStore store;
    private final Runner runner;
    private final EscapementCommand commands;

    /** Sends events to open pages at once. */
    private final DeltaFeed feed = new DeltaFeed();

    private Main(Path directory) {
        this.directory = directory;
        this.deployments = new Deployments(directory);
        this.loop = new DeployBotLoop(new DeployBot(Repository.sample(), deployments));
        this.store = JdbcThreadStore.sqlite(directory.resolve(THREADS));
        ThreadPrinter printer = ThreadPrinter.standard();
        this.runner = Runner.of(loop)
                .model(new DemoModel())
                .store(store)
                .listener((thread, event) -> {
                    printer.recorded(thread, event);
                    feed.recorded(thread, event);
                })
                .ids(this::nextId)
                .build();
        this.commands =
                EscapementCommand.of(store, runner).approver(Approver.of("you")).commandLine(this::commandLine);
    }

    /**
     * Executes a command on the bot's threads.
     *
     * @param args the arguments of {@link #run}
     */
    public static void main(String[] args) {
        int exitCode = run(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /**
     * Executes a command on the bot's threads. Without a command, starts a thread or continues the threads that have not
     * ended; {@code slack} and a message also start one, and {@code serve} serves the web inbox. The other commands are
     * those of {@link EscapementCommand}.
     *
     * @param args the command, after the option {@code --dir} with the directory of all files
     * @return the exit code
     */
    static int run(String... args) {
        List<String> words = new ArrayList<>(List.of(args));
        Path directory = DEFAULT_DIRECTORY;
        if (words.size() > 1 && words.get(0).equals(DIRECTORY_OPTION)) {
            directory = Path.of(words.get(1));
            words.subList(0, 2).clear();
        }
        Main main = new Main(directory);
        int exitCode;
        try {
            exitCode = main.execute(words);
        } finally {
            main.store.close();
        }
        System.out.println(
                "Staging runs " + main.deployments.current(Environment.STAGING).tag() + ", production runs "
                        + main.deployments.current(Environment.PRODUCTION).tag() + ".");
        return exitCode;
    }

    private int execute(List<String> words) {
        if (words.isEmpty()) {
            return startOrContinue();
        } else if (words.get(0).equals("slack")) {
            return start(String.join(" ", words.subList(1, words.size())));
        } else if (words.get(0).equals("serve")) {
            return serve(words.subList(1, words.size()));
        }
        return commands.execute(withReply(words).toArray(String[]::new));
    }

    private int startOrContinue() {
        List<ThreadIndex.ThreadEntry> entries = store.threads(OPEN).entries();
        if (entries.isEmpty()) {
            return start(DEFAULT_MESSAGE);
        }
        return entries.stream()
                .mapToInt(entry -> commands.execute("resume", entry.id()))
                .max()
                .orElse(0);
    }

    private int start(String message) {
        System.out.println("This sample uses a few rules in place of a language model.");
        System.out.println("Threads and deployments are stored as files in " + directory + ".");
        System.out.println();
        String id = runner.start(loop.slack(new SlackMessage("alice", "#deploys", message)))
                .id();
        System.out.println();
        return commands.execute("resume", id); // prints the open questions
    }

    /** Serves the web inbox, with a first thread if no thread is open. */
    private int serve(List<String> words) {
        Optional<ServeOptions> options = ServeOptions.parse(words);
        if (options.isEmpty()) {
            System.err.println(ServeOptions.USAGE);
            return 2;
        }
        SlackMessage message = new SlackMessage("alice", "#deploys", DEFAULT_MESSAGE);
        Consumer<String> started = link -> {
            System.out.println("This sample uses a few rules in place of a language model.");
            System.out.println("Open " + link);
            System.out.println("Press Ctrl+C to end.");
        };
        Optional<URI> restate = options.get().restate();
        if (restate.isPresent()) {
            return new RestateInbox(loop, restate.get(), options.get()).serve(directory, message, started);
        }
        if (store.count(OPEN, 1) == 0) {
            runner.enqueue(nextId(), loop.slack(message));
        }
        return new WebInbox(store, loop, runner, feed, directory)
                .serve(options.get().port(), this::startWorker, started);
    }

    private WebInbox.ThreadExecutor startWorker(AgentServer.Builder server) {
        Worker worker = Worker.of(store, runner).start();
        server.worker(worker);
        return worker::close;
    }

    private String nextId() {
        return "deploy-" + (store.count(ThreadQuery.all(), Integer.MAX_VALUE) + 1);
    }

    /** Returns a command with the JSON of a reply in place of the name of an environment. */
    private static List<String> withReply(List<String> words) {
        Optional<Environment> environment = Environment.of(words.get(words.size() - 1));
        if (!words.get(0).equals("reply") || words.contains("--text") || environment.isEmpty()) {
            return words;
        }
        List<String> replied = new ArrayList<>(words.subList(0, words.size() - 1));
        replied.add(DeployBotLoop.replyToAsk(new Clarification(environment.get(), Optional.empty()))
                .json());
        return replied;
    }

    /** Returns the command line that starts the program again with given arguments. */
    private String commandLine(String arguments) {
        String begin = System.getProperty(
                PROPERTY, "java -cp " + System.getProperty("java.class.path") + " " + Main.class.getName() + " ");
        String all = directory.equals(DEFAULT_DIRECTORY)
                ? arguments
                : DIRECTORY_OPTION + " '" + directory + "' " + arguments;
        return begin.endsWith("=") ? begin + '"' + all + '"' : begin + all;
    }
}
