package dev.escapement.run;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes directories, and the entries in them, outlast a loss of power. */
final class DurableDirectory {

    private DurableDirectory() {}

    /** Makes a directory, and those that it is in, unless they exist. */
    static void create(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (Files.isDirectory(directory) || parent == null) {
            return;
        }
        create(parent);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) { // else another process was faster
                throw e;
            }
        }
        sync(parent);
    }

    /**
     * Writes the entries of a directory to the disk, on platforms where a directory can be opened; on the others (Windows)
     * the file system keeps them in order by itself. An interruption is kept for later.
     */
    static void sync(Path directory) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                interrupted |= Thread.interrupted(); // it would close the channel
                try {
                    force(directory);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
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
