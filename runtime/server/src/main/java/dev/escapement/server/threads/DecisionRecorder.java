package dev.escapement.server.threads;

import dev.escapement.engine.AgentLoop;
import dev.escapement.json.Violation;
import dev.escapement.run.Approver;
import dev.escapement.run.ThreadInbox;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.Identity;
import dev.escapement.server.body.AnswerBody;
import dev.escapement.server.body.DecisionBody;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.ServerContext;
import dev.escapement.server.security.Permissions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Budget;
import dev.escapement.thread.CallProgress;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recording of a decision about a thread. Checks in this order: the permission, whether the server can check the
 * decision, and whether the arguments are those that the person saw. The last check is repeated for the version of the
 * thread to which the decision is appended.
 */
final class DecisionRecorder implements DecisionBody.Visitor<AgentThread> {
    private final ServerContext context;
    private final Identity identity;
    private final AgentThread thread;
    private final @Nullable AgentLoop loop;

    /**
     * Creates a recorder.
     *
     * @param thread the thread, which the identity can see
     */
    DecisionRecorder(ServerContext context, Identity identity, AgentThread thread) {
        this.context = context;
        this.identity = identity;
        this.thread = thread;
        this.loop = context.loops().get(thread.agent());
    }

    @Override
    public AgentThread approve(DecisionBody.Approve decision) {
        requireCall(DecisionPolicy.Kind.APPROVE, decision.callId());
        return inbox(decision.callId(), decision.argumentsSha256()).approve(thread.id(), decision.callId(), approver());
    }

    @Override
    public AgentThread approveEdited(DecisionBody.ApproveEdited decision) {
        Call proposed = requireCall(DecisionPolicy.Kind.APPROVE, decision.callId());
        Call edited = ShownCall.canonical(
                new Call(proposed.id(), proposed.tool(), decision.arguments().json()), loop);
        require(DecisionPolicy.Kind.APPROVE, Optional.of(edited));
        return inbox(decision.callId(), decision.argumentsSha256())
                .approveEdited(thread.id(), decision.callId(), approver(), edited.arguments());
    }

    @Override
    public AgentThread refuse(DecisionBody.Refuse decision) {
        requireCall(DecisionPolicy.Kind.REFUSE, decision.callId());
        return inbox(decision.callId(), decision.argumentsSha256())
                .refuse(thread.id(), decision.callId(), approver(), decision.reason());
    }

    @Override
    public AgentThread reply(DecisionBody.Reply decision) {
        requireCall(DecisionPolicy.Kind.REPLY, decision.callId());
        return inbox(decision.callId(), decision.argumentsSha256())
                .reply(thread.id(), decision.callId(), decision.reply().json());
    }

    @Override
    public AgentThread answer(DecisionBody.Answer decision) {
        requireCall(DecisionPolicy.Kind.ANSWER, decision.callId());
        Answer answer = decision.answer().accept(RecordedAnswer.INSTANCE);
        if (answer instanceof Answer.Next next) {
            Call selected = ShownCall.canonical(new Call(decision.callId(), next.tool(), next.json()), loop);
            require(DecisionPolicy.Kind.ANSWER, Optional.of(selected));
            answer = new Answer.Next(selected.tool(), selected.arguments());
        }
        return inbox(decision.callId(), decision.argumentsSha256())
                .answer(thread.id(), decision.callId(), approver(), answer);
    }

    @Override
    public AgentThread message(DecisionBody.Message decision) {
        require(DecisionPolicy.Kind.MESSAGE, Optional.empty());
        requireLoop();
        return decision.argumentsSha256()
                .map(shown -> context.inbox().checking(current -> requireQuestion(current, shown)))
                .orElse(context.inbox())
                .message(thread.id(), decision.text());
    }

