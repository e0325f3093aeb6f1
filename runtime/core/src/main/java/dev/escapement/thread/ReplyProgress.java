package dev.escapement.thread;

import dev.escapement.Effect;
import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply from the model and the progress of each of its calls. The calls are in the order in which the reply contains
 * them. A call that a step selected replaces the call that selected it. Immutable.
 */
public final class ReplyProgress {

    private final int number;
    private final Event.ModelReplied reply;
    private final BudgetUsage before;
    private final int revision;
    private final List<CallProgress> calls;

    private ReplyProgress(
            int number, Event.ModelReplied reply, BudgetUsage before, int revision, List<CallProgress> calls) {
        this.number = number;
        this.reply = reply;
        this.before = before;
        this.revision = revision;
        this.calls = calls;
    }

    /**
     * Returns the initial progress of a reply.
     *
     * @param number the position of the reply among the replies of the thread, counted from 1
     * @param before the usage of the budget before the reply
     * @param versions the versions of the steps, by tool
     */
    static ReplyProgress of(
            int number, Event.ModelReplied reply, BudgetUsage before, Map<String, StepVersion> versions) {
        CallProgress[] calls = new CallProgress[reply.calls().size()];
        for (int i = 0; i < calls.length; i++) {
            Call call = reply.calls().get(i);
            calls[i] = new CallProgress(call, false, versions.get(call.tool()));
        }
        return new ReplyProgress(number, reply, before, 0, List.of(calls));
    }

    /**
     * Returns the progress after an event of a call, or null if {@link #calls} does not contain the call.
     *
     * @param versions the versions of the steps when the event was recorded, by tool
     */
    @Nullable
    ReplyProgress apply(Event.OfCall event, Map<String, StepVersion> versions) {
        int index = indexOf(event.callId());
        if (index < 0) {
            return null;
        }
        Call selected = selectedBy(event);
        CallProgress changed = selected == null
                ? calls.get(index).apply(event, revision, versions)
                : new CallProgress(selected, true, versions.get(selected.tool()));
        int next = mayAffectGates(event) ? revision + 1 : revision;
        return new ReplyProgress(number, reply, before, next, with(index, changed));
    }

    private List<CallProgress> with(int index, CallProgress changed) {
        if (calls.size() == 1) { // as in most replies
            return List.of(changed);
        }
        CallProgress[] copy = calls.toArray(new CallProgress[calls.size()]);
        copy[index] = changed;
        return List.of(copy);
    }

    private static @Nullable Call selectedBy(Event.OfCall event) {
        if (event instanceof Event.CallSelected selection) {
            return selection.next();
        }
        return event instanceof AnsweredByPerson answered ? answered.next().orElse(null) : null;
    }

    /** Returns the progress after a message, on which the decision of a gate may depend. */
    ReplyProgress afterMessage() {
        return new ReplyProgress(number, reply, before, revision + 1, calls);
    }

    /** Returns the progress after an update of the agent, which may have other gates and converts arguments. */
    ReplyProgress afterUpdate() {
        return new ReplyProgress(number, reply, before, revision + 1, calls);
    }

    /** Returns whether an event may change the basis of a gate's decision. */
    private static boolean mayAffectGates(Event.OfCall event) {
        return switch (event.kind()) {
            case STEP_STARTED -> ((Event.StepStarted) event).effect() != Effect.READ;
            case APPROVED,
                    REFUSED,
                    REPLY_RECEIVED,
                    EXPIRED,
                    ANSWERED_BY_PERSON,
                    STEP_RETURNED,
                    STEP_FAILED,
                    DELEGATE_ENDED,
                    CALL_SELECTED -> true;
            case GATE_PASSED,
                    GATE_DENIED,
                    GATE_FAILED,
                    APPROVAL_ASKED,
                    CALL_REJECTED,
                    STEP_IN_DOUBT,
                    REPLY_ASKED,
                    DELEGATE_STARTED,
                    FINISHED -> false;
            case STARTED,
                    CONTEXT_FETCHED,
                    CONTEXT_FAILED,
                    REQUEST_FAILED,
                    MODEL_REPLIED,
                    TEXT_REJECTED,
                    PERSON_ASKED,
                    MESSAGE_RECEIVED,
                    BUDGET_EXTENDED,
                    AGENT_UPDATED,
                    STOPPED -> throw new IllegalArgumentException(event.kind() + " is not an event of a call.");
        };
    }

    /**
     * Returns whether the gates have permitted a call, and nothing recorded since then can affect their decision.
     *
     * @param call one of the {@link #calls}
     * @return {@code true} if the call can run without another check
     */
    public boolean gateIsCurrent(CallProgress call) {
        return call.gatePassedSince(revision);
    }

    /** Returns the progress of a call, or null if {@link #calls} does not contain the call. */
    @Nullable
    CallProgress call(String callId) {
        int index = indexOf(callId);
        return index < 0 ? null : calls.get(index);
    }

    /** Returns whether all calls have been answered, and the answers cannot change. */
    boolean answered() {
        for (CallProgress call : calls) {
            if (!call.answered() || call.uncheckedReply() != null) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(String callId) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).selected().id().equals(callId)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns the position of the reply among the replies of the thread.
     *
     * @return the position, counted from 1
     */
    public int number() {
        return number;
    }

    /**
     * Returns the time at which the reply was recorded.
     *
     * @return the time, according to the clock of the runner that recorded the reply
     */
    public Instant at() {
        return reply.at();
    }

    /**
     * Returns the text of the reply.
     *
     * @return the text; empty if the reply contains only calls
     */
    public String text() {
        return reply.text();
    }

    /**
     * Returns the reason why the model stopped.
     *
     * @return the reason
     */
    public StopReason stop() {
        return reply.stop();
    }

    /**
     * Returns whether the reply answers the last request that the budget permits. Such a request offers only finishing
     * tools, because the budget leaves only one request or one step.
     *
     * @param budget the budget of the thread
     * @return {@code true} if the request was the last one
     */
    public boolean wasLast(Budget budget) {
        return before.leavesOne(budget);
    }

    /**
     * Returns the progress of each call.
     *
     * @return an unmodifiable list with one element for each call of the reply, in its order
     */
    public List<CallProgress> calls() {
        return calls;
    }
}
