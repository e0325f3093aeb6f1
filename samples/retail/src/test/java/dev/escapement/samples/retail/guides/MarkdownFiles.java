package dev.escapement.samples.retail.guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The Markdown files of the repository. */
final class MarkdownFiles {

    /** The root of the repository; tests run in the folder of the module. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    /** Folders of generated files. */
    private static final Set<String> SKIPPED = Set.of("target", "node_modules");

    private MarkdownFiles() {}

    /** Returns all documents, sorted by their paths. */
    static List<MarkdownDocument> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(ROOT::relativize)
                    .filter(path -> path.toString().endsWith(".md"))
                    .filter(MarkdownFiles::isSource)
                    .sorted()
                    .map(path -> MarkdownDocument.read(ROOT, path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(Path path) {
        for (Path part : path) {
            String name = part.toString();
            if (SKIPPED.contains(name) || name.startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
