package dev.escapement.server.follow;

/** The content of a stream, which reads what has changed when it is called. Called by one Java thread at a time. */
interface StreamBody {

    /** {@return the topic whose changes wake the stream} */
    String topic();

    /**
     * Returns the next part.
     *
     * @param readsStore whether the store is read, and not only the replies in progress
     * @param readsBacklog whether all content that the client has not received may be loaded at once; otherwise at most one
     *     part is loaded
     * @return the part
     */
    StreamTurn next(boolean readsStore, boolean readsBacklog);

    /** Releases loaded content, which the next call loads again. */
    default void release() {}
}
