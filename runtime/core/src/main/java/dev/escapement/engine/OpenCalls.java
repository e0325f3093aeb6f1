package dev.escapement.engine;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.BudgetUsage;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the next command while calls in a reply are unanswered. Calls are answered one at a time in the order
 * of the reply, with two exceptions: adjacent read-only steps may run concurrently, and a call that finishes the thread
 * runs last and only if all others succeeded, because the model chose it before it received their answers.
 */
final class OpenCalls {

    private final AgentLoop loop;
    private final AgentThread thread;
    private final ReplyProgress reply;
    private final Budget budget;
    private final BudgetUsage usage;

    OpenCalls(AgentLoop loop, AgentThread thread, ReplyProgress reply) {
        this.loop = loop;
        this.thread = thread;
        this.reply = reply;
        this.budget = thread.budget();
        this.usage = thread.usage();
    }

    /** Returns the next command, or empty if all calls have been answered. */
    Optional<Command> next() {
        CallProgress firstEnd = null;
        boolean allSucceeded = true;
        for (int i = 0; i < reply.calls().size(); i++) {
            CallProgress progress = reply.calls().get(i);
            if (progress.answered()) {
                allSucceeded &= progress.succeeded();
            } else if (progress.question() != null) {
                return Optional.of(new Command.AwaitReply(
                        progress.call(),
                        progress.question().question(),
                        progress.question().schema()));
            } else if (progress.inDoubt() && mayHaveChangedSomething(progress)) {
                return Optional.of(again(i));
            } else {
                Optional<String> fault = fault(progress);
                if (fault.isPresent()) {
                    return Optional.of(new Command.RejectCall(progress.call(), fault.get()));
                } else if (!finishes(progress)) {
                    return Optional.of(gateOrRun(i));
                }
                firstEnd = firstEnd == null ? progress : firstEnd;
            }
        }
        return firstEnd == null ? Optional.empty() : Optional.of(end(firstEnd, allSucceeded));
    }

    private Command end(CallProgress end, boolean allSucceeded) {
        if (reply.calls().stream().filter(this::couldEnd).count() > 1) {
            return new Command.RejectCall(end.call(), ModelMessages.TWO_ENDS);
        }
        return allSucceeded
                ? gateOrRun(reply.calls().indexOf(end))
                : new Command.RejectCall(end.call(), ModelMessages.OTHERS_FAILED);
    }

    private boolean couldEnd(CallProgress progress) {
        return fault(progress).isEmpty() && finishes(progress);
    }

    private boolean finishes(CallProgress progress) {
        return loop.flow(progress.call().tool()).endsThread();
    }

    private Optional<String> fault(CallProgress progress) {
        Optional<String> unused = ModelMessages.unused(reply.stop());
        if (unused.isPresent()) {
            return unused; // also if the call is well-formed: the missing part may have changed its meaning
        }
        boolean byCode = progress.selectedByCode();
        Optional<String> fault = byCode
                ? CallCheck.fault(progress.call(), reply.at(), loop.tools())
                : CallCheck.fault(progress.call(), reply.at(), loop);
        // A step that started before, and may be rerun, is already counted in the budget.
        if (fault.isPresent() || progress.answered() || progress.started() != null) {
            return fault;
        } else if (usage.steps() >= budget.steps().orElse(Long.MAX_VALUE)) {
            return Optional.of(ModelMessages.stepsUsedUp(budget.steps().getAsLong()));
        } else if (!byCode && !finishes(progress) && (reply.wasLast(budget) || usage.leavesOneStep(budget))) {
            return Optional.of(ModelMessages.KEPT_FOR_THE_END);
        }
        return Optional.empty();
    }

