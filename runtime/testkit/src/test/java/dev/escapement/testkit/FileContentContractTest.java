package dev.escapement.testkit;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.content.FileContentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileContentContractTest extends ContentStoreContract {

    @TempDir
    Path directory;

    @Override
    protected ContentStore contents() {
        return FileContentStore.in(directory);
    }

    @Override
    protected boolean damage(Content.File file) throws IOException {
        Path stored = directory
                .resolve(file.sha256().substring(0, 2))
                .resolve(file.sha256().substring(2));
        byte[] bytes = Files.readAllBytes(stored);
        bytes[0]++;
        Files.write(stored, bytes);
        return true;
    }
}
