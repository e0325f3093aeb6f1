package dev.escapement.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of all modules of the repository, without generated ones. */
final class RepositoryFiles {

    /** The root of the repository; tests run in the folder of core. */
    static final Path ROOT = Path.of("../..");

    private static final List<String> FOLDERS = List.of("processor", "runtime", "samples");

    private RepositoryFiles() {}

    /** Returns the files below the folders of the modules whose names have an ending, sorted by their paths. */
    static List<Path> endingWith(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(ending))
                        .filter(file -> !isIn(file, "/target/"))
                        .forEach(found::add);
            }
        }
        return found.stream().sorted().toList();
    }

    /** Returns whether the path of a file contains a part, written with slashes. */
    static boolean isIn(Path file, String part) {
        return file.toString().replace('\\', '/').contains(part);
    }
}
