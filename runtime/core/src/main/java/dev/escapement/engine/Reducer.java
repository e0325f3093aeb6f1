package dev.escapement.engine;

import dev.escapement.OnText;
import dev.escapement.Prefetch;
import dev.escapement.internal.text.BlankText;
import dev.escapement.internal.text.Excerpt;
import dev.escapement.internal.text.StopMessages;
import dev.escapement.model.StopReason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.BudgetUsage;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.thread.StopCause;
import dev.escapement.thread.ThreadState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules of the control loop that all agents share. They are a pure function of the thread; the generated
 * {@link AgentLoop#next} applies them.
 *
 * <p>The rules apply in this order:
 *
 * <ol>
 *   <li>A thread that has ended rests.
 *   <li>The calls of the last reply are resolved, then its text. An incomplete reply is rejected as a whole.
 *   <li>After a refusal, the model does not receive another request before a person has sent a message.
 *   <li>Before the next request, the consecutive failures and the budget are checked, and context is fetched. After
 *       three requests that failed permanently, or if the budget of the turn is used up, the thread waits for a message.
 * </ol>
 */
public final class Reducer {

    private static final int MAX_LENGTH = 500;

    private Reducer() {}

    /**
     * Returns the next command for a thread.
     *
     * @param loop the agent
     * @param thread the thread
     * @return the next command
     * @throws IllegalStateException if the thread is damaged, because it contains an event for a call that was not
     *     pending
     */
    public static Command next(AgentLoop loop, AgentThread thread) {
        if (thread.hasEnded()) { // later events are recorded only
            return new Command.Rest();
        }
        ThreadState state = thread.state();
        Optional<String> broken = state.brokenBy();
        if (broken.isPresent()) {
            throw new IllegalStateException("Thread " + thread.id() + " is damaged: it has an event of the call "
                    + broken.get() + ", which is not an open call of the last reply.");
        }
        ReplyProgress reply = state.reply();
        if (reply == null) {
            return beforeRequest(loop, thread, state);
        }
        Optional<Command> ofCalls = OpenCalls.next(loop, thread, reply);
        return ofCalls.isPresent() ? ofCalls.get() : afterCalls(loop, thread, state, reply);
    }

    /**
     * Returns all questions about calls for which a thread waits. Unlike {@link #next}, which returns the first
     * question only if nothing else can be executed, this method also returns the questions that are open while steps
     * run.
     *
     * @param loop the agent
     * @param thread the thread
     * @return the commands to wait for approvals, replies and decisions, in the order of the calls; empty if the thread
     *     has ended
     */
    public static List<Command.AwaitForCall> questions(AgentLoop loop, AgentThread thread) {
        ReplyProgress reply = thread.state().reply();
        return thread.hasEnded() || reply == null ? List.of() : OpenCalls.questions(loop, thread, reply);
    }

    /**
     * Returns the event that records the expiry of an open question whose deadline is at or before a given time. If
     * there are several, it is the one with the earliest deadline, and among equal deadlines the first call of the
     * reply. An engine appends the event before it determines the next command, and then calls this method again.
     *
     * @param thread the thread
     * @param now the time, which is also the time of the event
     * @return the event; empty if no open question has expired, or if the thread has ended
     */
    public static Optional<Event.Expired> expired(AgentThread thread, Instant now) {
        ReplyProgress reply = thread.state().reply();
        if (reply == null || thread.hasEnded()) {
            return Optional.empty();
        }
        return reply.calls().stream()
                .filter(call -> hasExpired(call, now))
                .min(Comparator.comparing(call -> call.deadline().orElseThrow()))
                .map(call -> expired(call, now));
    }

    private static boolean hasExpired(CallProgress call, Instant now) {
        Optional<Instant> deadline = call.deadline();
        return deadline.isPresent() && !deadline.get().isAfter(now);
    }

    private static Event.Expired expired(CallProgress call, Instant now) {
        Event.ReplyAsked question = call.question();
        Optional<String> fallback = question == null ? Optional.empty() : question.fallback();
        return new Event.Expired(now, call.selected().id(), fallback);
    }

    private static Command afterCalls(AgentLoop loop, AgentThread thread, ThreadState state, ReplyProgress reply) {
        if (state.textAnswered()) {
            return beforeRequest(loop, thread, state);
        } else if (reply.stop() == StopReason.REFUSAL) {
            return afterRefusal(loop.policy(), thread, state, reply.text());
        } else if (reply.calls().isEmpty()) {
            return afterText(loop.policy(), thread, reply);
        }
        return beforeRequest(loop, thread, state);
    }

    private static Command afterText(Policy policy, AgentThread thread, ReplyProgress reply) {
        Optional<String> unused = ModelMessages.unused(reply.stop());
        if (unused.isPresent()) {
            return new Command.RejectText(unused.get());
        } else if (BlankText.is(reply.text())) {
            return new Command.RejectText(ModelMessages.EMPTY_REPLY);
        }
        return switch (policy.onText()) {
            case FINISH -> new Command.FinishWithText(reply.text());
            case REJECT -> new Command.RejectText(ModelMessages.NO_CALL);
            case WAIT -> awaitMessage(thread);
        };
    }

    /** Returns the command that follows a refusal. A refusal is not retried, because the model would refuse again. */
    private static Command afterRefusal(Policy policy, AgentThread thread, ThreadState state, String text) {
        if (policy.onText() == OnText.WAIT && !BlankText.is(text)) {
            return awaitMessage(thread); // the person receives the refusal like any other text
        }
        String reason = BlankText.is(text) ? StopMessages.refused() : StopMessages.refused(excerpt(text));
        return giveUp(policy, thread, state, StopCause.REFUSAL, reason);
    }

    private static Command beforeRequest(AgentLoop loop, AgentThread thread, ThreadState state) {
        Policy policy = loop.policy();
        int failures = state.consecutiveFailures();
        if (policy.maxConsecutiveFailures() > 0 && failures >= policy.maxConsecutiveFailures()) {
            return afterFailures(policy, thread, state);
        }
        Optional<Command> spent = stopIfSpent(thread);
        if (spent.isPresent()) {
            return spent.get();
        } else if (state.failedRequests() >= ThreadState.MAX_FAILED_REQUESTS) {
            return new Command.AwaitMessage();
        }
        BudgetUsage usage = thread.usage();
        Optional<String> exhausted = usage.turnExhausted(thread.budget());
        if (exhausted.isPresent()) {
            return state.personAsked()
                    ? new Command.AwaitMessage()
                    : new Command.AskPerson(StopMessages.turnSpent(exhausted.get()));
        }
        for (ContextSource source : loop.contextSources()) {
            if (isDue(source, state)) {
                return new Command.FetchContext(source.name());
            }
        }
        boolean last = usage.leavesOne(thread.budget());
        return new Command.AskModel(OfferedTools.offered(loop, last), last, StepOptions.before(loop, state));
    }

    private static boolean isDue(ContextSource source, ThreadState state) {
        return source.when() == Prefetch.When.START
                ? !state.fetchedEver(source.name())
                : !state.fetchedForThisRequest(source.name());
    }

    private static Command afterFailures(Policy policy, AgentThread thread, ThreadState state) {
        String reason = StopMessages.repliesFailed(state.consecutiveFailures(), excerpt(state.lastFailure()));
        return giveUp(policy, thread, state, StopCause.FAILURES, reason);
    }

    /** Returns the beginning of a text in one line. */
    private static String excerpt(String text) {
        String line =
                text.lines().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return Excerpt.line(line, MAX_LENGTH);
    }

    private static Command giveUp(
            Policy policy, AgentThread thread, ThreadState state, StopCause cause, String reason) {
        return switch (policy.onFailures()) {
            case STOP -> new Command.Stop(cause, reason);
            case ASK_PERSON ->
                state.personAsked()
                        ? awaitMessage(thread)
                        : stopIfSpent(thread).orElseGet(() -> new Command.AskPerson(reason));
        };
    }

    private static Command awaitMessage(AgentThread thread) {
        return stopIfSpent(thread).orElseGet(Command.AwaitMessage::new);
    }

    /**
     * Returns a command to stop the thread, or empty if neither its tokens nor its cost are used up. Otherwise, waiting
     * for a person is useless, because the model cannot receive another request.
     */
    private static Optional<Command> stopIfSpent(AgentThread thread) {
        Optional<String> reason = thread.usage().threadExhausted(thread.budget());
        return reason.isPresent() ? Optional.of(new Command.Stop(StopCause.BUDGET, reason.get())) : Optional.empty();
    }
}