    private Command gateOrRun(int index) {
        CallProgress progress = reply.calls().get(index);
        Call call = progress.call();
        String bound = progress.boundTo();
        boolean gated = loop.gated(call.tool());
        if (bound == null && !gated) {
            return run(index);
        }
        String sha256 = CallCheck.argumentsSha256(call, loop.tools());
        Event.ApprovalAsked asked = progress.asked();
        if (bound != null && !bound.equals(sha256)) {
            return new Command.RejectCall(call, ModelMessages.OTHER_ARGUMENTS);
        } else if (asked != null && progress.approved() == null) {
            return new Command.AwaitApproval(call, asked.question(), sha256);
        }
        // The gates have not reviewed edited arguments. The approval overrides a question of a gate, but not a denial.
        boolean unseen = asked == null || progress.edited();
        return gated && unseen && !progress.gatePassed()
                ? new Command.CheckGate(call, sha256, asked != null)
                : run(index);
    }

    /**
     * Returns whether a call's arguments still have the hash for which approval was requested or granted. Another
     * release of the agent may decode the same JSON differently. Returns true if approval was never requested.
     */
    private boolean isBound(CallProgress progress) {
        String bound = progress.boundTo();
        return bound == null || bound.equals(CallCheck.argumentsSha256(progress.call(), loop.tools()));
    }

    private static boolean mayHaveChangedSomething(CallProgress progress) {
        Event.StepStarted started = progress.started();
        return started != null && EffectRules.mayChangeState(started.effect());
    }

    /** Returns the command for a started step whose outcome is unknown after a crash. */
    private Command again(int index) {
        CallProgress progress = reply.calls().get(index);
        Event.StepStarted started = progress.started();
        return started != null && (!EffectRules.mayRunAgain(started.effect()) || !canRunAgain(progress))
                ? new Command.AwaitDecision(progress.call(), started.idempotencyKey())
                : run(index);
    }

    /** Returns whether the current release of the agent has the step and decodes its arguments as before. */
    private boolean canRunAgain(CallProgress progress) {
        return CallCheck.fault(progress.call(), reply.at(), loop.tools()).isEmpty() && isBound(progress);
    }

    private Command run(int index) {
        List<CallProgress> calls = reply.calls();
        Command.RunStep first = step(calls.get(index));
        if (index + 1 == calls.size() || !readsOnly(calls.get(index))) {
            return first;
        }
        List<Command.RunStep> steps = new ArrayList<>(List.of(first));
        for (int i = index + 1; i < calls.size() && mayRunBeside(calls.get(i), steps); i++) {
            steps.add(step(calls.get(i)));
        }
        return steps.size() == 1 ? first : new Command.RunSteps(steps);
    }

    private boolean readsOnly(CallProgress progress) {
        String tool = progress.call().tool();
        return !EffectRules.mayChangeState(loop.effect(tool)) && loop.flow(tool).returnsResult();
    }

    private boolean mayRunBeside(CallProgress progress, List<Command.RunStep> others) {
        if (progress.answered() || progress.question() != null) {
            return false;
        } else if (progress.inDoubt()) {
            return canRunAgain(progress) && readsOnly(progress);
        }
        return fault(progress).isEmpty()
                && readsOnly(progress)
                && progress.asked() == null
                && (progress.gatePassed() || !loop.gated(progress.call().tool()))
                && usage.steps() + notStarted(others) + 1 < budget.steps().orElse(Long.MAX_VALUE);
    }

    private static long notStarted(List<Command.RunStep> steps) {
        return steps.stream().filter(step -> !step.started()).count();
    }

    private Command.RunStep step(CallProgress progress) {
        Call call = progress.call();
        Event.@Nullable StepStarted started = progress.started();
        String key = started == null ? key(call) : started.idempotencyKey();
        Effect effect = progress.inDoubt() && started != null ? started.effect() : loop.effect(call.tool());
        return new Command.RunStep(call, effect, new StepContext(thread.id(), call.id(), key), progress.inDoubt());
    }

    /**
     * Returns the idempotency key of a call. The call id is escaped, so that the key is unambiguous for any thread id.
     * The number of the reply distinguishes calls of a thread that share an id.
     */
    private String key(Call call) {
        String callId = call.id().replace("%", "%25").replace("/", "%2F");
        return thread.id() + "/" + reply.number() + "/" + callId;
    }
}
