package dev.escapement.testkit;

import dev.escapement.run.FileThreadStore;
import dev.escapement.run.ThreadStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** The contracts of stores, for threads in files. */
class FileThreadStoreContractTest extends ThreadStoreSuite {

    @TempDir
    Path temporary;

    @Override
    protected StoreFixture fixture() {
        return new FileFixture(temporary.resolve(UUID.randomUUID().toString()));
    }

    /** Two stores on one directory, with a clock that the tests move. */
    private static final class FileFixture implements StoreFixture {

        private final ManualClock clock = new ManualClock(Instant.parse("2026-05-06T07:08:09.123456789Z"));
        private final Path directory;

        FileFixture(Path directory) {
            this.directory = directory;
        }

        @Override
        public ThreadStore open() {
            return FileThreadStore.in(directory).withClock(clock);
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public void advance(Duration time) {
            clock.advance(time);
        }
    }
}
