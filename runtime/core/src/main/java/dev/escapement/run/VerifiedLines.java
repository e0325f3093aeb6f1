package dev.escapement.run;

import org.jspecify.annotations.Nullable;

/**
 * The complete appends at the beginning of a thread's file, whose checksums were verified.
 *
 * @param header the header; null if the file does not contain a complete append
 * @param lines the number of lines, including the header
 * @param events the number of events, including erased ones
 * @param end the byte offset after the last line
 * @param last the checksum of the last line; null if there are no lines
 * @param standing the state of the thread; null if there are no lines
 */
record VerifiedLines(
        @Nullable ThreadFileHeader header,
        int lines,
        int events,
        long end,
        @Nullable ChecksumChain last,
        @Nullable StoredStanding standing) {

    /** An instance without lines. */
    static final VerifiedLines NONE = new VerifiedLines(null, 0, 0, 0, null, null);

    /** Returns whether the content of the thread was erased. */
    boolean isErased() {
        return header != null && header.erased();
    }
}
