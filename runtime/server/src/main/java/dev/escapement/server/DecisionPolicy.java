package dev.escapement.server;

import dev.escapement.tool.Call;
import java.util.Optional;

/**
 * A function that determines who may decide what. The server calls it in addition to the check of the role that the decision
 * requires.
 *
 * <pre>{@code
 * DecisionPolicy policy = (identity, agent, kind, call) ->
 *     call.isEmpty() || !call.get().tool().equals("deploy_to_production") || admins.contains(identity.name());
 * }</pre>
 */
@FunctionalInterface
public interface DecisionPolicy {

    /** A policy that refuses every decision. The default with an {@link Authenticator}. */
    DecisionPolicy DENY = (identity, agent, kind, call) -> false;

    /** A policy that permits every decision for which the identity has the role. */
    DecisionPolicy BY_ROLE = (identity, agent, kind, call) -> true;

    /** A kind of decision. */
    enum Kind {

        /** Approves a call, possibly with edited arguments. */
        APPROVE(Role.APPROVER),

        /** Refuses a call. */
        REFUSE(Role.APPROVER),

        /** Replies to a paused step. */
        REPLY(Role.APPROVER),

        /** Sends a message. */
        MESSAGE(Role.STARTER),

        /** Resolves an open call in place of its step. */
        ANSWER(Role.OPERATOR),

        /** Extends the budget of a thread. */
        EXTEND(Role.OPERATOR),

        /** Stops a thread. */
        CANCEL(Role.OPERATOR),

        /**
         * Starts a copy of the first events of a thread. If these contain an approval that still counts, also APPROVE; if they
         * contain such an answer, by which a step runs again or another call was selected, also ANSWER.
         */
        FORK(Role.OPERATOR);

        private final Role role;

        Kind(Role role) {
            this.role = role;
        }

        /** {@return the role that the decision requires} */
        public Role role() {
            return role;
        }
    }

    /**
     * Returns whether an identity may decide.
     *
     * @param identity the sender of the request
     * @param agent the name of the agent of the thread
     * @param kind the kind of decision
     * @param call the call with the arguments with which its step would run; for an approval with edited arguments, the
     *     policy is called for the proposed and for the edited arguments, and for an answer that selects another call, for
     *     both calls; empty for decisions about the whole thread
     * @return whether the decision is permitted
     */
    boolean permits(Identity identity, String agent, Kind kind, Optional<Call> call);
}
