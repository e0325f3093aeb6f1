package dev.escapement.cli;

import dev.escapement.run.Approver;
import dev.escapement.run.Standing;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Refuses a call. */
@Command(
        name = "refuse",
        customSynopsis = "escapement refuse [ID [CALL]] --by NAME --reason TEXT",
        description = "Refuses a call. The model receives the reason.",
        footer = {
            "",
            "Example:",
            "  escapement refuse case-1042 call_6 --by alice --reason 'The order was not delivered.'"
        })
final class RefuseCommand extends DecisionCommand {

    @Parameters(
            arity = "0..2",
            paramLabel = "ID CALL",
            hideParamSyntax = true,
            description = "The thread and the call. Can be omitted if only one call waits for approval.")
    private List<String> operands = List.of();

    @Option(names = "--by", paramLabel = "NAME", description = "The person who refuses.")
    private @Nullable String by;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "The reason, for the model.")
    private String reason = "";

    RefuseCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(OpenStore store) {
        Approver approver = approver(by);
        Target target = Target.of(store, operands, Set.of(Standing.Kind.APPROVAL));
        String id = target.threadId();
        String call = target.callId();
        return decide(
                store,
                id,
                "Recorded: " + approver.name() + " refused " + call + " of thread " + id + ".",
                inbox -> inbox.refuse(id, call, approver, reason),
                runner -> runner.refuse(id, call, approver, reason));
    }
}
