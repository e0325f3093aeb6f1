package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the cached state of a side file is never older than the file. */
class OpenLeaseFileTest {

    private Path path;
    private OpenLeaseFile file;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        path = directory.resolve("thread-t1.lease");
        file = new OpenLeaseFile(path);
        write(1);
    }

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    @Test
    void unchangedFileIsReadOnce() throws IOException {
        assertSame(Objects.requireNonNull(file.state()), file.state());
    }

    @Test
    void replacedFileIsReadAgain() throws IOException {
        for (long token = 100; token < 300; token += 2) {
            file.state();
            write(token); // the next replacement could have the identity of the first file if that was closed
            write(token + 1);
            assertEquals(token + 1, Objects.requireNonNull(file.state()).token());
        }
    }

    @Test
    void fileChangedInPlaceIsReadAgain() throws IOException {
        file.state();
        Files.writeString(path, "damaged");
        assertNull(file.state());
    }

    @Test
    void missingFileHasNoState() throws IOException {
        file.state();
        Files.delete(path);
        assertNull(file.state());
    }

    private void write(long token) throws IOException {
        LeaseFile.write(path, LeaseState.first(token, "holder", 100));
    }
}
