package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the source files of all modules have at most 400 lines. */
class SourceLengthTest {

    private static final int MOST_LINES = 400;

    @Test
    void sourcesAreShort() throws IOException {
        Set<String> sources = new TreeSet<>();
        for (Path file : RepositoryFiles.endingWith(".java")) {
            if (RepositoryFiles.isIn(file, "/src/main/java/")) {
                sources.add(RepositoryFiles.ROOT.relativize(file).toString().replace('\\', '/'));
            }
        }

        assertTrue(sources.size() > 300, () -> "found only " + sources);
        assertEquals(Set.of(), sources.stream().filter(SourceLengthTest::isLong).collect(Collectors.toSet()));
    }

    private static boolean isLong(String source) {
        try (Stream<String> lines = Files.lines(RepositoryFiles.ROOT.resolve(source))) {
            return lines.count() > MOST_LINES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
