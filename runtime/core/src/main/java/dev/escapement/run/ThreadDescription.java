package dev.escapement.run;

import dev.escapement.run.NotWaitingException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.thread.StopCause;
import dev.escapement.thread.ThreadStatus;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;

/** Descriptions of a thread's state, for a person whose decision is late or refers to the wrong thread or call. */
final class ThreadDescription {

    private ThreadDescription() {}

    /** Returns sentences that describe the actions for which a thread is waiting. */
    static String of(AgentThread thread) {
        if (thread.end().isPresent()) {
            return thread.end().get() instanceof Event.Stopped stopped
                    ? RunMessages.stopped(stopped.reason())
                    : RunMessages.FINISHED;
        }
        List<String> questions = new ArrayList<>();
        ReplyProgress reply = thread.state().reply();
        if (reply != null) {
            reply.calls().forEach(call -> addQuestion(call, questions));
        }
        if (!questions.isEmpty()) {
            return String.join(" ", questions);
        }
        return thread.status() == ThreadStatus.WAITING ? RunMessages.AWAITS_MESSAGE : RunMessages.RUNNABLE;
    }

    private static void addQuestion(CallProgress progress, List<String> questions) {
        Call call = progress.call();
        if (progress.answered()) {
            return;
        } else if (progress.delegate() != null) {
            if (progress.delegateEnded() == null) {
                questions.add(RunMessages.awaitsChild(
                        call.id(), call.tool(), progress.delegate().threadId()));
            }
        } else if (progress.question() != null) {
            questions.add(RunMessages.awaitsReply(call.id(), call.tool()));
        } else if (progress.inDoubt()) {
            questions.add(RunMessages.awaitsDecision(call.id(), call.tool()));
        } else if (progress.asked() != null && progress.approved() == null) {
            questions.add(RunMessages.awaitsApproval(call.id(), call.tool()));
        }
    }

    /** Returns a description of the earlier decision on a call, if any, and of the state of the thread. */
    static String of(AgentThread thread, String callId) {
        List<String> sentences = new ArrayList<>(decisions(thread, callId));
        if (thread.call(callId).isEmpty()) {
            sentences.add(RunMessages.UNKNOWN_CALL);
        } else if (isAnsweredWithoutPerson(thread, callId)) {
            sentences.add(RunMessages.ANSWERED);
        }
        sentences.add(of(thread));
        return String.join(" ", sentences);
    }

    private static boolean isAnsweredWithoutPerson(AgentThread thread, String callId) {
        for (Event event : thread.events()) {
            if (event instanceof Event.CallAnswer answer && answer.callId().equals(callId)) {
                return decision(event).isEmpty();
            }
        }
        return false;
    }

    /** Returns the reason why a thread does not accept a decision on a call. */
    static Reason reason(AgentThread thread, String callId) {
        if (thread.call(callId).isEmpty()) {
            return Reason.UNKNOWN_CALL;
        } else if (hasExpired(thread, callId)) {
            return Reason.EXPIRED;
        } else if (!decisions(thread, callId).isEmpty()) {
            return Reason.DECIDED;
        } else if (thread.hasEnded()) {
            return Reason.ENDED;
        }
        return thread.status() == ThreadStatus.WAITING ? Reason.WAITING_FOR_OTHER : Reason.RUNNABLE;
    }

    private static boolean hasExpired(AgentThread thread, String callId) {
        return thread.events().stream()
                .anyMatch(event -> event instanceof Event.Expired expired
                        && expired.callId().equals(callId));
    }

    /** Returns whether an extension of the budget has an effect on a thread. Its parent has recorded the end of a child. */
    static boolean isExtensible(AgentThread thread) {
        return !thread.hasEnded()
                || (thread.end().get() instanceof Event.Stopped stopped
                        && stopped.cause() == StopCause.BUDGET
                        && ParentCall.of(thread).isEmpty());
    }

    /**
     * Returns a list that contains a sentence about the last decision on a call, or an empty list if the call was not
     * decided.
     */
    private static List<String> decisions(AgentThread thread, String callId) {
        List<String> last = List.of();
        for (Event event : thread.events()) {
            if (event instanceof Event.OfCall ofCall && ofCall.callId().equals(callId)) {
                String decision = decision(event);
                last = decision.isEmpty() ? last : List.of(decision);
            }
        }
        return last;
    }

    private static String answered(AnsweredByPerson event) {
        return switch (event.answer().kind()) {
            case RUN_AGAIN -> RunMessages.runsAgain(event.by());
            case RETURNED, NEXT, QUESTION, FINISHED, FAILED -> RunMessages.answered(event.by());
        };
    }

    private static String decision(Event event) {
        return switch (event.kind()) {
            case APPROVED -> RunMessages.approved(((Event.Approved) event).by());
            case REFUSED -> RunMessages.refused(((Event.Refused) event).by());
            case ANSWERED_BY_PERSON -> answered((AnsweredByPerson) event);
            case REPLY_RECEIVED -> RunMessages.REPLIED;
            case EXPIRED -> RunMessages.expired(event.at().toString());
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
}
