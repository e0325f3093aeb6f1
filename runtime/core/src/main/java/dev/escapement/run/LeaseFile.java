package dev.escapement.run;

import dev.escapement.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The side file of a thread, which holds a {@link LeaseState}. It is replaced as a whole, by holders of the thread's
 * lock only, and read without the lock. It is not forced to the disk: after a failure of the machine, all holders of
 * leases have ended.
 */
final class LeaseFile {

    private LeaseFile() {}

    /** Returns the state in a file; null if the file is missing, or does not contain a state. */
    static @Nullable LeaseState read(Path file) throws IOException {
        byte[] text;
        try {
            text = PrivateFiles.read(file, 0);
        } catch (NoSuchFileException missing) {
            return null;
        }
        if (text.length == 0 || text[text.length - 1] != '\n') {
            return null;
        }
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
            return LeaseState.CODEC.decode(json).fold(accepted -> accepted.value(), rejected -> null);
        } catch (CharacterCodingException damaged) {
            return null;
        }
    }

    /** Replaces the state in a file. */
    static void write(Path file, LeaseState state) throws IOException {
        ReplacedFile.write(file, JsonLine.of(LeaseState.CODEC, state), false);
    }

    /** Removes a file if it exists. */
    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
