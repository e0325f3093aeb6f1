package dev.escapement.model;

/** Why a model stopped. Of a reply that is not {@link #COMPLETE}, nothing is run. */
public enum StopReason {

    /** It had said all that it wanted to, or called the tools that it wanted to. */
    COMPLETE,

    /** The limit of its length, or of the context window, cut it off. */
    LENGTH,

    /** The model, or a guard of the provider, declined. */
    REFUSAL,

    /** A filter of the provider cut it off. */
    CONTENT_FILTER,

    /** The provider gave a reason that its client does not know. */
    UNKNOWN
}
