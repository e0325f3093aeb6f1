package dev.escapement.cli;

import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.thread.AgentThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A command that records a decision of a person. The thread is executed in this process if it has the runner. */
abstract class DecisionCommand extends StoreCommand {

    DecisionCommand(CommandContext context) {
        super(context);
    }

    /**
     * Records a decision and prints the state of the thread.
     *
     * @param done the sentence to print after the decision was recorded
     * @param inboxed records the decision
     * @param driven records the decision and executes the thread
     */
    int decide(
            OpenStore store,
            String threadId,
            String done,
            Function<ThreadInbox, AgentThread> inboxed,
            Function<Runner, AgentThread> driven) {
        Optional<Runner> runner = context().runner(store.agent(threadId));
        if (runner.isPresent()) {
            AgentThread thread = driven.apply(runner.get());
            output().line(done);
            report().driven(store, thread);
        } else {
            AgentThread thread = inboxed.apply(ThreadInbox.of(store.store()));
            output().line(done);
            report().recorded(store, thread);
        }
        return ExitCode.OK;
    }

    /** Returns the person who decides. The option cannot replace a person whom the application has identified. */
    Approver approver(@Nullable String name) {
        if (name == null) {
            return context()
                    .approver()
                    .orElseThrow(() -> CommandException.usage("The person who decides is not named. Use --by NAME."));
        } else if (context().approver().isPresent()) {
            throw CommandException.usage("The application determines the person who decides. Omit --by.");
        } else if (name.isBlank()) {
            throw CommandException.usage("The name of the person who decides is blank. Use --by NAME.");
        }
        return Approver.of(name);
    }

    /** Returns an argument, or the content of the file that an argument of the form {@code @file} names. */
    static String content(String argument) {
        if (!argument.startsWith("@")) {
            return argument;
        }
        String file = argument.substring(1);
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw CommandException.usage(
                    "Cannot read the file " + file + " as text in UTF-8. Correct the path after @.");
        }
    }
}
