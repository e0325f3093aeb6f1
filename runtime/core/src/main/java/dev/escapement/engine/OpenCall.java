package dev.escapement.engine;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.engine.EffectRules.Recovery;
import dev.escapement.json.Decoded;
import dev.escapement.json.ReadOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.BudgetUsage;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.tool.Call;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call of the last reply, judged by the rules of the agent. The order among several calls is not considered. */
final class OpenCall {

    /** The permission of a valid call to run. */
    enum Permission {

        /** The call can run. */
        GRANTED,

        /** The gates must check the call. */
        CHECK_REQUIRED,

        /** The gates or a person permitted the call earlier; the gates must check it again. */
        RECHECK_REQUIRED,

        /** A person must decide. */
        ASKED
    }

    private final AgentLoop loop;
    private final AgentThread thread;
    private final ReplyProgress reply;
    private final CallProgress progress;
    private final CurrentCall current;

    /** The flow of the step, or null if the current release of the agent does not have the step. */
    private final @Nullable Flow flow;

    OpenCall(AgentLoop loop, AgentThread thread, ReplyProgress reply, CallProgress progress) {
        this.loop = loop;
        this.thread = thread;
        this.reply = reply;
        this.progress = progress;
        this.current = CurrentCall.of(progress.call(), progress.version(), loop.tools());
        this.flow = current.isKnown() ? loop.flow(current.call().tool()) : null;
    }

    CallProgress progress() {
        return progress;
    }

    /** Returns the call in the form of the current release. */
    Call call() {
        return current.call();
    }

    boolean opensQuestion() {
        return progress.delegate() != null || (flow != null && flow.waits());
    }

    private boolean pauses() {
        return flow != null && flow.pauses();
    }

    boolean finishes() {
        return flow != null && flow.endsThread();
    }

    /** Returns whether the step may run at the same time as others and before the calls that precede it. */
    boolean readsOnly() {
        if (flow == null) {
            return false;
        }
        return switch (flow) {
            case RETURNS, SELECTS -> EffectRules.mayRunConcurrently(effect());
            case PAUSES, DELEGATES, FINISHES -> false;
        };
    }

    /** Returns the effect of the step, or the stricter one if the effect has changed since an earlier attempt. */
    private Effect effect() {
        Event.StepStarted started = progress.started();
        if (started == null) {
            return loop.effect(call().tool());
        }
        return current.isKnown()
                ? EffectRules.stricter(started.effect(), loop.effect(call().tool()))
                : started.effect();
    }

    /** Returns a command that rejects the call or asks its question again, or null if the call is valid. */
    @Nullable
    Command correction() {
        if (progress.answered()) {
            return progress.uncheckedReply() == null ? null : replyCorrection(progress.uncheckedReply());
        } else if (progress.question() != null) {
            return isQuestionCurrent(progress.question()) ? null : withdrawn(ModelMessages.OTHER_QUESTION);
        } else if (progress.inDoubt() || progress.delegate() != null) {
            return null;
        }
        Command invalid = invalidCorrection();
        if (invalid != null) {
            return invalid;
        }
        Optional<String> spent = progress.started() == null ? budgetFault() : Optional.empty();
        return spent.isPresent()
                ? new Command.RejectCall(call(), spent.get(), reply.wasLast(thread.budget()))
                : unboundCorrection();
    }

    /** Returns the command that answers a call with invalid arguments or asks about it again, or null. */
    @Nullable
    Command invalidCorrection() {
        String fault = invalidity().orElse(null);
        if (fault != null) {
            return isEditUnchecked() ? reopenedApproval(fault) : unrepeatable(rejected(fault));
        }
        return null;
    }

    /** Returns the command for a call whose approval does not apply to its arguments in this release, or null. */
    @Nullable
    Command unboundCorrection() {
        if (requiresHash() && !CallCheck.isHashable(call(), loop.tools())) {
            return isEditUnchecked()
                    ? reopenedApproval(ModelMessages.ARGUMENTS_UNUSABLE)
                    : unrepeatable(rejected(ModelMessages.ARGUMENTS_UNUSABLE));
        }
        if (isBound()) {
            return null;
        }
        return current.isRevised(loop.tools())
                ? renewedApproval()
                : unrepeatable(withdrawn(ModelMessages.OTHER_ARGUMENTS));
    }

    /**
     * Returns the command for a call that cannot run: the given rejection, unless a person let the step run again after
     * an attempt that may have taken effect. A rejection would state that the step did not run.
     */
    private Command unrepeatable(Command rejection) {
        Event.StepStarted started = progress.started();
        return started != null && EffectRules.mayChangeState(started.effect())
                ? new Command.FailStep(call(), ModelMessages.mayHaveTakenEffect(started.idempotencyKey()), true)
                : rejection;
    }

    /** Returns the rejection of a call for which the model is not responsible. */
    private Command withdrawn(String reason) {
        return new Command.RejectCall(call(), reason, false);
    }

