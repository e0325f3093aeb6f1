package dev.escapement.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The clean-up of the directories that benchmarks create. */
public final class Directories {

    private Directories() {}

    /**
     * Deletes a directory and everything in it.
     *
     * @param directory the directory
     * @throws IOException if a file cannot be deleted
     */
    public static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
