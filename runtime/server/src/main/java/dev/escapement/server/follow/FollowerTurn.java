package dev.escapement.server.follow;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The turn of a stream, in which it sends parts before others continue. In a long turn, the stream loads a backlog, or its
 * client is slow; few streams have a long turn at the same time. Used by one Java thread at a time.
 */
final class FollowerTurn {
    private final long limitNanos;
    private boolean isLong;
    private boolean isSlow;
    private boolean isBegun;
    private long begun;

    /**
     * Creates the first turn, which is not long.
     *
     * @param limit the time after which others continue, and after which a write is slow
     */
    FollowerTurn(Duration limit) {
        this.limitNanos = limit.toNanos();
    }

    /** {@return whether the turn is long} */
    boolean isLong() {
        return isLong;
    }

    /** Starts the turn, or repeats it after a failure. */
    void start() {
        isBegun = false;
    }

    /** Begins the time of the turn with its first part, because the loading of a backlog does not count. */
    void loaded() {
        if (!isBegun) {
            isBegun = true;
            begun = System.nanoTime();
        }
    }

    /** Adds a write, which is slow if it took the time of a turn. */
    void written(long nanos) {
        isSlow = nanos >= limitNanos;
    }

    /** {@return whether others continue before this stream; a stream keeps its loaded backlog while no other waits} */
    boolean mustYield(BooleanSupplier isContended) {
        return System.nanoTime() - begun >= limitNanos && (!isLong || isContended.getAsBoolean());
    }

    /** Ends the turn after a part, and determines whether the next one is long. */
    void end(StreamTurn.Kind last) {
        isLong = switch (last) {
            case BACKLOG -> true;
            case MORE -> isLong || isSlow;
            case WAITING, ENDED -> isSlow;
        };
    }
}
