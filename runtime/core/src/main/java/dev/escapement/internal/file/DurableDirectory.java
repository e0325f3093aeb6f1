package dev.escapement.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Operations that ensure that directories and their entries survive a power failure. */
public final class DurableDirectory {

    private DurableDirectory() {}

    /** Creates a directory and its missing parents, which only their owner can access. */
    public static void create(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (Files.isDirectory(directory) || parent == null) {
            return;
        }
        create(parent);
        try {
            PrivateFiles.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) { // otherwise another process created it first
                throw e;
            }
        }
        sync(parent);
    }

    /**
     * Writes the entries of a directory to disk if the platform allows directories to be opened. On other platforms
     * (Windows), the file system orders the entries itself. An interruption is deferred until the method returns.
     */
    public static void sync(Path directory) throws IOException {
        DeferredInterruption.complete(() -> {
            force(directory);
            return directory;
        });
    }

    private static void force(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (IOException cannotBeOpened) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }
}
