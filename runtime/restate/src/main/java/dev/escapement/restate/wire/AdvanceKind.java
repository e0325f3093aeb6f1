package dev.escapement.restate.wire;

import dev.escapement.Codec;

/** The kind of an {@link AdvanceBody}. */
@Codec
public enum AdvanceKind {

    /** Events to append and children to create. */
    RECORDED,

    /** The first ones of the events to append. The others are the next result. */
    PARTLY_RECORDED,

    /** Children to end. */
    END_CHILDREN,

    /** The end of the execution: the thread waits or has ended. */
    AT_REST,

    /** A failed execution. */
    FAILED,

    /** Nothing, because the service closes: another invocation continues the execution. */
    HANDED_OVER
}
