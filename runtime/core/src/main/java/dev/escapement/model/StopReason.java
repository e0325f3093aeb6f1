package dev.escapement.model;

/** The reason why a model stopped generating a reply. Only the calls of a {@link #COMPLETE} reply are run. */
public enum StopReason {

    /** The model completed its reply. */
    COMPLETE,

    /** The model reached the limit on output tokens or the end of the context window. The reply is truncated. */
    LENGTH,

    /** The model or the provider's safety system refused to reply. */
    REFUSAL,

    /** The provider's content filter truncated the reply. */
    CONTENT_FILTER,

    /** The client does not recognize the provider's stop reason. */
    UNKNOWN,

    /** The reply contained more calls than a thread accepts. They are not recorded. */
    TOO_MANY_CALLS
}
