package dev.escapement.thread;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a thread, computed by folding the thread's events. Events after the end of the thread change only the
 * budget usage. Immutable. Intended for authors of engines.
 */
public final class ThreadState {

    /** The number of consecutive permanently failed requests after which the thread waits for a message. */
    public static final int MAX_FAILED_REQUESTS = 3;

    private static final int NEVER = -1;

    // Assigned only while a copy is made, before it is published.
    private @Nullable ReplyProgress reply;
    private int events;
    private int replies;
    private int lastMessage = NEVER;
    private int firstUnseen;
    private int lastReply = NEVER;
    private BudgetUsage usage = BudgetUsage.NONE;
    private Budget budget = Budget.UNLIMITED;
    private boolean textRejected;
    private boolean personAsked;
    private FailureCount failures = FailureCount.NONE;
    private FetchedContext fetched = FetchedContext.NONE;
    private DoubtfulCalls doubtful = DoubtfulCalls.NONE;
    private OpenDelegates delegates = OpenDelegates.NONE;
    private Map<String, StepVersion> versions = Map.of();
    private Event.@Nullable End end;
    private @Nullable String brokenBy;

    private ThreadState() {}

    /** Returns the state of a thread without events. */
    static ThreadState initial() {
        return new ThreadState();
    }

    private ThreadState copy() {
        ThreadState copy = new ThreadState();
        copy.reply = reply;
        copy.events = events;
        copy.replies = replies;
        copy.lastMessage = lastMessage;
        copy.firstUnseen = firstUnseen;
        copy.lastReply = lastReply;
        copy.usage = usage;
        copy.budget = budget;
        copy.textRejected = textRejected;
        copy.personAsked = personAsked;
        copy.failures = failures;
        copy.fetched = fetched;
        copy.doubtful = doubtful;
        copy.delegates = delegates;
        copy.versions = versions;
        copy.end = end;
        copy.brokenBy = brokenBy;
        return copy;
    }

    /** Returns the state after an event. */
    ThreadState apply(Event event) {
        ThreadState next = copy();
        next.usage = usage.after(event, startsStep(event));
        next.events++;
        if (event instanceof Event.BudgetExtended extended) {
            return next.extended(extended);
        } else if (event instanceof DelegateEnded ended) {
            return next.delegateEnded(ended);
        }
        return end != null ? next : next.changedBy(event, usage);
    }

    /** Returns whether an event starts a step for the first time. Further attempts are not counted. */
    private boolean startsStep(Event event) {
        if (!(event instanceof Event.StepStarted start)) {
            return false;
        }
        CallProgress progress = call(start.callId());
        return progress == null || progress.started() == null;
    }

    /**
     * Applies an event to this mutable copy and returns the copy.
     *
     * @param before the usage before the event
     */
    private ThreadState changedBy(Event event, BudgetUsage before) {
        return switch (event.kind()) {
            case STARTED -> started((Event.Started) event);
            case CONTEXT_FETCHED -> fetched(((Event.ContextFetched) event).source());
            case CONTEXT_FAILED -> fetched(((Event.ContextFailed) event).source());
            case REQUEST_FAILED -> requestFailed();
            case MODEL_REPLIED -> replied((Event.ModelReplied) event, before);
            case TEXT_REJECTED -> textRejected((Event.TextRejected) event);
            case MESSAGE_RECEIVED -> messageReceived();
            case PERSON_ASKED -> personAsked(true);
            case FINISHED, STOPPED -> ended((Event.End) event);
            case CALL_REJECTED -> answered((Event.OfCall) event, ((Event.CallRejected) event).reason());
            case GATE_FAILED -> answered((Event.OfCall) event, ((Event.GateFailed) event).reason());
            case STEP_FAILED -> stepFailed((Event.StepFailed) event);
            case ANSWERED_BY_PERSON -> resolved((AnsweredByPerson) event);
            case AGENT_UPDATED -> updated((AgentUpdated) event);
            case DELEGATE_ENDED -> delegateEnded((DelegateEnded) event);
            case GATE_DENIED, REFUSED, STEP_RETURNED, CALL_SELECTED, REPLY_RECEIVED, EXPIRED ->
                answered((Event.OfCall) event, "");
            case DELEGATE_STARTED -> delegateStarted((DelegateStarted) event);
            case GATE_PASSED, APPROVAL_ASKED, APPROVED, STEP_STARTED, STEP_IN_DOUBT, REPLY_ASKED ->
                callProgressed((Event.OfCall) event);
            case BUDGET_EXTENDED -> extended((Event.BudgetExtended) event);
        };
    }

