package dev.escapement.thread;

import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply from the model and the progress of each of its calls. The calls are in the order in which the reply contains
 * them. A call that a step selected replaces the call that selected it. Immutable.
 */
public final class ReplyProgress {

    private final int number;
    private final Event.ModelReplied reply;
    private final long stepsBefore;
    private final List<CallProgress> calls;

    private ReplyProgress(int number, Event.ModelReplied reply, long stepsBefore, List<CallProgress> calls) {
        this.number = number;
        this.reply = reply;
        this.stepsBefore = stepsBefore;
        this.calls = Collections.unmodifiableList(calls);
    }

    /**
     * Returns the initial progress of a reply.
     *
     * @param number the position of the reply among the replies of the thread, counted from 1
     * @param stepsBefore the number of steps that had started before
     */
    static ReplyProgress of(int number, Event.ModelReplied reply, long stepsBefore) {
        List<CallProgress> calls = new ArrayList<>(reply.calls().size());
        for (Call call : reply.calls()) {
            calls.add(new CallProgress(call, false));
        }
        return new ReplyProgress(number, reply, stepsBefore, calls);
    }

    /** Returns the progress after an event of a call, or null if {@link #calls} does not contain the call. */
    @Nullable
    ReplyProgress apply(Event.OfCall event) {
        int index = indexOf(event.callId());
        if (index < 0) {
            return null;
        }
        List<CallProgress> changed = new ArrayList<>(calls);
        changed.set(index, next(calls.get(index), event));
        return new ReplyProgress(number, reply, stepsBefore, changed);
    }

    private static CallProgress next(CallProgress progress, Event.OfCall event) {
        Call selected = event instanceof Event.CallSelected selection ? selection.next() : null;
        return selected == null ? progress.apply(event) : new CallProgress(selected, true);
    }

    /** Returns the progress of a call, or null if {@link #calls} does not contain the call. */
    @Nullable
    CallProgress call(String callId) {
        int index = indexOf(callId);
        return index < 0 ? null : calls.get(index);
    }

    /** Returns whether all calls have been answered. */
    boolean answered() {
        for (CallProgress call : calls) {
            if (!call.answered()) {
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
        return number >= budget.modelCalls().orElse(Long.MAX_VALUE)
                || stepsBefore + 1 >= budget.steps().orElse(Long.MAX_VALUE);
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