    private static void requireQuestion(AgentThread current, String sha256) {
        if (!MessageQuestion.sha256(current).equals(sha256)) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "This question has received a message, or the thread has asked another one. Load the question again and"
                            + " decide anew.");
        }
    }

    @Override
    public AgentThread extend(DecisionBody.Extend decision) {
        require(DecisionPolicy.Kind.EXTEND, Optional.empty());
        requireLoop();
        Budget more = new Budget(
                decision.steps(),
                decision.modelCalls(),
                decision.tokens(),
                decision.cost(),
                decision.seconds().isPresent()
                        ? Optional.of(Duration.ofSeconds(decision.seconds().getAsLong()))
                        : Optional.empty());
        if (more.equals(Budget.UNLIMITED)) {
            throw invalid(new Violation("$", "at least one amount", "an extension without amounts"));
        }
        return context.inbox().extend(thread.id(), approver(), more);
    }

    @Override
    public AgentThread cancel(DecisionBody.Cancel decision) {
        require(DecisionPolicy.Kind.CANCEL, Optional.empty());
        return context.inbox().cancel(thread.id(), approver(), decision.reason());
    }

    /**
     * Checks the permission to decide about a call, and returns the call with the arguments with which its step would run.
     */
    private Call requireCall(DecisionPolicy.Kind kind, String callId) {
        Optional<Call> call = thread.openCall(callId)
                .map(progress -> ShownCall.of(loop, progress).call())
                .or(() -> thread.call(callId).map(recorded -> ShownCall.canonical(recorded, loop)));
        require(kind, call);
        requireLoop();
        return call.orElseThrow(() ->
                invalid(new Violation("$.callId", "the id of a call of the thread", "the id of an unknown call")));
    }

    private void require(DecisionPolicy.Kind kind, Optional<Call> call) {
        Permissions.require(context, identity, thread.agent(), kind, call);
    }

    private void requireLoop() {
        if (loop == null) {
            throw new ProblemException(
                    ProblemType.INVALID_CONTENT,
                    "This server does not have the agent of the thread, so it can only cancel the thread. Pass the loop of"
                            + " the agent to AgentServer.of, or use a server that has it.");
        }
    }

    private Approver approver() {
        return Approver.of(identity.name());
    }

    /**
     * Returns an inbox that records a decision only if the arguments of the open call have a given hash. The hash of an open
     * question is checked first, because invalid content for another question would be confusing.
     */
    private ThreadInbox inbox(String callId, String sha256) {
        if (loop != null && ShownCall.isQuestion(loop, thread, callId)) {
            requireShown(thread, callId, sha256);
        }
        return context.inbox().checking(current -> requireShown(current, callId, sha256));
    }

    private void requireShown(AgentThread current, String callId, String sha256) {
        Optional<CallProgress> open = current.openCall(callId);
        if (open.isPresent() && !ShownCall.of(loop, open.get()).sha256().equals(sha256)) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "The arguments or the question of this call are not those that you saw. Load the question again and decide"
                            + " anew.");
        }
    }

    private static ProblemException invalid(Violation violation) {
        return new ProblemException("The decision is not valid for the thread.", List.of(violation));
    }

    /** A visitor that returns the resolution to record. */
    private enum RecordedAnswer implements AnswerBody.Visitor<Answer> {
        INSTANCE;

        @Override
        public Answer returned(AnswerBody.Returned answer) {
            return new Answer.Returned(answer.json().map(json -> json.json()).orElse(""));
        }

        @Override
        public Answer next(AnswerBody.Next answer) {
            return new Answer.Next(answer.tool(), answer.json().json());
        }

        @Override
        public Answer question(AnswerBody.Question answer) {
            return new Answer.Question(answer.text());
        }

        @Override
        public Answer finished(AnswerBody.Finished answer) {
            return new Answer.Finished(answer.json().json());
        }

        @Override
        public Answer failed(AnswerBody.Failed answer) {
            return new Answer.Failed(answer.reason());
        }

        @Override
        public Answer runAgain(AnswerBody.RunAgain answer) {
            return new Answer.RunAgain();
        }
    }
}
