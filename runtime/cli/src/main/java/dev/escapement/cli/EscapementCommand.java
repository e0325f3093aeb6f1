package dev.escapement.cli;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The command line {@code escapement}, which lists threads and records the decisions of people. As a program, it works on
 * any store by URL, and a worker continues the threads. An application can embed the commands with its store and its
 * runners; a decision then also executes the thread, and replies are checked by the agent's loop. Immutable.
 *
 * <pre>{@code
 * int exitCode = EscapementCommand.of(store, runner).execute("approve", "case-1042", "call_6", "--by", "alice");
 * }</pre>
 *
 * <p>The exit codes are 0 for success, 1 if the state of the thread does not permit the command, 2 for invalid arguments, 3
 * if the store failed, and 4 if a recorded decision could not be executed.
 */
public final class EscapementCommand {

    private static final int WIDTH = 100;
    private static final String NAME = "escapement";

    private final @Nullable OpenStore store;
    private final List<Runner> runners;
    private final List<AgentLoop> agents;
    private final Optional<Approver> approver;
    private final UnaryOperator<String> commandLine;
    private final Map<String, String> variables;
    private final @Nullable CommandOutput output;

    private EscapementCommand(
            @Nullable OpenStore store,
            List<Runner> runners,
            List<AgentLoop> agents,
            Optional<Approver> approver,
            UnaryOperator<String> commandLine,
            Map<String, String> variables,
            @Nullable CommandOutput output) {
        this.store = store;
        this.runners = runners;
        this.agents = agents;
        this.approver = approver;
        this.commandLine = commandLine;
        this.variables = variables;
        this.output = output;
    }

    /**
     * Returns the commands for an application.
     *
     * @param store the store, which the application closes
     * @param runners the runners that continue threads in this process, with the same store; threads of other agents are
     *     continued by a worker
     * @param <S> the type of the store
     * @return the commands, without the option {@code --store} and the command {@code migrate}
     */
    public static <S extends ThreadStore & ThreadIndex & ThreadQueue> EscapementCommand of(S store, Runner... runners) {
        return of(OpenStore.of(Objects.requireNonNull(store, "store")), List.of(runners), Map.of());
    }

    /** Returns the commands for stores that the arguments or environment variables name. */
    static EscapementCommand of(Map<String, String> variables) {
        return of(null, List.of(), variables);
    }

    private static EscapementCommand of(
            @Nullable OpenStore store, List<Runner> runners, Map<String, String> variables) {
        return new EscapementCommand(
                store, runners, List.of(), Optional.empty(), arguments -> NAME + " " + arguments, variables, null);
    }

    /**
     * Returns these commands with a person who decides if the arguments do not name one. Default: none; the option {@code
     * --by} is required.
     *
     * @param approver the person, whom the application has authenticated
     * @return a copy
     */
    public EscapementCommand approver(Approver approver) {
        return new EscapementCommand(store, runners, agents, Optional.of(approver), commandLine, variables, output);
    }

    /**
     * Returns these commands and the command {@code lock}, which compares lock files with agents or writes them. Default:
     * none.
     *
     * @param loops the loops of the agents
     * @return a copy
     */
    public EscapementCommand agents(AgentLoop... loops) {
        return new EscapementCommand(store, runners, List.of(loops), approver, commandLine, variables, output);
    }

    /**
     * Returns these commands with another form of the commands that they print. Default: {@code escapement} and the
     * arguments.
     *
     * @param commandLine returns the complete command line for arguments, which are quoted for a POSIX shell
     * @return a copy
     */
    public EscapementCommand commandLine(UnaryOperator<String> commandLine) {
        Objects.requireNonNull(commandLine, "commandLine");
        return new EscapementCommand(store, runners, agents, approver, commandLine, variables, output);
    }

    /**
     * Returns these commands with other streams. Default: the standard streams at the time of {@link #execute}, with colors
     * on a output.
     *
     * @param out the stream for results
     * @param err the stream for errors and progress
     * @return a copy, whose output has no colors
     */
    public EscapementCommand output(PrintStream out, PrintStream err) {
        return new EscapementCommand(
                store, runners, agents, approver, commandLine, variables, CommandOutput.plain(out, err));
    }

    /**
     * Executes a command and prints its result.
     *
     * @param args the arguments, for example {@code "threads", "--json"}
     * @return the exit code
     */
    public int execute(String... args) {
        CommandOutput current = output != null ? output : CommandOutput.standard();
        int exitCode = commands(new CommandContext(store, runners, agents, approver, commandLine, variables, current))
                .execute(args);
        current.out().flush();
        current.err().flush();
        return exitCode;
    }

    private static CommandLine commands(CommandContext context) {
        CommandLine commands = new CommandLine(new RootCommand());
        List<Object> onStore = List.of(
                new ThreadsCommand(context),
                new ShowCommand(context),
                new ApproveCommand(context),
                new RefuseCommand(context),
                new ReplyCommand(context),
                new AnswerCommand(context),
                new ResumeCommand(context),
                new CancelCommand(context),
                new ForkCommand(context),
                new VerifyCommand(context));
        for (Object command : onStore) {
            CommandLine added = new CommandLine(command);
            if (context.isEmbedded()) {
                added.getCommandSpec().remove(added.getCommandSpec().findOption(StoreCommand.STORE));
            }
            commands.addSubcommand(added);
        }
        if (!context.agents().isEmpty()) {
            commands.addSubcommand(new LockCommand(context));
        }
        if (!context.isEmbedded()) {
            commands.addSubcommand(new MigrateCommand(context));
            RootCommand.addStores(commands.getCommandSpec().usageMessage());
        }
        for (CommandLine command : commands.getSubcommands().values()) {
            command.getCommandSpec().addOption(help());
        }
        FailureReport failures = new FailureReport(context.output());
        return commands.setExpandAtFiles(false) // @file is an operand
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setOut(new PrintWriter(context.output().out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(context.output().err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build();
    }

    /**
     * Executes a command and exits with its exit code.
     *
     * @param args the arguments
     */
    public static void main(String[] args) {
        System.setOut(stream(FileDescriptor.out));
        System.setErr(stream(FileDescriptor.err));
        int exitCode = of(System.getenv()).execute(args);
        System.out.flush();
        System.exit(exitCode);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        OutputStream file = new FileOutputStream(descriptor);
        return new PrintStream(new LineFeedStream(file), true, StandardCharsets.UTF_8);
    }
}
