package dev.escapement.run;

import org.jspecify.annotations.Nullable;

/**
 * The complete lines at the beginning of a thread's file, whose checksums were verified.
 *
 * @param count the number of lines, including the header
 * @param end the byte offset after the last line
 * @param last the checksum of the last line; the checksum of the header if there are no lines
 */
record VerifiedLines(int count, long end, ChecksumChain last) {

    /** Returns an instance without lines, for the file of a thread. */
    static VerifiedLines none(String id) {
        return new VerifiedLines(0, 0, ChecksumChain.ofHeader(ThreadFileHeader.line(id)));
    }

    /** Returns an instance that also contains a header, which was verified or written. */
    VerifiedLines withHeader(int length) {
        return new VerifiedLines(1, length, last);
    }

    /** Returns an instance that also contains a line that was written. */
    VerifiedLines with(ChecksumChain next, int length) {
        return new VerifiedLines(count + 1, end + length, next);
    }

    /**
     * Returns an instance that also contains the next line, or null if the checksum of the line is wrong.
     *
     * @param text a part of the file
     * @param start the index of the line in the text
     * @param next the index after the line feed
     */
    @Nullable
    VerifiedLines withNext(byte[] text, int start, int next) {
        ChecksumChain sum = last.verifiedNext(text, start, next - 1);
        return sum == null ? null : with(sum, next - start);
    }

    /**
     * Returns an instance that also contains all complete lines of a text, or null if the checksum of a line is wrong.
     *
     * @param text a part of the file
     * @param start the index in the text of the first line to verify, which is not the header
     */
    @Nullable
    VerifiedLines withAll(byte[] text, int start) {
        VerifiedLines verified = this;
        int from = start;
        for (int next = JsonLine.end(text, from); next >= 0; next = JsonLine.end(text, from)) {
            verified = verified.withNext(text, from, next);
            if (verified == null) {
                return null;
            }
            from = next;
        }
        return verified;
    }
}
