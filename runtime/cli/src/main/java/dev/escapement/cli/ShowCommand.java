package dev.escapement.cli;

import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a thread. */
@Command(
        name = "show",
        customSynopsis = "escapement show [ID] [--json]",
        description =
                "Prints the events of a thread, the threads that it started, and their open questions with the commands"
                        + " that answer them.",
        footer = {"", "Examples:", "  escapement show case-1042", "  escapement show case-1042 --json"})
final class ShowCommand extends StoreCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            hideParamSyntax = true,
            description = "The thread. Can be omitted if only one thread has not ended.")
    private @Nullable String operand;

    @Option(names = "--json", description = "Prints the thread as one JSON document.")
    private boolean json;

    ShowCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(OpenStore store) {
        String id = operand == null ? Target.thread(store, Standing.Phase.RUNNABLE, Standing.Phase.WAITING) : operand;
        AgentThread thread;
        try {
            thread = store.thread(id);
        } catch (ErasedThreadException e) {
            return erased(store.index().entry(id).orElseThrow(() -> e), new AgentPaths(store.store()));
        }
        if (json) {
            output().document(thread.toJson());
            return ExitCode.OK;
        }
        printEvents(thread);
        store.index().entry(id).ifPresent(entry -> report().current(store, entry, thread));
        return ExitCode.OK;
    }

    private void printEvents(AgentThread thread) {
        AgentThread shown = null;
        for (Event event : thread.events()) {
            shown = shown == null ? new AgentThread(thread.id(), List.of(event)) : shown.with(event);
            output().printer().recorded(shown, event);
        }
    }

    private int erased(ThreadIndex.ThreadEntry entry, AgentPaths paths) {
        if (json) {
            output().document(IndexJson.erased(entry, paths));
        } else {
            output().line("The content of thread " + entry.id() + " was erased. The thread had " + entry.size()
                    + " events and is " + StateReport.phase(entry) + ".");
        }
        return ExitCode.OK;
    }
}
