package dev.escapement.run;

import dev.escapement.internal.file.DeferredInterruption;
import dev.escapement.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The file of a thread, opened for appending. The holder of the thread's lock uses it. */
final class AppendChannel {

    private final StoreDirectory directory;
    private final Path path;

    /** The open file, or null. */
    private @Nullable FileChannel open;

    /** The identity of the open file, or null if it is unknown. */
    private @Nullable Object fileKey;

    /** True if the file's directory entry is known to survive a power failure. */
    private boolean durable;

    AppendChannel(StoreDirectory directory, Path path) {
        this.directory = directory;
        this.path = path;
    }

    /** Returns the identity of the file to which the last text was appended; null if it is unknown. */
    @Nullable
    Object fileKey() {
        return fileKey;
    }

    /**
     * Returns whether given lines are in the file, which has a given identity. A file that is open is not opened again:
     * no other file has its identity.
     */
    boolean contains(VerifiedLines lines, @Nullable Object key) throws IOException {
        return DeferredInterruption.complete(() -> {
            if (open != null && open.isOpen() && key != null && key.equals(fileKey)) {
                return lines.areIn(open);
            }
            try (FileChannel file = PrivateFiles.openForReading(path)) {
                return lines.areIn(file);
            }
        });
    }

    /**
     * Durably writes a text, and removes everything after it. Opens the file if necessary, and leaves it open.
     *
     * @param end the byte offset of the text
     */
    void append(byte[] text, long end) throws IOException {
        boolean written = false;
        try {
            written = DeferredInterruption.complete(() -> write(text, end));
        } finally {
            if (!written) {
                close();
            }
        }
    }

    private boolean write(byte[] text, long end) throws IOException {
        FileChannel file = open == null || !open.isOpen() ? open() : open;
        if (!durable) {
            directory.sync();
            durable = true;
        }
        if (file.size() > end) { // an interrupted append, or a repeated one
            file.truncate(end);
        }
        try {
            PrivateFiles.write(file, text, end);
            file.force(true);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            takeBack(file, end, e);
            throw e;
        }
        return true;
    }

    private FileChannel open() throws IOException {
        FileChannel file = PrivateFiles.openForWriting(path);
        open = file;
        fileKey = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
        return file;
    }

    /** Removes the partial text of a failed append. If this also fails, the complete append may remain in the file. */
    private static void takeBack(FileChannel file, long end, IOException failure) {
        try {
            file.truncate(end);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Closes the file if it is open. */
    void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Closes the file after it was deleted or replaced. */
    void leave() throws IOException {
        durable = false;
        fileKey = null;
        close();
    }
}
