package dev.escapement.run;

import dev.escapement.Effect;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Reducer;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.Standing.Question;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.ThreadStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The computation of the {@link Standing} of a thread. A driver computes it from the agent's loop; an inbox from the
 * events alone.
 */
final class ThreadStanding {

    private static final String NO_CALL = "";

    private ThreadStanding() {}

    /**
     * Returns the standing of a thread.
     *
     * @param next the next command of the thread
     */
    static Standing of(AgentLoop loop, AgentThread thread, Command next) {
        return of(loop, thread, next, ThreadTree.hasLeftChildren(thread) || thread.last() instanceof DelegateStarted);
    }

    /**
     * Returns the standing of a thread after all actions on other threads, which must precede its rest.
     *
     * @param next the next command of the thread, which is at rest
     */
    static Standing settled(AgentLoop loop, AgentThread thread, Command next) {
        return thread.hasEnded() ? settled(thread) : of(loop, thread, next, false);
    }

    /** Returns the standing of a thread that has ended, after its children have ended and its parent recorded the end. */
    static Standing settled(AgentThread ended) {
        return Standing.of(ended.end().orElseThrow() instanceof Event.Finished ? Phase.FINISHED : Phase.STOPPED);
    }

    private static Standing of(AgentLoop loop, AgentThread thread, Command next, boolean isUnsettled) {
        if (thread.hasEnded()) {
            return ended(thread);
        }
        List<Question> questions = questions(loop, thread, NO_CALL);
        if (next instanceof Command.AwaitMessage) {
            questions.add(message(thread));
        }
        return next.isAtRest() && !isUnsettled
                ? new Standing(Phase.WAITING, earliestDeadline(questions), questions)
                : runnable(questions);
    }

    private static Standing runnable(List<Question> questions) {
        return questions.isEmpty() ? Standing.RUNNABLE : new Standing(Phase.RUNNABLE, Optional.empty(), questions);
    }

    /**
     * Returns the standing of a thread while the step of a call runs. The thread is runnable, and whether the outcome of
     * the step is unknown is not yet a question.
     */
    static Standing running(AgentLoop loop, AgentThread thread, String callId) {
        return runnable(questions(loop, thread, callId));
    }

    /**
     * Returns the standing of a thread after a decision. A thread that has not ended is runnable. Of the questions that
     * were open before the decision, those that it did not resolve remain.
     *
     * @param stored the questions before the decision
     */
    static Standing decided(AgentThread thread, List<Question> stored) {
        if (thread.hasEnded()) {
            return ended(thread);
        }
        String resolved = resolvedBy(thread.last());
        List<Question> questions = stored.stream()
                .filter(question -> !question.callId().equals(resolved))
                .toList();
        return new Standing(Phase.RUNNABLE, Optional.empty(), questions);
    }

    /** Returns whether a step of the thread has started but its outcome has not been recorded. */
    private static boolean hasUnknownOutcome(AgentThread thread) {
        ReplyProgress reply = thread.state().reply();
        return reply != null && reply.calls().stream().anyMatch(CallProgress::inDoubt);
    }

    /** Returns the id of the call whose question an event resolves; empty for the question of the thread. */
    private static String resolvedBy(Event event) {
        return event instanceof Event.OfCall call ? call.callId() : "";
    }

    /**
     * Returns the standing of a thread after a decision, computed without a loop, for a store that does not return the
     * questions. Its open questions are those that {@link ThreadStatus#WAITING} describes.
     */
    static Standing decided(AgentThread thread) {
        if (thread.hasEnded()) {
            return ended(thread);
        }
        List<Question> questions = new ArrayList<>();
        ReplyProgress reply = thread.state().reply();
        if (reply != null) {
            for (CallProgress call : reply.calls()) {
                openKind(call).ifPresent(kind -> questions.add(question(kind, call)));
            }
        }
        if (questions.isEmpty() && thread.status() == ThreadStatus.WAITING) {
            questions.add(message(thread));
        }
        return new Standing(Phase.RUNNABLE, Optional.empty(), questions);
    }

    /** Returns the standing of a thread that has ended. It is runnable while actions on other threads remain. */
    private static Standing ended(AgentThread thread) {
        boolean isUnsettled =
                ParentCall.of(thread).isPresent() || !thread.state().delegates().isEmpty();
        return isUnsettled ? Standing.RUNNABLE : settled(thread);
    }

