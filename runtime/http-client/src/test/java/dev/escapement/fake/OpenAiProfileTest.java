package dev.escapement.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of the fakes' decisions on schemas that OpenAI is known to accept or reject. */
final class OpenAiProfileTest {

    private static final Path EXAMPLES =
            Path.of(System.getProperty("profiles.dir", "absent"), "tests", "openai_202602");

    @Test
    void verdictsAreThoseOfTheProfile() throws IOException {
        assumeTrue(Files.isDirectory(EXAMPLES), "skipped: there are no examples at " + EXAMPLES);
        assertEquals(names("invalid"), refused("invalid"));
        assertEquals(List.of(), refused("valid"));
    }

    private static List<String> refused(String kind) throws IOException {
        return names(kind).stream()
                .filter(name -> isRefused(EXAMPLES.resolve(kind).resolve(name)))
                .toList();
    }

    private static boolean isRefused(Path file) {
        try {
            OpenAiStrictSchema.check(RequestNode.parse(Files.readString(file)));
            return false;
        } catch (Complaint expected) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String kind) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(kind))) {
            return List.copyOf(new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList()));
        }
    }
}
