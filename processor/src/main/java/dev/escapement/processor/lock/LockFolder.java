package dev.escapement.processor.lock;

import dev.escapement.internal.lock.AgentLock;
import dev.escapement.internal.lock.LockComparison;
import dev.escapement.internal.lock.LockFiles;
import dev.escapement.internal.lock.LockSyntaxException;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.LockFolderFault;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.Reporter;
import dev.escapement.processor.model.AgentModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The folders of lock files that the compiler options name. The files are read before code is generated, and written at the
 * end of a compilation without errors.
 */
public final class LockFolder {

    /** The compiler option with the folder to read. */
    public static final String READ = "escapement.lock";

    /** The compiler option with the folder to write. */
    public static final String WRITE = "escapement.lock.write";

    private final Optional<Path> read;
    private final Optional<Path> written;
    private final Map<String, AgentLock> compiled = new LinkedHashMap<>();

    /**
     * Creates the folders for the values of the compiler options. Reports an option without a value, and a folder that does not exist.
     *
     * @param options the values of the options by their names
     */
    public LockFolder(Map<String, String> options, Reporter reporter) {
        this.read = folder(READ, options, reporter).filter(folder -> {
            if (Files.isDirectory(folder)) {
                return true;
            }
            reporter.print(
                    ProblemKind.LOCK_FOLDER,
                    READ,
                    folder,
                    Files.exists(folder) ? LockFolderFault.FILE : LockFolderFault.MISSING.with(WRITE));
            return false;
        });
        this.written = folder(WRITE, options, reporter);
    }

    private static Optional<Path> folder(String option, Map<String, String> options, Reporter reporter) {
        if (!options.containsKey(option)) {
            return Optional.empty();
        }
        String value = Objects.requireNonNullElse(options.get(option), ""); // null without an equals sign
        if (value.isBlank()) {
            reporter.print(ProblemKind.LOCK_FOLDER, option, value, LockFolderFault.EMPTY);
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            reporter.print(ProblemKind.LOCK_FOLDER, option, value, LockFolderFault.INVALID);
            return Optional.empty();
        }
    }

    /** Adds a problem for each change of a valid agent that strands stored threads. */
    public void check(AgentModel agent, Problems problems) {
        if (problems.hasErrors() || (read.isEmpty() && written.isEmpty())) {
            return;
        }
        AgentLock current = LockComposer.compose(agent);
        compiled.put(current.agent(), current);
        read.ifPresent(folder -> check(folder, agent, current, problems));
    }

    private void check(Path folder, AgentModel agent, AgentLock current, Problems problems) {
        String file = String.valueOf(LockFiles.file(folder, current.agent()).getFileName());
        try {
            Optional<AgentLock> locked = LockFiles.read(folder, current.agent());
            locked.ifPresent(lock -> LockComparison.changes(lock, current, new DeclaredSuccessors(agent))
                    .forEach(change -> new StepChangeReport(agent, change, file).addTo(problems)));
            if (problems.hasErrors() || written.isPresent()) {
                return;
            }
            if (locked.isEmpty()) {
                problems.add(
                        ProblemKind.NO_LOCK_FILE, agent.source(), agent.type().simpleName(), file, WRITE);
            } else if (!locked.get().equals(current)) {
                problems.add(
                        ProblemKind.LOCK_OUTDATED, agent.source(), agent.type().simpleName(), file, WRITE);
            }
        } catch (LockSyntaxException e) {
            problems.add(
                    ProblemKind.BAD_LOCK_FILE, agent.source(), file, e.line(), Clause.of(e.fault(), e.arguments()));
        } catch (IOException e) {
            problems.add(
                    ProblemKind.LOCK_FOLDER,
                    agent.source(),
                    READ,
                    folder,
                    LockFolderFault.UNREADABLE.with(e.toString()));
        }
    }

    /** Writes the files of the compiled agents that have changed. Called once, after a compilation without errors. */
    public void write(Reporter reporter) {
        written.ifPresent(folder -> {
            try {
                for (AgentLock lock : compiled.values()) {
                    LockFiles.write(folder, lock);
                }
            } catch (IOException e) {
                reporter.print(ProblemKind.LOCK_FOLDER, WRITE, folder, LockFolderFault.UNWRITABLE.with(e.toString()));
            }
        });
    }
}
