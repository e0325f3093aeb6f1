package dev.escapement.server.follow;

import java.time.Duration;

/**
 * The times of streams.
 *
 * @param poll the time after which a stream with recent changes reads the store again
 * @param idlePoll the same time for a stream without changes
 * @param deltas the minimum time between two parts of a reply in progress
 * @param heartbeat the time without text after which a comment is sent
 * @param write the time within which the client must accept a part
 * @param turn the time after which a stream lets others continue, and after which the write of a part is slow
 */
public record FollowTiming(
        Duration poll, Duration idlePoll, Duration deltas, Duration heartbeat, Duration write, Duration turn) {

    /** The times of the server. */
    public static final FollowTiming DEFAULT = new FollowTiming(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofMillis(50),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofMillis(250));
}
