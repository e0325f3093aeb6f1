package dev.escapement.run;

import dev.escapement.content.Content;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.Flow;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Reducer;
import dev.escapement.engine.ThreadResults;
import dev.escapement.internal.text.BlankText;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import dev.escapement.run.InvalidInputException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The question about one call for which a thread may be waiting. Checks a person's input: always against the events,
 * and also against the agent if its loop is known.
 */
final class OpenQuestion {

    private final AgentThread thread;
    private final String callId;
    private final @Nullable AgentLoop loop;
    private final @Nullable CallProgress progress;

    OpenQuestion(AgentThread thread, String callId, @Nullable AgentLoop loop) {
        this.thread = thread;
        this.callId = callId;
        this.loop = loop;
        this.progress = thread.openCall(callId).orElse(null);
    }

    AgentThread thread() {
        return thread;
    }

    String callId() {
        return callId;
    }

    /** Throws an exception unless the thread waits for approval of the call. */
    void requireApproval() {
        boolean waits = progress != null && progress.asked() != null && progress.approved() == null;
        require(waits && isAsked(Command.AwaitApproval.class));
    }

    /** Throws an exception if edited arguments are invalid. */
    void requireArguments(String arguments) {
        if (loop != null) {
            Call edited = new Call(callId, open().selected().tool(), arguments);
            EventFactory.fault(loop, thread, edited).ifPresent(fault -> {
                throw invalid(Reason.INVALID_ARGUMENTS, fault);
            });
        }
    }

    /**
     * Returns the hash that an approval records, which is empty for edited arguments that only the agent's loop can
     * check.
     */
    String argumentsSha256(Optional<String> edited) {
        if (edited.isEmpty()) {
            return Objects.requireNonNull(open().asked()).argumentsSha256();
        }
        return loop == null
                ? ""
                : EventFactory.argumentsSha256(
                        loop, new Call(callId, open().selected().tool(), edited.get()));
    }

    /** Throws an exception unless the thread waits for a reply from the step of a given tool. */
    void requireReplyTo(String tool) {
        requireQuestion();
        if (!open().selected().tool().equals(tool) && !currentTool().equals(Optional.of(tool))) {
            throw invalid(
                    Reason.REPLY_TO_OTHER_STEP,
                    RunMessages.replyToOtherStep(tool, open().selected().tool()));
        }
    }

    /**
     * Returns the files in a reply, which are known only with the agent's loop. Throws an exception unless the thread
     * waits for a reply to the call, and a given reply is valid.
     */
    List<Content.File> requireReply(String json) {
        requireQuestion();
        String tool = open().selected().tool();
        if (BlankText.is(json) || BlankText.is(Rendering.result(json))) {
            throw invalid(Reason.BLANK, RunMessages.blankReply(tool));
        }
        List<Content.File> files = new ArrayList<>();
        if (loop != null) {
            decoded(loop, json, files::add).fold(accepted -> true, rejected -> {
                throw invalid(Reason.INVALID_REPLY, rejected.report(ModelMessages.replyRejected(tool)));
            });
        }
        return files;
    }

    private Decoded<?> decoded(AgentLoop agent, String json, Consumer<Content.File> files) {
        String tool = open().selected().tool();
        return EventFactory.decodedReply(
                agent,
                open(),
                json,
                new ReadOptions(Set.of()).withFiles(files),
                defect -> logged(RunMessages.replyDefect(tool, thread.id() + "/" + callId), defect));
    }

    private static void logged(String message, Throwable defect) {
        RunLog.log(OpenQuestion.class, System.Logger.Level.ERROR, message, defect);
    }

    private void requireQuestion() {
        require(progress != null && progress.question() != null && isAsked(Command.AwaitReply.class));
    }

    /** Throws an exception if a reason for a refusal is blank. */
    void requireReason(String reason) {
        if (BlankText.is(reason)) {
            throw invalid(Reason.BLANK, RunMessages.BLANK_REASON);
        }
    }

    /** Throws an exception unless the call is open and a given answer is permitted. */
    void requirePermitted(Answer answer) {
        require(progress != null && !progress.mayRunAgain()); // another run is a decision, too
        String tool = open().call().tool();
        if (!isPermitted(answer.kind())) {
            throw invalid(Reason.ANSWER_NOT_PERMITTED, RunMessages.answerNotPermitted(answer.kind(), tool));
        }
        if (isBlank(answer)) {
            throw invalid(Reason.BLANK, blank(answer.kind(), tool));
        } else if (!isWellFormed(answer)) {
            throw invalid(Reason.INVALID_JSON, RunMessages.invalidAnswer(tool));
        } else if (answer instanceof Answer.Next next && loop != null) {
            EventFactory.fault(loop, thread, new Call(callId, next.tool(), next.json()))
                    .ifPresent(fault -> {
                        throw invalid(Reason.INVALID_ARGUMENTS, fault);
                    });
        } else if (answer instanceof Answer.Finished result && loop != null) {
            requireResult(loop, result.json());
        }
    }

    /** Throws an exception if the current release of the agent cannot read a result. */
    private void requireResult(AgentLoop agent, String json) {
        String tool = currentTool().orElse("");
        if (tool.isEmpty() || !agent.flow(tool).endsThread()) {
            return; // the step ended the thread in an earlier release
        }
        String message = RunMessages.resultDefect(tool, thread.id() + "/" + callId);
        ThreadResults.read(agent, tool, json, defect -> logged(message, defect)).fold(accepted -> true, rejected -> {
            throw invalid(Reason.INVALID_RESULT, rejected.report(RunMessages.invalidResult(tool)));
        });
    }

