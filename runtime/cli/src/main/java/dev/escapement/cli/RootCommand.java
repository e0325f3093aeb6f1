package dev.escapement.cli;

import picocli.CommandLine.Command;

/** The command that contains the others. */
@Command(
        name = "escapement",
        description = "Lists agent threads, records the decisions of people, and verifies stores.",
        mixinStandardHelpOptions = true,
        versionProvider = LibraryVersion.class,
        footer = {
            "",
            "The store is specified by --store or by the environment variable ESCAPEMENT_STORE:",
            "  jdbc:sqlite:threads.db",
            "  jdbc:postgresql://host/database, with the user and the password in ESCAPEMENT_STORE_USER and",
            "    ESCAPEMENT_STORE_PASSWORD",
            "  file:threads, or the path of a folder",
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

    @Override
    public void run() {
        throw CommandException.usage("The command is missing.");
    }
}
