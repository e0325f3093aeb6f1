package dev.escapement.cli;

import dev.escapement.engine.EventFactory;
import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadExistsException;
import dev.escapement.thread.AgentThread;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Continues a copy of a thread. */
@Command(
        name = "fork",
        customSynopsis = "escapement fork ID POSITION [--id ID]",
        description = "Continues a copy of the first events of a thread. The original thread does not change.",
        footer = {"", "Example:", "  escapement fork case-1042 7 --id case-1042-b"})
final class ForkCommand extends StoreCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The original thread.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "POSITION", description = "The number of events to copy, 1 or more.")
    private int position;

    @Option(names = "--id", paramLabel = "ID", description = "The id of the copy. Default: a random UUID.")
    private @Nullable String newId;

    ForkCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(OpenStore store) {
        AgentThread original = store.thread(id);
        int size = original.events().size();
        String copyId = newId == null ? UUID.randomUUID().toString() : newId;
        if (position < 1 || position > size) {
            throw CommandException.usage("POSITION must be 1 to " + size + ", not " + position + ".");
        } else if (copyId.isEmpty() || copyId.equals(id)) {
            throw CommandException.usage("--id must differ from the id of the original and must not be empty.");
        }
        Optional<Runner> runner = context().runner(original.agent());
        try {
            AgentThread copy =
                    runner.isPresent() ? runner.get().fork(id, position, copyId) : stored(store, original, copyId);
            output().line("Thread " + copyId + " is a copy of the first " + position + " events of thread " + id + ".");
            if (runner.isPresent()) {
                report().driven(store, copy);
            } else {
                output().line("A worker continues the thread.");
            }
            return ExitCode.OK;
        } catch (ThreadExistsException | ConcurrentRunException e) {
            throw CommandException.refused("Thread " + copyId + " exists. Use another --id.");
        }
    }

    private AgentThread stored(OpenStore store, AgentThread original, String copyId) {
        AgentThread copy = new AgentThread(copyId, EventFactory.forked(original, position, copyId));
        store.store().append(new Append(copyId, 0, copy.events(), Optional.empty(), Standing.RUNNABLE));
        return copy;
    }
}
