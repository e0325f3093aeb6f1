package dev.escapement.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command that contains the others. */
@Command(
        name = "escapement",
        description = "Lists agent threads, records the decisions of people, and verifies stores.",
        mixinStandardHelpOptions = true,
        versionProvider = LibraryVersion.class,
        footer = {
            "",
            "Exit codes:",
            "  0  success",
            "  1  the state of the thread does not permit the command, or verify found a damaged or",
            "     diverging thread",
            "  2  invalid arguments",
            "  3  the store failed",
            "  4  a recorded decision could not be executed"
        })
final class RootCommand implements Runnable {

    private static final List<String> STORES = List.of(
            "",
            "The store is specified by --store or by the environment variable ESCAPEMENT_STORE:",
            "  jdbc:sqlite:threads.db",
            "  jdbc:postgresql://host/database, with the user and the password in ESCAPEMENT_STORE_USER and",
            "    ESCAPEMENT_STORE_PASSWORD",
            "  file:threads, or the path of a folder");

    /** Adds the forms of stores to the help. An application that embeds the commands opens the store. */
    static void addStores(UsageMessageSpec help) {
        help.footer(Stream.concat(STORES.stream(), Stream.of(help.footer())).toArray(String[]::new));
    }

    @Override
    public void run() {
        throw CommandException.usage("The command is missing.");
    }
}
