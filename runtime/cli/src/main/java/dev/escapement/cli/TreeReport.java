package dev.escapement.cli;

import dev.escapement.internal.text.AgentPath;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.InboxQuestion;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadIndex;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Prints the threads below a thread, and their open questions. */
record TreeReport(CommandOutput output, PrintedCommand command, OpenStore store) {

    private static final String INDENT = "  ";

    /** Prints the place of a thread in its tree, unless it is a root without children. */
    void place(AgentThread thread) {
        ParentCall.of(thread)
                .ifPresent(parent -> output.line("Its path is " + AgentPath.text(ParentCall.pathOf(thread)) + ". Call "
                        + parent.callId() + " of thread " + parent.threadId() + " started it."));
    }

    /** Prints the threads that a thread started, directly or indirectly. */
    void children(AgentThread thread) {
        if (thread.events().stream().anyMatch(DelegateStarted.class::isInstance)) {
            output.line("Threads that thread " + thread.id() + " started:");
            children(thread, INDENT);
        }
    }

    /** Prints the threads below a stopped thread, which stop after it. */
    void stopped(AgentThread thread) {
        children(thread);
        Set<String> open = new HashSet<>();
        for (Event event : thread.events()) {
            if (event instanceof DelegateStarted started) {
                open.add(started.threadId());
            }
        }
        open.removeIf(
                child -> store.index().entry(child).filter(TreeReport::hasEnded).isPresent());
        if (!open.isEmpty()) {
            output.line("A worker stops those that have not ended.");
        }
    }

    private static boolean hasEnded(ThreadIndex.ThreadEntry entry) {
        return switch (entry.standing().phase()) {
            case RUNNABLE, WAITING -> false;
            case FINISHED, STOPPED -> true;
        };
    }

    private void children(AgentThread thread, String indent) {
        for (Event event : thread.events()) {
            if (event instanceof DelegateStarted delegate) {
                Optional<ThreadIndex.ThreadEntry> entry = store.index().entry(delegate.threadId());
                String state = entry.map(found -> StateReport.phase(found) + ", with " + found.size() + " events")
                        .orElse("not created yet");
                output.line(indent + delegate.callId() + ": thread " + delegate.threadId() + " of "
                        + AgentPath.simpleName(delegate.agent()) + " is " + state);
                child(thread, delegate).ifPresent(child -> children(child, indent + INDENT));
            }
        }
    }

    /** Returns a child. The path of a child is longer than that of its parent, so that a damaged store has no cycle. */
    private Optional<AgentThread> child(AgentThread parent, DelegateStarted delegate) {
        try {
            return store.store().load(delegate.threadId()).filter(child -> ParentCall.isChild(parent, delegate, child));
        } catch (ErasedThreadException e) {
            return Optional.empty();
        }
    }

    /** Prints the open questions of the threads below a thread, each with the commands of its own thread. */
    void questions(AgentThread thread) {
        QuestionLines lines = new QuestionLines(output, command);
        String last = thread.id();
        for (InboxQuestion question : below(store, thread.id())) {
            if (!question.threadId().equals(last)) {
                last = question.threadId();
                output.line("Open questions of thread " + last + " (" + AgentPath.text(question.path()) + "):");
            }
            lines.print(store.thread(last), question.question());
        }
    }

    /** Returns the open questions of the threads below a thread. */
    static List<InboxQuestion> below(OpenStore store, String threadId) {
        return ThreadInbox.of(store.store()).questions(threadId).stream()
                .filter(question -> !question.threadId().equals(threadId))
                .toList();
    }
}
