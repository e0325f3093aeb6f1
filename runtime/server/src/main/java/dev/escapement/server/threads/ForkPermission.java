package dev.escapement.server.threads;

import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.Identity;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.ServerContext;
import dev.escapement.server.security.Permissions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Optional;

/**
 * The permission to copy a thread. A copy contains the approvals among the copied events. If the step of an approved call has
 * no recorded outcome there, it can run in the copy without a further question, so that the copy is an approval, too.
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
        for (Call call : approved(copied)) {
            if (!Permissions.permits(
                    context, identity, original.agent(), DecisionPolicy.Kind.APPROVE, Optional.of(call))) {
                throw new ProblemException(
                        ProblemType.FORBIDDEN,
                        "The copy would run an approved call again, which you may not approve. Fork before the approval,"
                                + " or ask a person who may approve the call.");
            }
        }
    }

    /** Returns the approved calls without an outcome, also of a thread that ended. */
    private static List<Call> approved(AgentThread copied) {
        ReplyProgress reply = copied.state().reply();
        return reply == null
                ? List.of()
                : reply.calls().stream()
                        .filter(call -> call.approved() != null && !call.answered())
                        .map(CallProgress::call)
                        .toList();
    }
}
