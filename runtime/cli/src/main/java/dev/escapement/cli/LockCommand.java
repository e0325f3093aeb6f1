package dev.escapement.cli;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.LockText;
import dev.escapement.internal.lock.AgentLock;
import dev.escapement.internal.lock.LockComparison;
import dev.escapement.internal.lock.LockFiles;
import dev.escapement.internal.lock.LockSyntaxException;
import dev.escapement.internal.lock.StepChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares lock files with the agents of the application, or writes them. */
@Command(
        name = "lock",
        description = "Compares the lock files of the application's agents with the agents, or writes them.",
        footer = {"", "Examples:", "  escapement lock --check locks", "  escapement lock --update locks"})
final class LockCommand implements Callable<Integer> {

    private final CommandContext context;

    @ArgGroup(multiplicity = "1")
    private @Nullable Action action;

    /** The action and its folder. */
    static final class Action {

        @Option(names = "--check", paramLabel = "FOLDER", description = "Fails if a file is missing or not current.")
        private @Nullable String checked;

        @Option(names = "--update", paramLabel = "FOLDER", description = "Writes the files that are not current.")
        private @Nullable String updated;
    }

    LockCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (action != null && action.checked != null) {
            return check(folder(action.checked));
        }
        if (action != null && action.updated != null) {
            return update(folder(action.updated));
        }
        throw CommandException.usage("The folder is missing. Use lock --check FOLDER or lock --update FOLDER.");
    }

    private static Path folder(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandException.usage("The folder \"" + name + "\" is not a valid path.");
        }
    }

    private int check(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw CommandException.usage(
                    "The folder " + folder + " does not exist. Correct the path, or use lock --update FOLDER.");
        }
        int outdated = 0;
        for (AgentLoop loop : context.agents()) {
            AgentLock current = current(loop);
            Optional<AgentLock> locked = read(folder, loop.agent());
            if (locked.isEmpty()) {
                context.output().line(loop.agent() + ": the lock file is missing.");
            } else if (!locked.get().equals(current)) {
                context.output().line(loop.agent() + ": the lock file differs from the agent.");
                printChanges(locked.get(), current, loop);
            } else {
                continue;
            }
            outdated++;
        }
        context.output()
                .line(
                        outdated == 0
                                ? "All lock files are current."
                                : outdated + " of " + context.agents().size()
                                        + " lock files are not current. Use lock --update.");
        return outdated == 0 ? ExitCode.OK : ExitCode.REFUSED;
    }

    private int update(Path folder) throws IOException {
        for (AgentLoop loop : context.agents()) {
            AgentLock current = current(loop);
            Optional<AgentLock> locked = read(folder, loop.agent());
            if (LockFiles.write(folder, current)) {
                context.output().line(loop.agent() + ": wrote " + LockFiles.file(folder, loop.agent()) + ".");
                locked.ifPresent(old -> printChanges(old, current, loop));
            } else {
                context.output().line(loop.agent() + ": the lock file is current.");
            }
        }
        return ExitCode.OK;
    }

    private void printChanges(AgentLock locked, AgentLock current, AgentLoop loop) {
        List<StepChange> changes = LockComparison.changes(locked, current, new LoopSuccessors(loop));
        for (StepChange change : changes) {
            context.output().line("  strands stored threads: " + change.text());
        }
    }

    private static AgentLock current(AgentLoop loop) {
        try {
            return AgentLock.parse(LockText.of(loop));
        } catch (LockSyntaxException e) {
            throw new IllegalStateException("The name of the agent or of a tool contains a line break.", e);
        }
    }

    private static Optional<AgentLock> read(Path folder, String agent) throws IOException {
        try {
            return LockFiles.read(folder, agent);
        } catch (LockSyntaxException e) {
            throw CommandException.refused(
                    "The lock file " + LockFiles.file(folder, agent) + ", " + e.getMessage() + ".");
        }
    }
}
