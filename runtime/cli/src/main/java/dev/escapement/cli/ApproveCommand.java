package dev.escapement.cli;

import dev.escapement.run.Approver;
import dev.escapement.run.Standing;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves a call. */
@Command(
        name = "approve",
        customSynopsis = "escapement approve [ID [CALL]] --by NAME [--arguments JSON|@FILE]",
        description =
                "Approves a call, with exactly the arguments for which approval was requested, or with edited ones.",
        footer = {
            "",
            "Examples:",
            "  escapement approve case-1042 call_6 --by alice",
            "  escapement approve case-1042 --by alice --arguments '{\"orderId\":\"A-1042\",\"amountCents\":500}'"
        })
final class ApproveCommand extends DecisionCommand {

    @Parameters(
            arity = "0..2",
            paramLabel = "ID CALL",
            hideParamSyntax = true,
            description = "The thread and the call. Can be omitted if only one call waits for approval.")
    private List<String> operands = List.of();

    @Option(names = "--by", paramLabel = "NAME", description = "The person who approves.")
    private @Nullable String by;

    @Option(
            names = "--arguments",
            paramLabel = "JSON|@FILE",
            description = "All arguments of the call, in place of those that the model selected.")
    private @Nullable String arguments;

    ApproveCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(OpenStore store) {
        Approver approver = approver(by);
        String edited = arguments == null ? null : content(arguments);
        Target target = Target.of(store, operands, Set.of(Standing.Kind.APPROVAL));
        String id = target.threadId();
        String call = target.callId();
        String done = "Recorded: " + approver.name() + " approved " + call + " of thread " + id
                + (edited == null ? "." : " with edited arguments.");
        return edited == null
                ? decide(
                        store,
                        id,
                        done,
                        inbox -> inbox.approve(id, call, approver),
                        runner -> runner.approve(id, call, approver))
                : decide(
                        store,
                        id,
                        done,
                        inbox -> inbox.approveEdited(id, call, approver, edited),
                        runner -> runner.approveEdited(id, call, approver, edited));
    }
}
