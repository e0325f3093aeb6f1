package dev.escapement.langchain4j;

import dev.escapement.model.Usage;
import dev.langchain4j.model.output.FinishReason;

/**
 * A model stopped before it had said all: no part of the reply is used. The thread keeps what it has and can be resumed,
 * best after the limit was raised or the model was changed; the same request may well end the same way.
 */
public final class IncompleteReplyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FinishReason reason;
    private final transient Usage usage;

    IncompleteReplyException(FinishReason reason, Usage usage) {
        super("The reply of the model is not complete: it ended with " + reason + ".");
        this.reason = reason;
        this.usage = usage;
    }

    /**
     * Why the model stopped.
     *
     * @return what the provider says, in the terms of LangChain4j
     */
    public FinishReason reason() {
        return reason;
    }

    /**
     * What the reply cost all the same. It is not part of the thread's budget, because the reply is no part of the
     * thread.
     *
     * @return the cost; {@link Usage#NONE} if it is unknown
     */
    public Usage usage() {
        return usage == null ? Usage.NONE : usage; // an exception that was serialized has lost it
    }
}
