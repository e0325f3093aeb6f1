package dev.escapement.testkit;

import dev.escapement.content.ContentStore;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.ThreadStore;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class FileCollectionTest extends ContentCollectionContract {

    @TempDir
    Path directory;

    @Override
    protected CollectionFixture fixture() {
        return new CollectionFixture() {
            @Override
            public ThreadStore open() {
                return FileThreadStore.in(directory);
            }

            @Override
            public ContentStore contents() {
                return FileThreadStore.in(directory).contents();
            }

            @Override
            public void collect() {
                FileThreadStore.in(directory).collectContents(Duration.ofMinutes(-1)); // also the newest ones
            }
        };
    }
}
