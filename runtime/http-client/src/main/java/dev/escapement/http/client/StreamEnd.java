package dev.escapement.http.client;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rule that determines how long a stream is read. Until the reply could be complete, only the idle timeout limits
 * the time between two chunks. Afterwards the protocol's mark of the end, or the end of the connection, is awaited for a
 * limited time after the last byte.
 */
final class StreamEnd {

    /**
     * The maximum silence after an event with which the reply could be complete. Some servers repeat the finish reason
     * in each chunk, so that content may follow within seconds; others send neither a mark nor the end of the
     * connection.
     */
    private static final Duration PATIENCE = Duration.ofMillis(2650);

    /**
     * The maximum time to wait for the end of a stream after the provider has signaled the end of the reply. A
     * connection can be reused only after that end, and a new connection takes about as long.
     */
    private static final Duration LEAVING = Duration.ofMillis(100);

    private final ReplyReader reader;
    private final Duration idle;
    private final Duration patience;
    private long lastContent = System.nanoTime();
    private boolean isEnded;
    private boolean isLeft;

    StreamEnd(ReplyReader reader, Duration idle) {
        this.reader = reader;
        this.idle = idle;
        this.patience = idle.compareTo(PATIENCE) < 0 ? idle : PATIENCE;
    }

    /** Records the arrival of a chunk. Events without content do not postpone the end of a complete reply. */
    void received(boolean hasContent) {
        boolean wasEnded = isEnded;
        isEnded = reader.isEnded();
        if (hasContent || !wasEnded) {
            lastContent = System.nanoTime();
        }
    }

    /** Returns whether the stream was left before its end, because only comments and empty events followed a complete reply. */
    boolean isLeft() {
        return isLeft;
    }

    /** Returns the next chunk, or null if the stream has ended or the time for reading it has elapsed. */
    @Nullable
    ByteBuffer next(Response response) throws RetryableException, InterruptedException {
        if (reader.isOver()) {
            leave(response);
            return null;
        }
        if (!reader.isEnded()) {
            return response.next(idle);
        }
        // Comments and empty events prolong the wait at most once, because a server may send them forever.
        boolean isTimeLeft = System.nanoTime() - lastContent < 2 * patience.toNanos();
        isLeft = !isTimeLeft;
        return isTimeLeft ? response.next(patience) : null;
    }

    /** Waits for the end of the stream after a complete reply, so that the connection can be reused. */
    private static void leave(Response response) throws InterruptedException {
        long leavingAt = System.nanoTime() + LEAVING.toNanos();
        try {
            Duration left = LEAVING;
            while (!left.isNegative() && response.next(left) != null) {
                left = Duration.ofNanos(leavingAt - System.nanoTime());
            }
        } catch (RetryableException | MalformedReplyException noEnd) {
            // the connection is closed; the reply is complete
        }
    }
}
