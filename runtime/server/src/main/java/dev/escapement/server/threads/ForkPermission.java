package dev.escapement.server.threads;

import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.Identity;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.ServerContext;
import dev.escapement.server.security.Permissions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Optional;

/**
 * The permission to copy a thread. A copy contains the decisions among the copied events. If the step of an approved call has
 * no recorded outcome there, it can run in the copy without a further question, so that the copy is an approval, too. The same
 * applies to a call that a person let run again, or selected in answer to another one.
 */
final class ForkPermission {
    private final ServerContext context;
    private final Identity identity;

    /**
     * Creates a permission.
     *
     * @param identity the sender of the request
     */
    ForkPermission(ServerContext context, Identity identity) {
        this.context = context;
        this.identity = identity;
    }

    /**
     * Checks the permission.
     *
     * @param original the thread
     * @param position the number of events to copy, in the thread
     * @throws ProblemException of the type {@link ProblemType#FORBIDDEN} if the identity may not copy these events
     */
    void require(AgentThread original, int position) {
        Permissions.require(context, identity, original.agent(), DecisionPolicy.Kind.FORK, Optional.empty());
        AgentThread copied = new AgentThread(original.id(), original.events().subList(0, position));
        ReplyProgress reply = copied.state().reply();
        List<CallProgress> calls = reply == null ? List.of() : reply.calls(); // also of a thread that ended
        for (CallProgress progress : calls) {
            if (!progress.answered()) {
                requireCall(copied, progress);
            }
        }
    }

    /** Checks the permission for a call without an outcome, with the arguments with which its step would run. */
    private void requireCall(AgentThread copied, CallProgress progress) {
        Call call = ShownCall.of(context.loops().get(copied.agent()), progress).call();
        if (progress.approved() != null && !isPermitted(copied, DecisionPolicy.Kind.APPROVE, call)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "The copy would run an approved call again, which you may not approve. Fork before the approval,"
                            + " or ask a person who may approve the call.");
        }
        boolean isAnswer = progress.mayRunAgain() || isSelectedByPerson(copied, progress);
        if (isAnswer && !isPermitted(copied, DecisionPolicy.Kind.ANSWER, call)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "The copy would run a call that a person selected or let run again, which you may not decide. Fork before"
                            + " the decision, or ask a person who may decide.");
        }
    }

    private boolean isPermitted(AgentThread copied, DecisionPolicy.Kind kind, Call call) {
        return Permissions.permits(context, identity, copied.agent(), kind, Optional.of(call));
    }

    private static boolean isSelectedByPerson(AgentThread copied, CallProgress progress) {
        return progress.selectedByCode()
                && copied.events().stream()
                        .anyMatch(event -> event instanceof AnsweredByPerson answered
                                && answered.answer().kind() == Answer.Kind.NEXT
                                && answered.nextId().equals(progress.selected().id()));
    }
}
