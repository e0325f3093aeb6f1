package dev.escapement.server.threads;

import dev.escapement.server.Identity;
import dev.escapement.server.body.PermittedAction;
import dev.escapement.server.http.ServerContext;
import dev.escapement.server.security.Permissions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.StopCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The actions on a whole thread that an identity may take, so that a page does not offer others. */
final class ThreadActions {
    private final ServerContext context;
    private final Identity identity;

    /**
     * Creates the actions of an identity.
     *
     * @param identity the sender of the request
     */
    ThreadActions(ServerContext context, Identity identity) {
        this.context = context;
        this.identity = identity;
    }

    /** {@return the actions that the state of a thread, the roles of the identity and the policy permit} */
    List<PermittedAction> of(AgentThread thread) {
        boolean isKnown = context.loops().containsKey(thread.agent());
        boolean isOpen = !thread.hasEnded();
        List<PermittedAction> permitted = new ArrayList<>();
        add(permitted, thread, isKnown && isOpen, PermittedAction.MESSAGE);
        add(permitted, thread, isKnown && (isOpen || isStoppedByBudget(thread)), PermittedAction.EXTEND);
        add(permitted, thread, isOpen, PermittedAction.CANCEL);
        boolean canRun = AgentRunners.of(context, thread.agent()).isPresent();
        add(permitted, thread, canRun, PermittedAction.FORK);
        return permitted;
    }

    private static boolean isStoppedByBudget(AgentThread thread) {
        return thread.end()
                .filter(end -> end instanceof Event.Stopped stopped && stopped.cause() == StopCause.BUDGET)
                .isPresent();
    }

    private void add(List<PermittedAction> permitted, AgentThread thread, boolean isPossible, PermittedAction action) {
        if (isPossible && Permissions.permits(context, identity, thread.agent(), action.decision(), Optional.empty())) {
            permitted.add(action);
        }
    }
}
