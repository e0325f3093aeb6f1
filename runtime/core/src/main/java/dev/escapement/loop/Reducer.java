package dev.escapement.loop;

import dev.escapement.OnText;
import dev.escapement.Prefetch;
import dev.escapement.json.Excerpt;
import dev.escapement.model.StopReason;
import java.util.Optional;

/**
 * The rules of the control loop that all agents share: what comes next, given what happened. A pure function; the
 * generated {@link AgentLoop#next} calls it.
 *
 * <p>In this order: a thread that has ended rests. What the model replied last is dealt with, call by call, then its text;
 * of a reply that is not complete nothing is run or taken for an answer. After a refusal the model is not asked again
 * before a person has spoken. Then, before the model is asked again, failures and the budget are looked at, and context
 * is fetched.
 */
public final class Reducer {

    private static final int MAX_LENGTH = 500;

    private Reducer() {}

    /**
     * Decides what comes next.
     *
     * @param loop the agent
     * @param thread what happened so far
     * @return what is to be done
     */
    public static Command next(AgentLoop loop, AgentThread thread) {
        if (thread.hasEnded()) { // what comes after the end is only for the record
            return new Command.Rest();
        }
        ThreadState state = ThreadState.of(thread);
        Turn turn = state.turn();
        if (turn == null) {
            return beforeRequest(loop, thread, state);
        }
        return new OpenCalls(loop, thread, turn).next().orElseGet(() -> afterCalls(loop, thread, state, turn));
    }

    private static Command afterCalls(AgentLoop loop, AgentThread thread, ThreadState state, Turn turn) {
        if (state.textAnswered()) {
            return beforeRequest(loop, thread, state);
        } else if (turn.stop() == StopReason.REFUSAL) {
            return afterRefusal(loop.policy(), thread, state, turn.text());
        } else if (turn.calls().isEmpty()) {
            return afterText(loop.policy(), thread, turn);
        }
        return beforeRequest(loop, thread, state);
    }

    private static Command afterText(Policy policy, AgentThread thread, Turn turn) {
        Optional<String> unused = Sentences.unused(turn.stop());
        if (unused.isPresent()) {
            return new Command.RejectText(unused.get());
        } else if (turn.text().isBlank()) {
            return new Command.RejectText(Sentences.EMPTY_REPLY);
        }
        return switch (policy.onText()) {
            case FINISH -> new Command.FinishWithText(turn.text());
            case REJECT -> new Command.RejectText(Sentences.NO_CALL);
            case WAIT -> awaitMessage(thread);
        };
    }

    /** Asking the same again would give the same again. */
    private static Command afterRefusal(Policy policy, AgentThread thread, ThreadState state, String text) {
        if (policy.onText() == OnText.WAIT && !text.isBlank()) {
            return awaitMessage(thread); // the person reads the refusal as any other text
        }
        String said = text.isBlank() ? "" : " It said: " + Excerpt.line(text, MAX_LENGTH);
        return giveUp(policy, thread, state, "The model refused to reply." + said);
    }

    private static Command beforeRequest(AgentLoop loop, AgentThread thread, ThreadState state) {
        Policy policy = loop.policy();
        int failures = state.consecutiveFailures();
        if (policy.maxConsecutiveFailures() > 0 && failures >= policy.maxConsecutiveFailures()) {
            return afterFailures(policy, thread, state);
        }
        Spent spent = Spent.of(thread);
        Optional<String> exhausted = spent.exhausted(thread.budget());
        if (exhausted.isPresent()) {
            return new Command.Stop(exhausted.get());
        }
        for (ContextSource source : loop.contextSources()) {
            if (isDue(source, state)) {
                return new Command.FetchContext(source.name());
            }
        }
        boolean last = spent.leavesOne(thread.budget());
        return new Command.AskModel(Tools.offered(loop, last), last);
    }

    private static boolean isDue(ContextSource source, ThreadState state) {
        return source.when() == Prefetch.When.START
                ? !state.fetchedEver(source.name())
                : !state.fetchedForThisRequest(source.name());
    }

    private static Command afterFailures(Policy policy, AgentThread thread, ThreadState state) {
        String reason = state.consecutiveFailures() + " replies of the model failed one after the other. The last: "
                + Excerpt.line(lastFailure(thread), MAX_LENGTH);
        return giveUp(policy, thread, state, reason);
    }

    private static Command giveUp(Policy policy, AgentThread thread, ThreadState state, String reason) {
        return switch (policy.onFailures()) {
            case STOP -> new Command.Stop(reason);
            case ASK_PERSON ->
                state.personAsked()
                        ? awaitMessage(thread)
                        : stopIfExhausted(thread).orElseGet(() -> new Command.AskPerson(reason));
        };
    }

    private static Command awaitMessage(AgentThread thread) {
        return stopIfExhausted(thread).orElseGet(Command.AwaitMessage::new);
    }

    /** Nobody is asked or waited for if, whatever a person says, the model could not be asked again. */
    private static Optional<Command> stopIfExhausted(AgentThread thread) {
        return Spent.of(thread).exhausted(thread.budget()).<Command>map(Command.Stop::new);
    }

    private static String lastFailure(AgentThread thread) {
        String last = "";
        for (Event event : thread.events()) {
            if (event instanceof Event.CallRejected rejected) {
                last = rejected.reason();
            } else if (event instanceof Event.GateDenied denied) {
                last = denied.reason();
            } else if (event instanceof Event.StepFailed failed) {
                last = failed.message();
            } else if (event instanceof Event.TextRejected rejected) {
                last = rejected.reason();
            }
        }
        return last;
    }
}
