package dev.escapement.run;

import dev.escapement.internal.file.DeferredInterruption;
import dev.escapement.internal.file.DurableDirectory;
import dev.escapement.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * A file that is replaced as a whole, so that readers always find a complete text. The caller holds the lock of the
 * file.
 */
final class ReplacedFile {

    private static final String TEMPORARY = ".tmp";

    private ReplacedFile() {}

    /**
     * Replaces the content of a file.
     *
     * @param isDurable whether the new content survives a power failure
     */
    static void write(Path file, byte[] text, boolean isDurable) throws IOException {
        DeferredInterruption.complete(() -> replace(file, text, isDurable));
        if (isDurable) {
            DurableDirectory.sync(Objects.requireNonNull(file.getParent()));
        }
    }

    private static Path replace(Path file, byte[] text, boolean isDurable) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
        try {
            try (FileChannel channel = PrivateFiles.openForWriting(temporary)) {
                channel.truncate(0);
                PrivateFiles.write(channel, text, 0);
                if (isDurable) {
                    channel.force(true);
                }
            }
            return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
