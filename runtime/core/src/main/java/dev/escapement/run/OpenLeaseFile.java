package dev.escapement.run;

import dev.escapement.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The side file of a thread under lease. It is read again only after it was replaced: it stays open, so that its
 * replacement has another identity. The holder of the thread's lock uses it.
 */
final class OpenLeaseFile {

    private final Path path;

    /** The file that was read last, or null. */
    private @Nullable FileChannel open;

    /** The version of the file that was read last, or null. */
    private @Nullable FileVersion version;

    private @Nullable LeaseState state;

    OpenLeaseFile(Path path) {
        this.path = path;
    }

    /** Returns the current state; null if the file is missing, or does not contain a state. */
    @Nullable
    LeaseState state() throws IOException {
        FileVersion current = FileVersion.of(path);
        if (current == null || current.key() == null) {
            close();
            return LeaseFile.read(path);
        }
        if (open == null || !current.equals(version)) {
            close();
            open = PrivateFiles.openForReading(path);
            state = LeaseFile.read(path);
            version = current;
        }
        return state;
    }

    /** Closes the file if it is open. */
    void close() throws IOException {
        version = null;
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