    /** Returns the rejection of a call. The model is not responsible for the result of an upcast method. */
    private Command rejected(String reason) {
        boolean isFaulty = current.failure() == null && !current.isConverted();
        return new Command.RejectCall(call(), reason, isFaulty);
    }

    /** Returns whether the current release of the agent asks the same question. */
    boolean isQuestionCurrent(Event.ReplyAsked question) {
        return pauses() && RecordedReply.isReadable(loop, call().tool(), question);
    }

    private @Nullable Command replyCorrection(Event.ReplyReceived reply) {
        Event.ReplyAsked question = progress.question();
        if (question == null || !pauses()) {
            return null; // the model receives the reply as it is
        }
        ReadOptions options = new ReadOptions(Set.of(), InstantSource.fixed(reply.at()));
        return EventFactory.decodedReply(loop, progress, reply.reply(), options, defect -> {})
                .<@Nullable Command>fold(accepted -> null, rejected -> reopenedReply(question, rejected));
    }

    private Command reopenedReply(Event.ReplyAsked question, Decoded.Rejected<?> rejected) {
        String fault = rejected.report(ModelMessages.replyRejected(call().tool()));
        return new Command.ReopenReply(
                call(),
                progress.firstQuestion() + "\n" + fault,
                schema(question),
                question.deadline(),
                question.fallback());
    }

    private boolean isEditUnchecked() {
        return progress.edited()
                && progress.boundTo() == null
                && progress.started() == null; // once it has started, the approval cannot be repeated
    }

    private Command reopenedApproval(String fault) {
        Event.ApprovalAsked asked = progress.asked();
        CurrentCall selected = CurrentCall.selected(progress, loop.tools());
        String question = progress.firstQuestion() + "\n" + fault;
        if (asked == null) {
            return rejected(fault);
        } else if (selected.isRevised(loop.tools())) {
            return renewedApproval(asked, selected, question);
        }
        return new Command.ReopenApproval(selected.call(), question, asked.argumentsSha256(), asked.deadline());
    }

    /**
     * Returns the command that requests approval of arguments whose form the release changed. The call is rejected
     * instead if its form is not stable, because the approval could then lapse again and again.
     */
    private Command renewedApproval() {
        Event.ApprovalAsked asked = progress.asked();
        return asked != null && isStable()
                ? renewedApproval(asked, CurrentCall.selected(progress, loop.tools()), progress.firstQuestion())
                : withdrawn(ModelMessages.OTHER_ARGUMENTS);
    }

    /** Returns whether a second conversion and a second decoding of the arguments have the same result as the first. */
    private boolean isStable() {
        CurrentCall again = CurrentCall.of(progress.call(), progress.version(), loop.tools());
        String repeated = CallCheck.argumentsSha256(again.call(), loop.tools());
        return again.call().equals(call()) && repeated.equals(argumentsSha256());
    }

    /** Returns the command that requests approval of the selected call, whose arguments the question contains. */
    private Command renewedApproval(Event.ApprovalAsked asked, CurrentCall selected, String question) {
        boolean isValid = selected.failure() == null && fault(selected.named()).isEmpty();
        return isValid && CallCheck.isHashable(selected.call(), loop.tools())
                ? selected.reopened(asked, question, loop.tools())
                : withdrawn(ModelMessages.OTHER_ARGUMENTS);
    }

    /** Returns whether the canonical form of the arguments is needed, for an approval or for an idempotency key. */
    private boolean requiresHash() {
        return progress.asked() != null
                || loop.gated(call().tool())
                || (progress.started() == null && IdempotencyKeys.mayBeReused(thread, call(), loop));
    }

    /** Returns the reason why the call cannot run, in words for the model, or empty if it can run. */
    Optional<String> fault() {
        Optional<String> invalid = invalidity();
        // A step that started before is already counted in the budget.
        return invalid.isPresent() || progress.answered() || progress.started() != null ? invalid : budgetFault();
    }

    /** Returns the reason why the call is not valid, or empty if it is valid. */
    private Optional<String> invalidity() {
        Optional<String> unused = ModelMessages.unused(reply.stop());
        // An incomplete reply is not used even if the call is well-formed: the rest may have changed its meaning.
        if (unused.isPresent()) {
            return unused;
        }
        return current.failure() == null ? fault(current.named()) : Optional.of(ModelMessages.ARGUMENTS_UNUSABLE);
    }

    private Optional<String> fault(Call call) {
        return CallCheck.isAccepted(progress)
                ? CallCheck.fault(call, reply.at(), loop.tools())
                : CallCheck.fault(call, reply.at(), loop);
    }

    private Optional<String> budgetFault() {
        Budget budget = thread.budget();
        BudgetUsage usage = thread.usage();
        if (usage.steps() >= budget.steps().orElse(Long.MAX_VALUE)) {
            return Optional.of(ModelMessages.stepsUsedUp(budget.steps().getAsLong()));
        } else if (!progress.selectedByCode()
                && !finishes()
                && (reply.wasLast(budget) || usage.leavesOneStep(budget))) {
            return Optional.of(ModelMessages.KEPT_FOR_THE_END);
        }
        return Optional.empty();
    }

