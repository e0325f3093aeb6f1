package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.RequestFailed;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The threads of a store as a tree, read without the loops of the agents. The path of each thread is one name longer than
 * the path of its parent, which the reader verifies, so that a damaged thread cannot cause a cycle.
 */
record QuestionTree(ThreadStore store) {

    /** Returns the thread at the root of the tree of a thread. */
    AgentThread root(AgentThread thread) {
        AgentThread root = thread;
        Optional<ParentCall> started = ParentCall.of(root);
        while (started.isPresent()) {
            ParentCall call = started.get();
            AgentThread parent =
                    store.load(call.threadId()).orElseThrow(() -> new UnknownThreadException(call.threadId()));
            if (!ParentCall.pathOf(parent).equals(call.path())) {
                throw new UnknownThreadException(call.threadId()); // another thread that has the id of a deleted parent
            }
            root = parent;
            started = ParentCall.of(root);
        }
        return root;
    }

    /**
     * Returns the open questions of a thread and of the threads below it that have not ended, the oldest first. Waits for a
     * child thread are not among them.
     */
    List<InboxQuestion> questions(AgentThread thread) {
        List<InboxQuestion> questions = new ArrayList<>();
        add(thread, questions);
        questions.sort(Comparator.comparing(InboxQuestion::since));
        return questions;
    }

    private void add(AgentThread thread, List<InboxQuestion> questions) {
        for (Standing.Question question : open(thread)) {
            if (question.kind() != Standing.Kind.CHILD) {
                question(thread, question).ifPresent(questions::add);
            }
        }
        for (DelegateStarted delegate : thread.state().delegates().values()) {
            child(thread, delegate).ifPresent(child -> add(child, questions));
        }
    }

    private List<Standing.Question> open(AgentThread thread) {
        if (thread.hasEnded()) {
            return List.of();
        }
        Optional<Standing> stored = store instanceof ThreadIndex index
                ? index.entry(thread.id()).map(ThreadIndex.ThreadEntry::standing)
                : Optional.empty();
        return stored.orElseGet(() -> ThreadStanding.decided(thread)).questions();
    }

    /** Returns an entry of the index with its content; empty if the question is not open any more. */
    Optional<InboxQuestion> question(ThreadIndex.QuestionEntry entry) {
        try {
            return store.load(entry.threadId()).flatMap(thread -> question(thread, entry.question()));
        } catch (ErasedThreadException e) {
            return Optional.empty();
        }
    }

    /** Returns a question with its content; empty if the thread, which may be newer, has its answer. */
    static Optional<InboxQuestion> question(AgentThread thread, Standing.Question question) {
        if (question.kind() == Standing.Kind.MESSAGE) {
            return thread.hasEnded() || isMessageReceived(thread)
                    ? Optional.empty()
                    : Optional.of(of(thread, question, Optional.empty(), messageText(thread), "", ""));
        }
        return thread.openCall(question.callId()).flatMap(call -> question(thread, question, call));
    }

    private static Optional<InboxQuestion> question(
            AgentThread thread, Standing.Question question, CallProgress progress) {
        Optional<Call> call = Optional.of(progress.call());
        return switch (question.kind()) {
            case APPROVAL ->
                Optional.ofNullable(progress.approved() == null ? progress.asked() : null)
                        .map(asked -> of(thread, question, call, asked.question(), "", asked.argumentsSha256()));
            case REPLY ->
                Optional.ofNullable(progress.question())
                        .map(asked -> of(thread, question, call, asked.question(), asked.schema(), ""));
            case DECISION ->
                progress.inDoubt() ? Optional.of(of(thread, question, call, "", "", "")) : Optional.empty();
            case CHILD ->
                progress.delegateEnded() == null
                        ? Optional.of(of(thread, question, call, "", "", ""))
                        : Optional.empty();
            case MESSAGE -> throw new IllegalArgumentException(question.kind() + " is not a question about a call");
        };
    }

    /** Returns whether a person's message follows the event that asked for one, so that the question is answered. */
    private static boolean isMessageReceived(AgentThread thread) {
        Event opened = ThreadStanding.openedMessage(thread);
        List<Event> events = thread.events();
        for (int i = events.size() - 1; i >= 0 && events.get(i) != opened; i--) {
            if (events.get(i) instanceof Event.MessageReceived) {
                return true;
            }
        }
        return false;
    }

    /** Returns the text to which the message of a person is an answer. */
    private static String messageText(AgentThread thread) {
        Event opened = ThreadStanding.openedMessage(thread);
        if (opened instanceof Event.PersonAsked asked) {
            return asked.question();
        } else if (opened instanceof RequestFailed failed) {
            return failed.message();
        }
        return opened instanceof Event.ModelReplied replied ? replied.text() : "";
    }

    private static InboxQuestion of(
            AgentThread thread,
            Standing.Question question,
            Optional<Call> call,
            String text,
            String schema,
            String hash) {
        return new InboxQuestion(ParentCall.pathOf(thread), thread.id(), question, call, text, schema, hash);
    }

    /** Returns a child thread; empty if it does not exist yet, if it has ended, or if its content was erased. */
    private Optional<AgentThread> child(AgentThread parent, DelegateStarted delegate) {
        try {
            return store.load(delegate.threadId()).filter(child -> ParentCall.isChild(parent, delegate, child));
        } catch (ErasedThreadException e) {
            return Optional.empty(); // an erased thread has ended
        }
    }
}
