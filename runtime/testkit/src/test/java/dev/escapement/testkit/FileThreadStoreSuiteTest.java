package dev.escapement.testkit;

import dev.escapement.run.FileThreadStore;
import dev.escapement.run.PayloadCipher;
import dev.escapement.run.ThreadStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** The contracts of {@link FileThreadStore}, in clear and with a cipher. */
class FileThreadStoreSuiteTest {

    @Nested
    final class InClear extends ThreadStoreSuite {
        @Override
        protected StoreFixture fixture() throws IOException {
            return new FilesFixture(false);
        }
    }

    @Nested
    final class Encrypted extends ThreadStoreSuite {
        @Override
        protected StoreFixture fixture() throws IOException {
            return new FilesFixture(true);
        }
    }

    /** A directory, with a clock that the test moves. */
    private static final class FilesFixture implements StoreFixture {

        private final Path directory = Files.createTempDirectory("threads");
        private final ManualClock clock = new ManualClock(Instant.parse("2026-11-29T12:00:00Z"));
        private final boolean isEncrypted;

        FilesFixture(boolean isEncrypted) throws IOException {
            this.isEncrypted = isEncrypted;
        }

        @Override
        public ThreadStore open() {
            FileThreadStore store = FileThreadStore.in(directory).withClock(clock);
            return isEncrypted ? store.withCipher(new Base64Cipher()) : store;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public void advance(Duration time) {
            clock.advance(time);
        }

        @Override
        public void close() throws IOException {
            List<Path> files;
            try (Stream<Path> all = Files.walk(directory)) {
                files = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** A cipher that only hides the text. */
    private static final class Base64Cipher implements PayloadCipher {

        @Override
        public String encrypt(String threadId, String json) {
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String decrypt(String threadId, String text) {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        }
    }
}
