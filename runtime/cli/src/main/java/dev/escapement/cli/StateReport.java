package dev.escapement.cli;

import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints the state of a thread and its continuation. */
record StateReport(CommandOutput output, PrintedCommand command) {

    /** Prints the state after a decision was recorded without executing the thread. */
    void recorded(OpenStore store, AgentThread thread) {
        if (thread.hasEnded()) {
            end(store, thread);
            return;
        }
        List<Standing.Question> questions = questions(store, thread);
        questions(store, thread, questions);
        output.line("A worker continues the thread.");
    }

    /** Prints the state after this process executed a thread. */
    void driven(OpenStore store, AgentThread thread) {
        if (thread.hasEnded()) {
            end(store, thread);
            return;
        }
        List<Standing.Question> questions = questions(store, thread);
        questions(store, thread, questions);
        if (questions.isEmpty()) {
            output.line("Thread " + thread.id() + " is executed by another process.");
        }
    }

    /** Prints the phase, the labels, the tree and the open questions of a thread. */
    void current(OpenStore store, ThreadIndex.ThreadEntry entry, AgentThread thread) {
        output.line("");
        output.line("Thread " + thread.id() + " is " + phase(entry) + " since " + Times.text(entry.since()) + ", with "
                + entry.size() + " events.");
        if (!entry.labels().isEmpty()) {
            output.line("Its labels are " + LabelText.of(entry.labels()) + ".");
        }
        TreeReport tree = tree(store);
        tree.place(thread);
        tree.children(thread);
        questions(store, thread, entry.standing().questions());
        if (entry.standing().phase() == Standing.Phase.RUNNABLE) {
            output.line(
                    entry.parked()
                            ? "Its execution failed " + entry.attempts() + " times. To make it due again:"
                            : "A worker continues the thread, or executes it. To make it due now:");
            output.line("    " + command.of("resume", List.of(thread.id()), ""));
        }
    }

    /** Returns the phase in lower case, with the states that are not phases. */
    static String phase(ThreadIndex.ThreadEntry entry) {
        return entry.standing().phase().name().toLowerCase(Locale.ROOT)
                + (entry.parked() ? " (parked)" : "")
                + (entry.erased() ? " (erased)" : "");
    }

    private static List<Standing.Question> questions(OpenStore store, AgentThread thread) {
        Optional<ThreadIndex.ThreadEntry> entry = store.index().entry(thread.id());
        return entry.map(found -> found.standing().questions()).orElse(List.of());
    }

    private TreeReport tree(OpenStore store) {
        return new TreeReport(output, command, store);
    }

    private void questions(OpenStore store, AgentThread thread, List<Standing.Question> questions) {
        if (!questions.isEmpty()) {
            output.line("Open questions of thread " + thread.id() + ":");
            QuestionLines lines = new QuestionLines(output, command);
            questions.forEach(question -> lines.print(thread, question));
        }
        tree(store).questions(thread);
    }

    private void end(OpenStore store, AgentThread thread) {
        Event.End end = thread.end().orElseThrow();
        if (end instanceof Event.Finished finished) {
            output.line("Thread " + thread.id() + " has finished.");
            output.quote("    ", Rendering.result(finished.result()));
        } else if (end instanceof Event.Stopped stopped) {
            output.line("Thread " + thread.id() + " has stopped.");
            output.quote("    ", stopped.reason());
            tree(store).stopped(thread);
        }
    }
}
