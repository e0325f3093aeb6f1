package dev.escapement.run;

import dev.escapement.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * The complete appends at the beginning of a thread's file, whose checksums were verified.
 *
 * @param header the header; null if the file does not contain a complete append
 * @param lines the number of lines, including the header
 * @param events the number of events, including erased ones
 * @param end the byte offset after the last line
 * @param lastStart the byte offset of the last line
 * @param last the checksum of the last line; null if there are no lines
 * @param standing the state of the thread; null if there are no lines
 */
record VerifiedLines(
        @Nullable ThreadFileHeader header,
        int lines,
        int events,
        long end,
        long lastStart,
        @Nullable ChecksumChain last,
        @Nullable StoredStanding standing) {

    /** An instance without lines. */
    static final VerifiedLines NONE = new VerifiedLines(null, 0, 0, 0, 0, null, null);

    /** Returns whether the content of the thread was erased. */
    boolean isErased() {
        return header != null && header.erased();
    }

    /**
     * Returns whether the last line is still at its place in a file. Its checksum depends on all lines, so this
     * distinguishes the file from a later one with the same name, size and identity.
     */
    boolean areIn(FileChannel file) throws IOException {
        return last != null && last.isPrefixOf(PrivateFiles.read(file, lastStart, ChecksumChain.PREFIX));
    }
}
