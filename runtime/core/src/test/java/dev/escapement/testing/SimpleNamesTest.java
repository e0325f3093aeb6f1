package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the simple name of a top-level type has one meaning in all modules, including tests. */
class SimpleNamesTest {

    private static final Path ROOT = Path.of("../..");

    /** The names that several files share with the same meaning. */
    private static final Map<String, String> SAME_MEANING = Map.of(
            "package-info", "required by the language",
            "module-info", "required by the language",
            "Main", "the program of a sample",
            "MainTest", "the test of the program of a sample",
            "DemoModel", "the stand-in for a language model in a sample",
            "Order", "an order in the shop of a sample",
            "Effect", "the annotation's enum, and the processor's mirror of it",
            "Naming", "the annotation's enum, and the processor's mirror of it");

    /** Types of user code that deliberately share names with types in generated code. */
    private static final Set<String> DELIBERATE = Set.of("functional/clash");

    /** Projects outside this build, whose names are those of users. */
    private static final Set<String> OTHER_PROJECTS = Set.of("/archetype-resources/", "/src/it/");

    @Test
    void simpleNamesAreUniqueUnlessTheyMeanTheSame() throws IOException {
        Map<String, List<String>> shared = new TreeMap<>(files());
        shared.values().removeIf(files -> files.size() == 1);
        shared.keySet().removeAll(SAME_MEANING.keySet());

        assertEquals(Map.of(), shared);
    }

    @Test
    void sharedNamesAreInUse() throws IOException {
        Map<String, List<String>> files = files();

        SAME_MEANING.keySet().forEach(name -> assertTrue(files.get(name).size() > 1, name));
    }

    private static Map<String, List<String>> files() throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        for (String module : List.of("processor", "runtime", "samples")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module))) {
                sources.map(path -> ROOT.relativize(path).toString().replace('\\', '/'))
                        .filter(path -> path.endsWith(".java"))
                        .filter(path -> path.contains("/src/main/java/") || path.contains("/src/test/java/"))
                        .filter(path -> DELIBERATE.stream().noneMatch(path::contains))
                        .filter(path -> OTHER_PROJECTS.stream().noneMatch(path::contains))
                        .sorted()
                        .forEach(path -> files.computeIfAbsent(simpleName(path), name -> new ArrayList<>())
                                .add(path));
            }
        }
        return files;
    }

    private static String simpleName(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    }
}
