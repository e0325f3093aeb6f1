package dev.escapement.cli;

import dev.escapement.run.Approver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops a thread. */
@Command(
        name = "cancel",
        customSynopsis = "escapement cancel ID [--by NAME] --reason TEXT",
        description = "Permanently stops a thread and its children. Running steps are not interrupted.",
        footer = {
            "",
            "Example:",
            "  escapement cancel case-1042 --by alice --reason 'The customer withdrew the request.'"
        })
final class CancelCommand extends DecisionCommand {

    @Parameters(arity = "1", paramLabel = "ID", description = "The thread.")
    private String id = "";

    @Option(names = "--by", paramLabel = "NAME", description = "The person who stops the thread.")
    private @Nullable String by;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "The reason to record.")
    private String reason = "";

    CancelCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(OpenStore store) {
        Optional<Approver> approver = by == null ? context().approver() : Optional.of(approver(by));
        return decide(
                store,
                id,
                "Recorded: thread " + id + " was cancelled.",
                inbox -> approver.map(person -> inbox.cancel(id, person, reason))
                        .orElseGet(() -> inbox.cancel(id, reason)),
                runner -> approver.map(person -> runner.cancel(id, person, reason))
                        .orElseGet(() -> runner.cancel(id, reason)));
    }
}
