package dev.escapement.engine;

import dev.escapement.engine.ReplayResult.Difference;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The comparison of the starts and the outcomes of steps with commands. An outcome may be recorded later than other events. */
final class ReplaySteps {

    private static final Optional<Difference> NONE = Optional.empty();

    private final AgentLoop loop;

    /** The started steps whose outcome is not recorded, by call. */
    private final Map<String, Command.RunStep> running = new HashMap<>();

    /** The steps that a driver starts together with the step that it started last. */
    private List<Command.RunStep> together = List.of();

    ReplaySteps(AgentLoop loop) {
        this.loop = loop;
    }

    /** Notes that the next start is that of another command. */
    void interrupted() {
        together = List.of();
    }

    boolean isRunning(String callId) {
        return running.containsKey(callId);
    }

    Optional<Difference> started(AgentThread thread, Event.StepStarted event, Command command) {
        Command.RunStep step = startable(event, command);
        if (step == null) {
            return Optional.of(Difference.COMMAND);
        } else if (!step.call().id().equals(event.callId())) {
            return Optional.of(Difference.CALL);
        } else if (step.attempt() != event.attempt()) {
            return Optional.of(Difference.ATTEMPT);
        } else if (step.effect() != event.effect()) {
            return Optional.of(Difference.EFFECT);
        } else if (!event.flow().isEmpty() && !step.flow().recorded().equals(event.flow())) {
            return Optional.of(Difference.FLOW);
        } else if (!isSameKey(thread, step.context().idempotencyKey(), event.idempotencyKey())) {
            return Optional.of(Difference.IDEMPOTENCY_KEY);
        }
        running.put(event.callId(), step);
        return NONE;
    }

    private Command.@Nullable RunStep startable(Event.StepStarted event, Command command) {
        if (!together.isEmpty() && together.get(0).call().id().equals(event.callId())) {
            Command.RunStep next = together.get(0);
            together = together.subList(1, together.size());
            return next;
        } else if (command instanceof Command.RunSteps several) {
            together = several.steps().subList(1, several.steps().size());
            return several.steps().get(0);
        }
        together = List.of();
        return command instanceof Command.RunStep step ? step : null;
    }

    /** Returns whether a recorded key is the current one. The key of a copied event contains the id of the original. */
    private static boolean isSameKey(AgentThread thread, String current, String recorded) {
        return current.equals(recorded)
                || (isCopied(thread)
                        && current.startsWith(thread.id() + "/")
                        && recorded.endsWith(current.substring(thread.id().length())));
    }

    /** Returns whether the event after the given ones was copied from another thread. */
    private static boolean isCopied(AgentThread thread) {
        Event.Started started = (Event.Started) thread.events().get(0);
        return started.origin()
                .filter(origin -> thread.events().size() < origin.position())
                .isPresent();
    }

    /** Compares the outcome of a step with its current flow. */
    Optional<Difference> ended(String callId, Flow flow) {
        Command.RunStep step = ended(callId);
        if (step == null) {
            return Optional.of(Difference.POSITION);
        }
        return step.flow() == flow ? NONE : Optional.of(Difference.FLOW);
    }

    /** Notes that a step does not run any longer, and returns the command that ran it, or null. */
    Command.@Nullable RunStep ended(String callId) {
        interrupted();
        return running.remove(callId);
    }

    /** Compares an outcome that the current code records only if the step may have an effect or has attempts left. */
    Optional<Difference> inDoubt(String callId) {
        Command.RunStep step = ended(callId);
        if (step == null) {
            return Optional.of(Difference.POSITION);
        }
        return EffectRules.mayChangeState(step.effect()) || step.attempt() < step.maxAttempts()
                ? NONE
                : Optional.of(Difference.ATTEMPT);
    }

    Optional<Difference> asked(Event.ReplyAsked event) {
        Command.RunStep step = running.get(event.callId());
        Optional<Difference> other = ended(event.callId(), Flow.PAUSES);
        return other.isPresent()
                        || step == null
                        || RecordedReply.isReadable(loop, step.call().tool(), event)
                ? other
                : Optional.of(Difference.QUESTION);
    }

    Optional<Difference> delegated(AgentThread thread, DelegateStarted event) {
        Command.RunStep step = running.get(event.callId());
        Optional<Difference> other = ended(event.callId(), Flow.DELEGATES);
        if (other.isPresent() || step == null) {
            return other;
        }
        String tool = step.call().tool();
        return loop.delegateAgent(tool).equals(event.agent())
                        && loop.joins(tool) == event.joins()
                        && isChild(thread, event)
                ? NONE
                : Optional.of(Difference.CHILD);
    }

    private static boolean isChild(AgentThread thread, DelegateStarted event) {
        return isCopied(thread) || event.threadId().equals(ChildIds.of(thread.id(), event.callId()));
    }
}
