package dev.escapement.run;

import dev.escapement.internal.file.DeferredInterruption;
import dev.escapement.internal.file.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A listing of the threads stored in a directory. */
final class ThreadFileListing {

    private ThreadFileListing() {}

    /** Returns the sorted ids of all threads that have at least one event. */
    static List<String> ids(Path directory) throws IOException {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (ThreadFileName.isOne(file.getFileName().toString())) {
                    id(file).ifPresent(ids::add);
                }
            }
        }
        Collections.sort(ids);
        return ids;
    }

    private static Optional<String> id(Path file) throws IOException {
        String name = file.getFileName().toString();
        return ThreadFileName.tellsId(name) && !isReadable(file)
                ? ThreadFileName.idOf(name)
                : DeferredInterruption.complete(() -> idOfReadable(file, name));
    }

    /** Returns whether a file can be read. A symbolic link is not read. */
    private static boolean isReadable(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file);
    }

    private static Optional<String> idOfReadable(Path file, String name) throws IOException {
        try (InputStream in = new BufferedInputStream(PrivateFiles.newInputStream(file))) {
            Optional<byte[]> header = line(in);
            if (header.isEmpty() || !hasAppend(header.get(), in)) {
                return Optional.empty(); // a crash interrupted the first append
            }
            return ThreadFileName.tellsId(name) ? ThreadFileName.idOf(name) : idInHeader(file, name, header.get());
        }
    }

    /** Returns whether a line follows that is damaged, or the last of an append. */
    private static boolean hasAppend(byte[] header, InputStream in) throws IOException {
        boolean isCurrent =
                FormatProbe.of(new String(header, StandardCharsets.UTF_8)).version() == ThreadFileHeader.VERSION;
        Optional<byte[]> next = line(in);
        while (isCurrent && next.isPresent() && isUnfinished(next.get())) {
            next = line(in);
        }
        return next.isPresent();
    }

    private static boolean isUnfinished(byte[] line) {
        StoredLine stored = new StoredLine(line, 0, line.length);
        return stored.hasChecksum() && !stored.isLast() && !stored.isErased();
    }

    /**
     * Returns the thread id in a file's header, or empty if the file name does not match the id. Such a file is a copy
     * with another name.
     */
    private static Optional<String> idInHeader(Path file, String name, byte[] header) {
        String id = ThreadFileHeader.thread(file, ByteBuffer.wrap(header));
        return Optional.of(id).filter(thread -> ThreadFileName.of(thread).equals(name));
    }

    /** Returns the next line without its line feed, or empty if the line feed is missing. */
    private static Optional<byte[]> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return Optional.of(line.toByteArray());
            }
            line.write(b);
        }
        return Optional.empty();
    }
}
