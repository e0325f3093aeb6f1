package dev.escapement.thread;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a thread, computed by folding the thread's events. Events after the end of the thread change only the
 * budget usage. Immutable. Intended for authors of engines.
 */
public final class ThreadState {

    // Assigned only while a copy is made, before it is published.
    private @Nullable ReplyProgress reply;
    private int replies;
    private BudgetUsage usage = BudgetUsage.NONE;
    private @Nullable Instant lastAt;
    private boolean textAnswered;
    private boolean personAsked;
    private int failedReplies;
    private boolean failed;
    private boolean succeeded;
    private String lastFailure = "";
    private Set<String> fetchedEver = Set.of();
    private Set<String> fetchedForThisRequest = Set.of();
    private @Nullable Event end;
    private @Nullable String brokenBy;

    private ThreadState() {}

    /** Returns the state of a thread without events. */
    static ThreadState initial() {
        return new ThreadState();
    }

    private ThreadState copy() {
        ThreadState copy = new ThreadState();
        copy.reply = reply;
        copy.replies = replies;
        copy.usage = usage;
        copy.lastAt = lastAt;
        copy.textAnswered = textAnswered;
        copy.personAsked = personAsked;
        copy.failedReplies = failedReplies;
        copy.failed = failed;
        copy.succeeded = succeeded;
        copy.lastFailure = lastFailure;
        copy.fetchedEver = fetchedEver;
        copy.fetchedForThisRequest = fetchedForThisRequest;
        copy.end = end;
        copy.brokenBy = brokenBy;
        return copy;
    }

    /** Returns the state after an event. */
    ThreadState apply(Event event) {
        ThreadState next = copy();
        next.usage = usage.plus(event, lastAt == null ? event.at() : lastAt, startsStep(event));
        next.lastAt = event.at();
        return end != null ? next : next.changedBy(event);
    }

    /** Returns whether an event starts a step for the first time. Reruns are not counted. */
    private boolean startsStep(Event event) {
        if (event instanceof Event.StepStarted start) {
            CallProgress progress = reply == null ? null : reply.call(start.callId());
            return progress == null || progress.started() == null;
        }
        return false;
    }

    /** Applies an event to this mutable copy and returns the copy. */
    private ThreadState changedBy(Event event) {
        EventKind kind = event.kind();
        return switch (kind) {
            case CONTEXT_FETCHED -> fetched(((Event.ContextFetched) event).source());
            case CONTEXT_FAILED -> fetched(((Event.ContextFailed) event).source());
            case MODEL_REPLIED -> replied((Event.ModelReplied) event);
            case TEXT_REJECTED -> textRejected((Event.TextRejected) event);
            case MESSAGE_RECEIVED -> messageReceived();
            case PERSON_ASKED -> personAsked(true);
            case FINISHED, STOPPED -> ended(event);
            case STARTED -> nothingFetched();
            case CALL_REJECTED -> answered((Event.Answer) event, ((Event.CallRejected) event).reason());
            case GATE_DENIED -> answered((Event.Answer) event, ((Event.GateDenied) event).reason());
            case STEP_FAILED -> answered((Event.Answer) event, ((Event.StepFailed) event).message());
            case REFUSED, STEP_RETURNED, CALL_SELECTED, STEP_CONFIRMED, REPLY_RECEIVED ->
                answered((Event.Answer) event, lastFailure);
            case GATE_PASSED, APPROVAL_ASKED, APPROVED, STEP_STARTED, RERUN_ALLOWED, REPLY_ASKED ->
                callProgressed((Event.OfCall) event);
        };
    }

    private ThreadState nothingFetched() {
        fetchedForThisRequest = Set.of();
        return this;
    }

    private ThreadState fetched(String source) {
        fetchedEver = plus(fetchedEver, source);
        fetchedForThisRequest = plus(fetchedForThisRequest, source);
        return this;
    }

    private static Set<String> plus(Set<String> sources, String source) {
        if (sources.contains(source)) {
            return sources;
        }
        Set<String> more = new HashSet<>(sources);
        more.add(source);
        return more;
    }

