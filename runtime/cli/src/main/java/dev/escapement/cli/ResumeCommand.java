package dev.escapement.cli;

import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a thread due. */
@Command(
        name = "resume",
        customSynopsis = "escapement resume [ID]",
        description = "Makes a thread due now, so that a worker continues it, also after repeated failures.",
        footer = {"", "Example:", "  escapement resume case-1042"})
final class ResumeCommand extends StoreCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            hideParamSyntax = true,
            description = "The thread. Can be omitted if only one thread is runnable.")
    private @Nullable String operand;

    ResumeCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(OpenStore store) {
        String id = operand == null ? Target.thread(store, Standing.Phase.RUNNABLE) : operand;
        Optional<Runner> runner = context().runner(store.agent(id));
        if (runner.isPresent()) {
            report().driven(store, runner.get().resume(id));
            return ExitCode.OK;
        } else if (!store.queue().wake(id)) {
            throw CommandException.refused(
                    "Thread " + id + " has ended and cannot be resumed. The command show prints its end.");
        }
        output().line("Thread " + id + " is due now. A worker continues the thread.");
        return ExitCode.OK;
    }
}
