package dev.escapement.cli;

import dev.escapement.jdbc.JdbcDialect;
import dev.escapement.jdbc.JdbcThreadStore;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates or migrates a store. */
@Command(
        name = "migrate",
        description = "Creates the folder or the tables of a store, or migrates the tables of an earlier release.",
        footer = {
            "",
            "Examples:",
            "  escapement migrate --store jdbc:sqlite:threads.db",
            "  escapement migrate --store jdbc:postgresql: --print"
        })
final class MigrateCommand implements Callable<Integer>, NamedStore {

    private final CommandContext context;

    @Option(
            names = StoreCommand.STORE,
            paramLabel = "URL",
            description = "The store. Default: the environment variable ESCAPEMENT_STORE.")
    private @Nullable String url;

    @Option(names = "--print", description = "Prints the statements without a connection, and does not execute them.")
    private boolean print;

    MigrateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Optional<String> storeName() {
        return context.storeName(url);
    }

    @Override
    public Integer call() {
        StoreUrl store = context.url(url);
        Optional<JdbcDialect> dialect = store.dialect();
        if (print) {
            context.output()
                    .document(dialect.map(JdbcThreadStore::ddl)
                            .orElse("-- A store in files does not have tables.")
                            .strip());
            return ExitCode.OK;
        }
        store.migrate().close();
        context.output()
                .line(
                        dialect.isPresent()
                                ? "The tables of the store have the version of this release."
                                : "The folder of the store exists. A store in files does not have tables.");
        return ExitCode.OK;
    }
}