    private ThreadState replied(Event.ModelReplied event) {
        failedReplies = consecutiveFailures();
        failed = false;
        succeeded = false;
        textAnswered = false;
        personAsked = false;
        replies++;
        reply = ReplyProgress.of(replies, event, usage.steps());
        return nothingFetched();
    }

    private ThreadState textRejected(Event.TextRejected event) {
        textAnswered = true;
        failed = true;
        lastFailure = event.reason();
        return nothingFetched();
    }

    /** Applies a message from a person and resets the count of consecutive failures. */
    private ThreadState messageReceived() {
        textAnswered = true;
        failedReplies = 0;
        failed = false;
        succeeded = false;
        return personAsked(false);
    }

    private ThreadState personAsked(boolean whether) {
        personAsked = whether;
        return nothingFetched();
    }

    private ThreadState ended(Event event) {
        end = event;
        return this;
    }

    private ThreadState answered(Event.Answer answer, String failure) {
        failed |= answer.kind().isFailure();
        // A selection only continues the call; its success depends on the selected call.
        succeeded |= answer.kind().isSuccess() && answer.kind() != EventKind.CALL_SELECTED;
        lastFailure = failure;
        return callProgressed(answer);
    }

    private ThreadState callProgressed(Event.OfCall event) {
        ReplyProgress progressed = reply == null ? null : reply.apply(event);
        if (progressed == null) {
            brokenBy = brokenBy == null ? event.callId() : brokenBy;
        } else {
            reply = progressed;
        }
        return nothingFetched();
    }

    /**
     * Returns the model's last reply and the progress of its calls.
     *
     * @return the progress, or {@code null} before the first reply
     */
    public @Nullable ReplyProgress reply() {
        return reply;
    }

    /**
     * Returns whether all calls of the last reply have been answered. Returns false after the end of the thread, because
     * {@link #reply} then is not the last reply if another one was recorded later.
     */
    boolean callsAnswered() {
        return end == null && (reply == null || reply.answered());
    }

    /**
     * Returns the part of the budget that has been used so far.
     *
     * @return the usage, counted over all events
     */
    public BudgetUsage usage() {
        return usage;
    }

    /**
     * Returns whether the text of the last reply has been rejected or answered by a person's message.
     *
     * @return {@code true} if the text does not require a further answer
     */
    public boolean textAnswered() {
        return textAnswered;
    }

    /**
     * Returns whether a question to a person about repeated failures is unanswered.
     *
     * @return {@code true} from the question until a message or the next reply
     */
    public boolean personAsked() {
        return personAsked;
    }

    /**
     * Returns the number of consecutive replies that failed, up to and including the last reply. A reply fails if at
     * least one of its calls fails and none succeeds, or if its text is rejected.
     *
     * @return 0 or more
     */
    public int consecutiveFailures() {
        if (succeeded) {
            return 0;
        }
        return failed ? failedReplies + 1 : failedReplies;
    }

    /**
     * Returns the reason for the last failure.
     *
     * @return the text that the model received; empty before the first failure
     */
    public String lastFailure() {
        return lastFailure;
    }

    /**
     * Returns whether the thread has ever recorded an attempt to fetch a context source.
     *
     * @param source the name of the source
     * @return {@code true} if an attempt has succeeded or failed
     */
    public boolean fetchedEver(String source) {
        return fetchedEver.contains(source);
    }

    /**
     * Returns whether a context source has been fetched for the next request. Such a fetch follows the last event of
     * any other type.
     *
     * @param source the name of the source
     * @return {@code true} if the context is current
     */
    public boolean fetchedForThisRequest(String source) {
        return fetchedForThisRequest.contains(source);
    }

    /**
     * Returns the event that ended the thread.
     *
     * @return {@link Event.Finished} or {@link Event.Stopped}; empty while the thread has not ended
     */
    public Optional<Event> end() {
        return Optional.ofNullable(end);
    }

    /**
     * Returns the call id of the first event that concerns a call outside the last reply. A thread with such an event
     * is damaged.
     *
     * @return the id of the call; empty for an intact thread
     */
    public Optional<String> brokenBy() {
        return Optional.ofNullable(brokenBy);
    }
}
