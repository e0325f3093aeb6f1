package dev.escapement.model;

/** The reason why a model stopped generating. Only the calls of a {@link #COMPLETE} reply are run. */
public enum StopReason {

    /** The end of the text or of the calls. */
    COMPLETE,

    /** The limit on output tokens, or the end of the context window; the reply is truncated. */
    LENGTH,

    /** A refusal by the model or by the provider's safety system. */
    REFUSAL,

    /** The provider's content filter; the reply is truncated. */
    CONTENT_FILTER,

    /** A reason that the client does not know. */
    UNKNOWN
}