    private ThreadState started(Event.Started event) {
        budget = event.budget();
        versions = event.versions();
        return nothingFetched();
    }

    private ThreadState extended(Event.BudgetExtended event) {
        budget = budget.extendedBy(event.more());
        if (end instanceof Event.Stopped stopped
                && stopped.cause() == StopCause.BUDGET
                && usage.threadExhausted(budget).isEmpty()) {
            end = null;
        }
        personAsked = false;
        failures = failures.budgetExtended();
        return nothingFetched();
    }

    private ThreadState nothingFetched() {
        fetched = fetched.forNextRequest();
        return this;
    }

    private ThreadState fetched(String source) {
        fetched = fetched.with(source);
        return this;
    }

    private ThreadState requestFailed() {
        failures = failures.requestFailed();
        return nothingFetched();
    }

    private ThreadState replied(Event.ModelReplied event, BudgetUsage before) {
        failures = failures.replied();
        textRejected = false;
        firstUnseen = Math.max(lastReply + 1, events - 1 - event.unseen());
        lastReply = events - 1;
        if (!messageUnseen()) {
            personAsked = false;
        }
        replies++;
        reply = ReplyProgress.of(replies, event, before, versions);
        return nothingFetched();
    }

    private ThreadState textRejected(Event.TextRejected event) {
        textRejected = true;
        failures = failures.textRejected(event.reason());
        return nothingFetched();
    }

    /** Applies a message from a person and resets the counts of consecutive failures. */
    private ThreadState messageReceived() {
        lastMessage = events - 1;
        failures = failures.messageReceived();
        reply = reply == null ? null : reply.afterMessage();
        return personAsked(false);
    }

    private ThreadState personAsked(boolean whether) {
        personAsked = whether;
        return nothingFetched();
    }

    private ThreadState ended(Event.End event) {
        end = event;
        return this;
    }

    private ThreadState resolved(AnsweredByPerson event) {
        if (event.answer() instanceof Answer.Finished finished) {
            return ended(new Event.Finished(event.at(), event.callId(), finished.json()));
        }
        return answered(event, "");
    }

    private ThreadState updated(AgentUpdated event) {
        versions = event.versions();
        reply = reply == null ? null : reply.afterUpdate();
        return this;
    }

    private ThreadState delegateStarted(DelegateStarted event) {
        usage = usage.reserved(event.budget());
        delegates = delegates.with(event);
        return callProgressed(event);
    }

    /** Applies the end of a child. If its call is not open, for example because a person answered it, only its usage counts. */
    private ThreadState delegateEnded(DelegateEnded event) {
        DelegateStarted started = delegates.byCall().get(event.callId());
        if (started != null) {
            usage = usage.released(started.budget(), event.usage());
            delegates = delegates.without(event.callId());
        }
        CallProgress call = call(event.callId());
        if (end != null || (started != null && (call == null || call.answered()))) {
            return this;
        }
        return event.isAnswer() ? answered(event, "") : callProgressed(event);
    }

    private ThreadState stepFailed(Event.StepFailed event) {
        ThreadState next = answered(event, event.message());
        doubtful = doubtful.after(event, call(event.callId()));
        return next;
    }

    private ThreadState answered(Event.OfCall answer, String failure) {
        CallResult result = CallResult.of(answer);
        failures = failures.after(result, failure);
        if (result.isAnswer()) {
            doubtful = doubtful.settledBy(call(answer.callId()));
        }
        return callProgressed(answer);
    }