    /**
     * Returns whether the arguments still have the hash for which approval was requested or granted. Another release of
     * the agent may decode the same JSON differently. Returns true if approval was never requested, and if the step of
     * a converted call has started, because a recovery must not be denied.
     */
    private boolean isBound() {
        String bound = progress.boundTo();
        boolean hasStarted = progress.started() != null;
        if (bound == null) {
            return hasStarted || !progress.edited() || !current.isConverted();
        }
        boolean isEqual = CallCheck.isHashable(call(), loop.tools()) && bound.equals(argumentsSha256());
        return isEqual || (hasStarted && current.isRevised(loop.tools())); // in this order: the second is expensive
    }

    String argumentsSha256() {
        return CallCheck.argumentsSha256(call(), loop.tools());
    }

    /** Returns the permission of this valid, unanswered call to run. */
    Permission permission() {
        if (progress.asked() != null && progress.approved() == null) {
            return Permission.ASKED;
        } else if (progress.started() != null) {
            return Permission.GRANTED; // permitted before, and a recovery must not be denied
        } else if (!loop.gated(call().tool())) {
            return Permission.GRANTED;
        } else if (progress.asked() == null && !progress.gatePassed()) {
            return Permission.CHECK_REQUIRED;
        }
        return reply.gateIsCurrent(progress) ? Permission.GRANTED : Permission.RECHECK_REQUIRED;
    }

    /** Returns whether the step is in doubt and runs again without a person's decision. */
    boolean runsAgain() {
        Event.StepStarted started = progress.started();
        return progress.inDoubt()
                && started != null
                && started.attempt() < EffectRules.attempts(effect(), progress.threw(), specifiedAttempts())
                && !isChanged();
    }

    /** Returns whether the current release removed the step, changed its arguments, or added a gate. */
    private boolean isChanged() {
        return current.failure() != null
                || fault(current.named()).isPresent()
                || !isBound()
                || (progress.asked() == null && !progress.gatePassed() && loop.gated(call().tool()));
    }

    private int specifiedAttempts() {
        return current.isKnown() ? loop.attempts(call().tool()) : 0;
    }

    /** Returns the command that ends the doubt about a step that does not run again, or null if a person decides. */
    @Nullable
    Command doubtEnd() {
        return switch (doubtRecovery()) {
            case FAIL -> new Command.FailStep(call(), ModelMessages.stepFailed(key()), false);
            case REPORT_DOUBT -> new Command.FailStep(call(), ModelMessages.mayHaveTakenEffect(key()), true);
            case ASK_PERSON -> null;
        };
    }

    private Recovery doubtRecovery() {
        Recovery recovery = EffectRules.recovery(effect(), progress.threw());
        // A step that the release removed or changed cannot run again, although attempts are left.
        return recovery == Recovery.REPORT_DOUBT && !progress.threw() && isChanged() ? Recovery.ASK_PERSON : recovery;
    }

    /** Returns the command that joins the child thread, or null if the step has not delegated or the child has not ended. */
    Command.@Nullable JoinChild join() {
        DelegateStarted started = progress.delegate();
        DelegateEnded ended = progress.delegateEnded();
        return started == null || ended == null || progress.answered()
                ? null
                : new Command.JoinChild(call(), started, ended);
    }

    /** Returns the command that waits for a person's action on this call, or null if there is none. */
    Command.@Nullable AwaitForCall question() {
        DelegateStarted delegate = progress.delegate();
        if (progress.answered()) {
            return null;
        } else if (delegate != null) {
            return progress.delegateEnded() == null ? new Command.AwaitChild(call(), delegate) : null;
        } else if (progress.question() != null) {
            Event.ReplyAsked question = progress.question();
            return new Command.AwaitReply(call(), question.question(), schema(question));
        } else if (progress.inDoubt()) {
            return runsAgain() || doubtEnd() != null ? null : new Command.AwaitDecision(call(), key());
        }
        Event.ApprovalAsked asked = progress.asked();
        return asked == null || progress.approved() != null
                ? null
                : new Command.AwaitApproval(call(), asked.question(), argumentsSha256());
    }

    private String schema(Event.ReplyAsked question) {
        return question.schema().isEmpty() ? loop.replySchema(call().tool()) : question.schema();
    }

    Command.RunStep run() {
        Call call = call();
        Effect effect = effect();
        return new Command.RunStep(
                call,
                effect,
                loop.flow(call.tool()),
                new StepContext(thread.id(), call.id(), key()),
                progress.attempts() + 1,
                EffectRules.attempts(effect, true, loop.attempts(call.tool())));
    }

    private String key() {
        Event.StepStarted started = progress.started();
        return started == null ? IdempotencyKeys.of(thread, reply, call(), loop) : started.idempotencyKey();
    }
}
