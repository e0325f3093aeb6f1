package dev.escapement.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies threads. */
@Command(
        name = "verify",
        description = {
            "Reads threads, verifies their checksums, and prints a line for each damaged thread.",
            "An application that embeds the command also compares the threads with the current code of its agents."
        },
        footer = {"", "Examples:", "  escapement verify --all", "  escapement verify case-1042 case-1043"})
final class VerifyCommand extends StoreCommand {

    @ArgGroup(multiplicity = "1")
    private @Nullable Selection selection;

    /** The threads to verify. */
    static final class Selection {

        @Parameters(arity = "1..*", paramLabel = "ID", description = "The threads.")
        private List<String> ids = List.of();

        @Option(names = "--all", description = "All threads of the store.")
        private boolean all;
    }

    VerifyCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(OpenStore store) {
        if (selection == null) {
            throw CommandException.usage("The threads are missing. Use verify ID or verify --all.");
        }
        StoreVerifier verifier = new StoreVerifier(store, context().runners(), output(), System::nanoTime);
        if (selection.all) {
            verifier.all();
        } else {
            selection.ids.forEach(verifier::thread);
        }
        return verifier.finish();
    }
}