    private @Nullable CallProgress call(String callId) {
        return reply == null ? null : reply.call(callId);
    }

    private ThreadState callProgressed(Event.OfCall event) {
        ReplyProgress progressed = reply == null ? null : reply.apply(event, versions);
        if (progressed == null) {
            brokenBy = brokenBy == null ? event.callId() : brokenBy;
        } else {
            reply = progressed;
        }
        return nothingFetched();
    }

    /** {@return the model's last reply and the progress of its calls, or {@code null} before the first reply} */
    public @Nullable ReplyProgress reply() {
        return reply;
    }

    /**
     * Returns whether all calls of the last reply have been answered; false after the end of the thread, because {@link
     * #reply} then is not the last reply if another one was recorded later.
     */
    boolean callsAnswered() {
        return end == null && (reply == null || reply.answered());
    }

    /**
     * Returns the part of the budget that has been used so far.
     *
     * @return the tokens and the cost of the thread, and the steps, replies and working time of the current turn
     */
    public BudgetUsage usage() {
        return usage;
    }

    /** {@return the limits of the thread: the budget recorded at the start and its extensions} */
    public Budget budget() {
        return budget;
    }

    /**
     * Returns whether a person's message has arrived that the model did not see when it wrote the last reply.
     *
     * @return {@code true} if the next request contains the message for the first time
     */
    public boolean messageUnseen() {
        return lastMessage >= firstUnseen;
    }

    /**
     * Returns whether the text of the last reply has been rejected or answered by a person's message.
     *
     * @return {@code true} if the text does not require a further answer
     */
    public boolean textAnswered() {
        return textRejected || messageUnseen();
    }

    /**
     * Returns the number of consecutive requests that failed permanently.
     *
     * @return the number since the last reply, message or extension of the budget, 0 or more
     */
    public int failedRequests() {
        return failures.requests();
    }

    /**
     * Returns the calls that were answered although their step may have taken effect, and whose idempotency key has not
     * been reused since.
     *
     * @return the calls, oldest first
     */
    public List<CallProgress> doubtful() {
        return doubtful.calls();
    }

    /**
     * Returns the starts of child threads whose end the thread has not recorded. Their budgets count as used.
     *
     * @return the events by the ids of their calls, in their order; also of calls that a person answered, and of a thread
     *     that has ended
     */
    public Map<String, DelegateStarted> delegates() {
        return delegates.byCall();
    }

    /**
     * Returns whether a question to a person about repeated failures or a used budget is unanswered.
     *
     * @return {@code true} from the question until a message, an extension of the budget or the next reply
     */
    public boolean personAsked() {
        return personAsked;
    }

    /**
     * Returns the number of consecutive replies that failed, up to and including the last reply. A reply fails if at
     * least one of its calls fails and none succeeds, or if its text is rejected. A declared exception, a denial by a
     * gate and a refusal by a person are not failures.
     *
     * @return 0 or more
     */
    public int consecutiveFailures() {
        return failures.consecutive();
    }

    /** {@return the reason for the last failure, which the model received; empty before the first failure} */
    public String lastFailure() {
        return failures.last();
    }

    /**
     * Returns whether the thread has ever recorded an attempt to fetch a context source.
     *
     * @param source the name of the source
     * @return {@code true} if an attempt has succeeded or failed
     */
    public boolean fetchedEver(String source) {
        return fetched.ever().contains(source);
    }

    /**
     * Returns whether a context source has been fetched for the next request, after the last event of any other type.
     *
     * @param source the name of the source
     * @return {@code true} if the context is current
     */
    public boolean fetchedForThisRequest(String source) {
        return fetched.forThisRequest().contains(source);
    }

    /**
     * Returns the versions of the agent's steps with which the thread was last executed.
     *
     * @return the versions by tool; empty if they are unknown
     */
    public Map<String, StepVersion> versions() {
        return versions;
    }

    /**
     * Returns the event that ended the thread.
     *
     * @return {@link Event.Finished} or {@link Event.Stopped}; empty while the thread has not ended
     */
    public Optional<Event.End> end() {
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