    /**
     * Returns the standing after a decision. If the step of another call has no outcome yet, only the stored questions
     * show whether it is running or waits for a person.
     */
    static Standing decided(ThreadStore store, AgentThread decided) {
        return stored(store, decided)
                .map(questions -> decided(decided, questions))
                .orElseGet(() -> decided(decided));
    }

    /**
     * Returns the standing of a thread that is to be executed although nothing was decided. All of its questions remain.
     *
     * @param thread the thread as it is stored
     */
    static Standing woken(ThreadStore store, AgentThread thread) {
        return stored(store, thread)
                .filter(questions -> !thread.hasEnded())
                .map(ThreadStanding::runnable)
                .orElseGet(() -> decided(thread));
    }

    /** Returns the stored questions if the events alone do not show which questions are open. */
    private static Optional<List<Question>> stored(ThreadStore store, AgentThread thread) {
        return hasUnknownOutcome(thread) && store instanceof ThreadIndex index
                ? index.entry(thread.id()).map(entry -> entry.standing().questions())
                : Optional.empty();
    }

    /**
     * Returns the open questions about calls.
     *
     * @param excluded the id of a call whose question is not included; empty for none
     */
    private static List<Question> questions(AgentLoop loop, AgentThread thread, String excluded) {
        List<Question> questions = new ArrayList<>(0);
        if (!mayHaveQuestions(thread, excluded)) {
            return questions; // without the cost of another check of all calls
        }
        for (Command.AwaitForCall open : Reducer.questions(loop, thread)) {
            if (!open.call().id().equals(excluded)) {
                CallProgress call = thread.openCall(open.call().id()).orElseThrow();
                questions.add(question(kind(open), call));
            }
        }
        return questions;
    }

    private static boolean mayHaveQuestions(AgentThread thread, String excluded) {
        ReplyProgress reply = thread.state().reply();
        if (reply != null) {
            for (CallProgress call : reply.calls()) {
                boolean mayBeOpen = call.inDoubt() || openKind(call).isPresent();
                if (mayBeOpen && !call.selected().id().equals(excluded)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Kind kind(Command.AwaitForCall open) {
        return switch (open.kind()) {
            case APPROVAL -> Kind.APPROVAL;
            case REPLY -> Kind.REPLY;
            case DECISION -> Kind.DECISION;
            case CHILD -> Kind.CHILD;
        };
    }

    private static Optional<Kind> openKind(CallProgress call) {
        if (call.answered()) {
            return Optional.empty();
        } else if (call.delegate() != null) {
            return call.delegateEnded() == null ? Optional.of(Kind.CHILD) : Optional.empty();
        } else if (call.question() != null) {
            return Optional.of(Kind.REPLY);
        } else if (call.inDoubt()) {
            Event.StepStarted started = call.started();
            return started != null && started.effect() == Effect.DESTRUCTIVE
                    ? Optional.of(Kind.DECISION)
                    : Optional.empty();
        }
        return call.asked() != null && call.approved() == null ? Optional.of(Kind.APPROVAL) : Optional.empty();
    }

    private static Question question(Kind kind, CallProgress call) {
        return new Question(call.selected().id(), kind, opened(kind, call).at(), call.deadline());
    }

    /** Returns the event that opened a question; for a decision, the start of the step. */
    private static Event opened(Kind kind, CallProgress call) {
        return switch (kind) {
            case APPROVAL -> Objects.requireNonNull(call.asked());
            case REPLY -> Objects.requireNonNull(call.question());
            case DECISION -> Objects.requireNonNull(call.started());
            case CHILD -> Objects.requireNonNull(call.delegate());
            case MESSAGE -> throw new IllegalArgumentException(kind + " is not a question about a step");
        };
    }

    private static Question message(AgentThread thread) {
        return new Question("", Kind.MESSAGE, openedMessage(thread).at(), Optional.empty());
    }

    /** Returns the event after which the thread waits for a message, which is one of the last events. */
    static Event openedMessage(AgentThread thread) {
        List<Event> events = thread.events();
        for (int i = events.size() - 1; i > 0; i--) {
            if (opensMessage(events.get(i))) {
                return events.get(i);
            }
        }
        return events.get(0);
    }

    private static boolean opensMessage(Event event) {
        return event instanceof Event.ModelReplied
                || event instanceof Event.PersonAsked
                || event instanceof RequestFailed;
    }

    private static Optional<Instant> earliestDeadline(List<Question> questions) {
        return questions.stream()
                .flatMap(question -> question.deadline().stream())
                .min(Comparator.naturalOrder());
    }
}