    /** Returns the kinds of answers that are permitted for the call, which are none if the call is not open. */
    Set<Answer.Kind> permitted() {
        Set<Answer.Kind> permitted = EnumSet.noneOf(Answer.Kind.class);
        if (progress != null && !progress.mayRunAgain()) {
            for (Answer.Kind kind : Answer.Kind.values()) {
                if (isPermitted(kind)) {
                    permitted.add(kind);
                }
            }
        }
        return permitted;
    }

    private boolean isPermitted(Answer.Kind answer) {
        Optional<Flow> flow = flow();
        return switch (answer) {
            case RETURNED ->
                flow.isEmpty() || flow.get().returnsResult() || flow.get().waits();
            case NEXT -> flow.isEmpty() || flow.get() == Flow.SELECTS || joins();
            case QUESTION -> flow.isEmpty() || flow.get().pauses();
            case FINISHED -> flow.isEmpty() || flow.get().endsThread();
            case FAILED -> true;
            case RUN_AGAIN -> open().inDoubt() && (loop == null || currentTool().isPresent());
        };
    }

    /** Returns whether a step method decides what follows the child of the call. */
    private boolean joins() {
        DelegateStarted delegate = open().delegate();
        return delegate != null && delegate.joins();
    }

    private boolean isBlank(Answer answer) {
        return switch (answer.kind()) {
            case RETURNED -> BlankText.is(((Answer.Returned) answer).json()) && !mayReturnNothing();
            case QUESTION -> BlankText.is(((Answer.Question) answer).text());
            case FAILED -> BlankText.is(((Answer.Failed) answer).reason());
            case NEXT, FINISHED, RUN_AGAIN -> false;
        };
    }

    private static String blank(Answer.Kind answer, String tool) {
        return switch (answer) {
            case RETURNED -> RunMessages.emptyResult(tool);
            case QUESTION -> RunMessages.BLANK_QUESTION;
            case FAILED -> RunMessages.BLANK_REASON;
            case NEXT, FINISHED, RUN_AGAIN -> throw new IllegalArgumentException(answer + " is not blank");
        };
    }

    /** Returns whether the step of the call may be {@code void}. */
    private boolean mayReturnNothing() {
        Optional<Flow> flow = flow();
        boolean waits = flow.isPresent() && flow.get().waits();
        return !waits
                && (loop == null
                        || currentTool().isEmpty()
                        || loop.returnsNothing(currentTool().get()));
    }

    private static boolean isWellFormed(Answer answer) {
        return switch (answer.kind()) {
            case RETURNED -> ((Answer.Returned) answer).json().isEmpty() || isJson(((Answer.Returned) answer).json());
            case NEXT -> isJson(((Answer.Next) answer).json());
            case FINISHED -> isJson(((Answer.Finished) answer).json());
            case QUESTION, FAILED, RUN_AGAIN -> true;
        };
    }

    private static boolean isJson(String text) {
        try {
            return !new JsonText(text).json().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the flow of the call's step, if the step has started or the loop is known. */
    private Optional<Flow> flow() {
        Event.StepStarted started = open().started();
        Optional<Flow> recorded = started == null ? Optional.empty() : Flow.of(started);
        return recorded.isPresent() || loop == null ? recorded : currentTool().map(loop::flow);
    }

    /** Returns the current name of the call's tool, empty if the loop is not known or does not have the tool. */
    private Optional<String> currentTool() {
        return loop == null
                ? Optional.empty()
                : ToolSpec.named(open().call().tool(), loop.tools()).map(ToolSpec::name);
    }

    /** Returns whether the current release of the agent asks a question of a given type about the call. */
    private boolean isAsked(Class<? extends Command.AwaitForCall> type) {
        return loop == null || asked(loop).anyMatch(type::isInstance);
    }

    /** Returns the questions about the call that the current release of the agent asks. */
    private Stream<Command.AwaitForCall> asked(AgentLoop agent) {
        return Reducer.questions(agent, thread).stream()
                .filter(question -> question.call().id().equals(callId));
    }

    private CallProgress open() {
        return Objects.requireNonNull(progress);
    }

    private void require(boolean waits) {
        if (!waits) {
            throw isWithdrawn()
                    ? NotWaitingException.withdrawn(thread, callId)
                    : NotWaitingException.forDecision(thread, callId);
        }
    }

    /**
     * Returns whether a question about the call is open according to the events, but the current release of the agent
     * continues the thread, for example because the release asks another question. An earlier decision on the call, such as
     * an approval of arguments that were not valid, has no effect on the open question.
     */
    private boolean isWithdrawn() {
        return loop != null
                && isOpen()
                && asked(loop).findAny().isEmpty()
                && !loop.next(thread).isAtRest();
    }

    /** Returns whether a question about the call is open according to the events. */
    private boolean isOpen() {
        return progress != null
                && (progress.question() != null || (progress.asked() != null && progress.approved() == null));
    }

    private InvalidInputException invalid(Reason reason, String message) {
        return new InvalidInputException(thread, callId, reason, message);
    }
}
