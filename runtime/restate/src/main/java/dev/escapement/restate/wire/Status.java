package dev.escapement.restate.wire;

import dev.escapement.Codec;

/** The outcome of a request to a thread. */
@Codec
public enum Status {

    /** The request was executed. */
    DONE,

    /** The thread has another number of events than the request expects. */
    CONFLICT,

    /** The thread is not stored. */
    UNKNOWN,

    /** The content of the thread was erased. */
    ERASED,

    /** A thread cannot start with the first event, or an event cannot be read. */
    INVALID,

    /** The thread was not removed, because a child could not be ended or the parent could not be notified. */
    UNSETTLED
}
