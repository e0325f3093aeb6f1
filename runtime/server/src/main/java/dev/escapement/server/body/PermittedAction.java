package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.Naming;

/** A decision that an identity may send about a question. */
@Codec(naming = Naming.SNAKE_CASE)
public enum PermittedAction {
    /** Approves the call with the arguments shown. */
    APPROVE,
    /** Approves the call with edited arguments. The policy also checks the edited ones. */
    EDIT,
    /** Refuses the call. */
    REFUSE,
    /** Replies to the step. */
    REPLY,
    /** Resolves the call in place of its step. */
    ANSWER,
    /** Sends a message to the model. */
    MESSAGE,
    /** Extends the budget of the thread. */
    EXTEND,
    /** Stops the thread. */
    CANCEL,
    /** Starts a copy of the first events of the thread. */
    FORK
}
