package dev.escapement.codegen;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Recorded texts that are not part of this project. */
final class TestData {

    private TestData() {}

    /**
     * Returns the lines of a zipped file of JSON objects. Skips the test, with a reason, if the folder does not
     * exist.
     *
     * @param property the system property with the folder
     */
    static List<Map<?, ?>> linesOrSkip(String property, String name) throws IOException, PlainJson.NoJson {
        String folder = System.getProperty(property, "");
        assumeTrue(!folder.isEmpty(), "skipped: the system property " + property + " names no folder");
        Path file = Path.of(folder).normalize().resolve(name);
        assumeTrue(Files.isRegularFile(file), "skipped: there is no file " + file + ", see property " + property);
        List<Map<?, ?>> lines = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                lines.add((Map<?, ?>) PlainJson.read(line));
            }
        }
        return lines;
    }
}
