package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.Naming;
import dev.escapement.server.DecisionPolicy;

/** A decision that an identity may send about a question. */
@Codec(naming = Naming.SNAKE_CASE)
public enum PermittedAction {
    /** Approves the call with the arguments shown. */
    APPROVE(DecisionPolicy.Kind.APPROVE),
    /** Approves the call with edited arguments. The policy also checks the edited ones. */
    EDIT(DecisionPolicy.Kind.APPROVE),
    /** Refuses the call. */
    REFUSE(DecisionPolicy.Kind.REFUSE),
    /** Replies to the step. */
    REPLY(DecisionPolicy.Kind.REPLY),
    /** Resolves the call in place of its step. */
    ANSWER(DecisionPolicy.Kind.ANSWER),
    /** Sends a message to the model. */
    MESSAGE(DecisionPolicy.Kind.MESSAGE),
    /** Extends the budget of the thread. */
    EXTEND(DecisionPolicy.Kind.EXTEND),
    /** Stops the thread. */
    CANCEL(DecisionPolicy.Kind.CANCEL),
    /** Starts a copy of the first events of the thread. */
    FORK(DecisionPolicy.Kind.FORK);

    private final DecisionPolicy.Kind decision;

    PermittedAction(DecisionPolicy.Kind decision) {
        this.decision = decision;
    }

    /** {@return the kind of decision that the policy permits for this action} */
    public DecisionPolicy.Kind decision() {
        return decision;
    }
}
