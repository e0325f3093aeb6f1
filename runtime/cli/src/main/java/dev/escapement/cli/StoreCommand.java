package dev.escapement.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command on an open store. */
abstract class StoreCommand implements Callable<Integer>, NamedStore {

    /** The name of the option that applications which embed the commands do not have. */
    static final String STORE = "--store";

    private final CommandContext context;

    @Option(
            names = STORE,
            paramLabel = "URL",
            description = "The store. Default: the environment variable ESCAPEMENT_STORE.")
    private @Nullable String url;

    StoreCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (OpenStore store = context.open(url)) {
            return run(store);
        }
    }

    @Override
    public Optional<String> storeName() {
        return context.storeName(url);
    }

    /** Executes the command and returns the exit code. */
    abstract int run(OpenStore store);

    CommandContext context() {
        return context;
    }

    CommandOutput output() {
        return context.output();
    }

    @Nullable
    String url() {
        return url;
    }

    PrintedCommand printedCommand() {
        return PrintedCommand.of(context, url);
    }

    StateReport report() {
        return new StateReport(output(), printedCommand());
    }
}
