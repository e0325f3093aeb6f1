package dev.escapement.server.threads;

import dev.escapement.run.NotWaitingException;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import dev.escapement.thread.ThreadStatus;
import java.time.temporal.ChronoUnit;

/**
 * The problems of decisions that come too late. The detail is for the person who was second: it contains the decision, its
 * time and the name of the first person, but not the content of the thread.
 */
final class DecisionConflicts {
    private DecisionConflicts() {}

    /** {@return the problem for a decision that the thread did not accept} */
    static ProblemException of(NotWaitingException late) {
        if (isOfRelease(late)) {
            return new ProblemException(
                    ProblemType.CONFLICT,
                    "A new release of the agent withdraws this question or asks it again in another form. Wait for the new"
                            + " question and decide anew. Your decision was not recorded.");
        }
        String detail = late.callId().map(callId -> ofCall(late, callId)).orElseGet(() -> ended(late.thread()));
        return new ProblemException(ProblemType.CONFLICT, detail + " Your decision was not recorded.");
    }

    /**
     * {@return whether only the events of the thread contain the question: the current release of the agent withdraws it or
     * asks again when the thread continues}
     */
    static boolean isOfRelease(NotWaitingException late) {
        return late.reason() == NotWaitingException.Reason.RUNNABLE
                && late.thread().status() == ThreadStatus.WAITING;
    }

    private static String ofCall(NotWaitingException late, String callId) {
        return switch (late.reason()) {
            case DECIDED, EXPIRED -> decided(late.thread(), callId);
            case ENDED -> ended(late.thread());
            case DRIVEN -> "The step of this call may be running. Decide after it has ended.";
            case WAITING_FOR_OTHER, RUNNABLE -> resolved(late.thread(), callId);
            case UNKNOWN_CALL -> "The thread does not contain this call.";
        };
    }

    /** Returns the sentence for the last decision about a call. */
    private static String decided(AgentThread thread, String callId) {
        String last = "";
        for (Event event : thread.events()) {
            if (event instanceof Event.OfCall ofCall && ofCall.callId().equals(callId)) {
                String sentence = decision(event);
                last = sentence.isEmpty() ? last : sentence;
            }
        }
        return last.isEmpty() ? resolved(thread, callId) : last;
    }

    private static String decision(Event event) {
        String at = " at " + time(event) + ".";
        return switch (event.kind()) {
            case APPROVED -> approved((Event.Approved) event) + at;
            case REFUSED -> ((Event.Refused) event).by() + " refused this call" + at;
            case ANSWERED_BY_PERSON -> answered((AnsweredByPerson) event) + at;
            case REPLY_RECEIVED -> "This question received a reply" + at;
            case EXPIRED -> "This question expired" + at;
            case STARTED,
                    AGENT_UPDATED,
                    DELEGATE_STARTED,
                    DELEGATE_ENDED,
                    CONTEXT_FETCHED,
                    CONTEXT_FAILED,
                    REQUEST_FAILED,
                    MODEL_REPLIED,
                    TEXT_REJECTED,
                    CALL_REJECTED,
                    GATE_PASSED,
                    GATE_DENIED,
                    GATE_FAILED,
                    APPROVAL_ASKED,
                    STEP_STARTED,
                    STEP_RETURNED,
                    CALL_SELECTED,
                    STEP_FAILED,
                    STEP_IN_DOUBT,
                    REPLY_ASKED,
                    PERSON_ASKED,
                    MESSAGE_RECEIVED,
                    BUDGET_EXTENDED,
                    FINISHED,
                    STOPPED -> "";
        };
    }

    private static String approved(Event.Approved event) {
        return event.by() + " approved this call"
                + (event.editedArguments().isPresent() ? " with other arguments" : "");
    }

    private static String answered(AnsweredByPerson event) {
        boolean isRun = event.answer().kind() == Answer.Kind.RUN_AGAIN;
        return event.by() + (isRun ? " let the step of this call run again" : " resolved this call");
    }

    /** Returns the sentence for a call without an open question about which no person decided. */
    private static String resolved(AgentThread thread, String callId) {
        return thread.openCall(callId).isPresent()
                ? "The thread does not wait for this decision. Load the question again."
                : "The agent has withdrawn this question.";
    }

    private static String ended(AgentThread thread) {
        Event end = thread.end().<Event>map(event -> event).orElse(thread.last());
        if (end instanceof Event.Stopped stopped) {
            String stop = stopped.by().isEmpty() ? "The thread was stopped" : stopped.by() + " stopped the thread";
            return stop + " at " + time(end) + ".";
        }
        return "The thread finished at " + time(end) + ".";
    }

    private static String time(Event event) {
        return event.at().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
