package dev.escapement.model;

/** The reason why a model stopped generating. Only the calls of a {@link #COMPLETE} reply are run. */
public enum StopReason {

    /** The model finished its text or its calls. */
    COMPLETE,

    /** The limit on output tokens, or the context window, truncated the reply. */
    LENGTH,

    /** The model or the provider's safety system refused to reply. */
    REFUSAL,

    /** The provider's content filter truncated the reply. */
    CONTENT_FILTER,

    /** The provider sent a reason that the client does not know. */
    UNKNOWN
}
