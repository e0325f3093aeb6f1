package dev.escapement.cli;

import dev.escapement.run.Approver;
import dev.escapement.run.Standing;
import dev.escapement.thread.Answer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Resolves an open call in place of its step. */
@Command(
        name = "answer",
        customSynopsis = {
            "escapement answer [ID [CALL]] --by NAME (--returned JSON | --next TOOL JSON | --question TEXT |",
            "                  --finished JSON | --failed REASON | --run-again)"
        },
        description =
                "Resolves an open call of a thread at rest in place of its step, such as a step with an unknown outcome.",
        footer = {
            "",
            "Examples:",
            "  escapement answer case-1042 call_6 --by alice --run-again",
            "  escapement answer case-1042 call_6 --by alice --returned '{\"receipt\":\"R-7\"}'",
            "  escapement answer case-1042 call_6 --by alice --next check_stock '{\"sku\":\"L-3\"}'"
        })
final class AnswerCommand extends DecisionCommand {

    private static final Set<Standing.Kind> OF_CALLS =
            EnumSet.of(Standing.Kind.DECISION, Standing.Kind.APPROVAL, Standing.Kind.REPLY);

    @Parameters(
            arity = "0..2",
            paramLabel = "ID CALL",
            hideParamSyntax = true,
            description =
                    "The thread and the call. The call can be omitted if only one is open; both can be omitted if only"
                            + " one step has an unknown outcome.")
    private List<String> operands = List.of();

    @Option(names = "--by", paramLabel = "NAME", description = "The person who decides.")
    private @Nullable String by;

    @ArgGroup(multiplicity = "1")
    private @Nullable Resolution resolution;

    /** The options that select the answer. */
    static final class Resolution {

        @Option(
                names = "--returned",
                paramLabel = "JSON|@FILE",
                description = "The result of the step; empty for a step that returns void.")
        private @Nullable String returned;

        @Option(
                names = "--next",
                arity = "2",
                paramLabel = "TOOL JSON",
                hideParamSyntax = true,
                description = "The call that the step selected.")
        private @Nullable List<String> next;

        @Option(names = "--question", paramLabel = "TEXT", description = "The question with which the step paused.")
        private @Nullable String question;

        @Option(
                names = "--finished",
                paramLabel = "JSON|@FILE",
                description = "The result with which the step finished the thread.")
        private @Nullable String finished;

        @Option(
                names = "--failed",
                paramLabel = "REASON",
                description = "The step failed without an effect. The model receives the reason.")
        private @Nullable String failed;

        @Option(names = "--run-again", description = "The step runs again, with the same idempotency key.")
        private boolean runAgain;

        private Answer answer() {
            if (returned != null) {
                return new Answer.Returned(content(returned));
            } else if (next != null) {
                return new Answer.Next(next.get(0), content(next.get(1)));
            } else if (question != null) {
                return new Answer.Question(question);
            } else if (finished != null) {
                return new Answer.Finished(content(finished));
            }
            return runAgain ? new Answer.RunAgain() : new Answer.Failed(Objects.requireNonNull(failed));
        }
    }

    AnswerCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(OpenStore store) {
        Approver approver = approver(by);
        if (resolution == null) {
            throw CommandException.usage("The answer is missing. Use one of the options of the command.");
        }
        Answer answer = resolution.answer();
        Target target = operands.isEmpty()
                ? Target.of(store, operands, Set.of(Standing.Kind.DECISION))
                : Target.of(store, operands, OF_CALLS);
        String id = target.threadId();
        String call = target.callId();
        String kind = answer.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return decide(
                store,
                id,
                "Recorded: " + approver.name() + " answered " + call + " of thread " + id + " (" + kind + ").",
                inbox -> inbox.answer(id, call, approver, answer),
                runner -> runner.answer(id, call, approver, answer));
    }
}
