package dev.escapement.thread;

import java.util.Objects;

/**
 * The thread of which another thread is a copy.
 *
 * @param threadId the id of the original thread
 * @param position the number of events that were copied, 1 or more; later events are those of the copy
 */
public record ThreadOrigin(String threadId, int position) {
    public ThreadOrigin {
        Objects.requireNonNull(threadId, "threadId");
        if (position < 1) {
            throw new IllegalArgumentException("position must be 1 or more, not " + position);
        }
    }
}
