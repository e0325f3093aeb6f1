package dev.escapement.run;

import dev.escapement.internal.file.DeferredInterruption;
import dev.escapement.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The beginning and the end of a thread's file, which the index requires. The lines between them are not read, and
 * checksums are not verified.
 *
 * @param header the header
 * @param standing the standing in the last line of the last complete append
 * @param end the byte offset after that line
 */
record ThreadFileEnds(ThreadFileHeader header, StoredStanding standing, long end) {

    /** The number of bytes that are read first at each end. */
    private static final int CHUNK = 1 << 12;

    /**
     * Reads the ends of a file.
     *
     * @return empty if the file does not contain a complete append
     * @throws CorruptThreadException if the header or the standing is invalid
     * @throws NewerThreadException if the file has the format of a later release
     */
    static Optional<ThreadFileEnds> read(Path file) throws IOException {
        return DeferredInterruption.complete(() -> {
            try (FileChannel channel = PrivateFiles.openForReading(file)) {
                return read(file, channel);
            }
        });
    }

    private static Optional<ThreadFileEnds> read(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        byte[] first = firstLine(channel, size);
        if (first.length == 0) {
            return Optional.empty();
        }
        Tail tail = tail(channel, first.length, size);
        if (tail == null) {
            return Optional.empty();
        }
        ByteBuffer line = ByteBuffer.wrap(first, 0, first.length - 1);
        ThreadFileHeader header = ThreadFileHeader.read(file, ThreadFileHeader.thread(file, line.duplicate()), line);
        StoredStanding standing = JsonLine.read(
                tail.line.standing(),
                StoredStanding.CODEC,
                () -> CorruptThreadException.encoding(file, header.thread(), 0),
                (json, violations) -> CorruptThreadException.standing(file, header.thread(), 0, violations));
        return Optional.of(new ThreadFileEnds(header, standing, tail.end));
    }

    /** Returns the first line with its line feed; empty if the line feed is missing. */
    private static byte[] firstLine(FileChannel channel, long size) throws IOException {
        for (int length = CHUNK; ; length *= 2) {
            byte[] text = PrivateFiles.read(channel, 0, (int) Math.min(length, size));
            int end = JsonLine.end(text, 0);
            if (end > 0 || length >= size) {
                return Arrays.copyOf(text, Math.max(0, end));
            }
        }
    }

    /** Returns the last line of the last complete append, or null if there is none. */
    private static @Nullable Tail tail(FileChannel channel, long header, long size) throws IOException {
        for (int length = CHUNK; ; length *= 2) {
            long from = Math.max(header - 1, size - length); // the first byte is the line feed of an earlier line
            byte[] text = PrivateFiles.read(channel, from, (int) (size - from));
            Tail tail = tail(text, from);
            if (tail != null || from == header - 1) {
                return tail;
            }
        }
    }

    private static @Nullable Tail tail(byte[] text, long offset) {
        int end = lineFeed(text, text.length);
        while (end > 0) {
            int before = lineFeed(text, end);
            StoredLine line = new StoredLine(text, before + 1, end);
            if (before >= 0 && line.isLast()) {
                return new Tail(line, offset + end + 1);
            }
            end = before;
        }
        return null;
    }

    /** Returns the index of the last line feed before an index, or -1. */
    private static int lineFeed(byte[] text, int before) {
        int i = before - 1;
        while (i >= 0 && text[i] != '\n') {
            i--;
        }
        return i;
    }

    /** The last line of an append, and the byte offset after it. */
    private record Tail(StoredLine line, long end) {}
}
