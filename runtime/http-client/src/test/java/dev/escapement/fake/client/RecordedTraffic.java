package dev.escapement.fake.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Recorded exchanges with providers. They are not part of this project; the system property {@code wire.dir} names their
 * folder. A test that needs a missing file is skipped.
 */
public final class RecordedTraffic {

    private RecordedTraffic() {}

    /** Returns all exchanges, one JSON object a line. */
    public static List<String> exchanges() throws IOException {
        return text("recorded_tool_calls.jsonl.gz").lines().toList();
    }

    /** Returns the text of a compressed file. */
    public static String text(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns a file or folder. */
    public static Path file(String name) {
        String folder = System.getProperty("wire.dir", "");
        assumeTrue(!folder.isEmpty(), "skipped: the system property wire.dir names no folder");
        Path file = Path.of(folder).resolve(name);
        assumeTrue(Files.exists(file), "skipped: " + file + " is missing, see the system property wire.dir");
        return file;
    }
}
