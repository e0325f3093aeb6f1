package dev.escapement.server.follow;

/**
 * The position of a client in a reply in progress.
 *
 * @param generation the content of the buffer from which the client received deltas; 0 for none
 * @param segment the segment that continues
 * @param offset the length of that segment that the client has received
 */
record DeltaCursor(long generation, int segment, int offset) {

    /** The position of a client that has received nothing. */
    static final DeltaCursor START = new DeltaCursor(0, 0, 0);
}
