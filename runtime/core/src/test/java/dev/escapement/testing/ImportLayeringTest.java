package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Imports follow the layers of a module, those for Javadoc included: bytecode does not contain them, so
 * {@link LayeringTest} does not find them.
 */
class ImportLayeringTest {

    private static final String HTTP = "dev.escapement.http";

    /** From the lowest to the highest. */
    private static final List<Set<String>> HTTP_LAYERS =
            List.of(Set.of(HTTP + ".request"), Set.of(HTTP), Set.of(HTTP + ".client"));

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?((?:[a-z]\\w*\\.)*[a-z]\\w*)\\.[A-Z]", Pattern.MULTILINE);

    @Test
    void importsOfCoreFollowItsLayers() throws IOException {
        assertEquals(List.of(), upwardImports(Path.of("src/main/java"), LayeringTest.LAYERS));
    }

    @Test
    void importsOfTheHttpClientFollowItsLayers() throws IOException {
        assertEquals(List.of(), upwardImports(Path.of("../http-client/src/main/java"), HTTP_LAYERS));
    }

    @Test
    void upwardImportIsFound() {
        String source = "package dev.escapement.http;\n\nimport dev.escapement.http.client.Endpoint;\n";

        assertEquals(
                List.of("dev.escapement.http imports dev.escapement.http.client"), upwardImports(source, HTTP_LAYERS));
    }

    private static List<String> upwardImports(Path sources, List<Set<String>> layers) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .toList();
            assertTrue(all.size() > 30, () -> "found only " + all);
            for (Path file : all) {
                found.addAll(upwardImports(Files.readString(file), layers));
            }
        }
        return found;
    }

    private static List<String> upwardImports(String source, List<Set<String>> layers) {
        Matcher declaration = PACKAGE.matcher(source);
        assertTrue(declaration.find(), source);
        String user = declaration.group(1);
        assertTrue(layer(user, layers) >= 0, user);
        return IMPORT.matcher(source)
                .results()
                .map(used -> used.group(1))
                .filter(used -> layer(used, layers) > layer(user, layers))
                .map(used -> user + " imports " + used)
                .toList();
    }

    /** Returns the index of a package's layer; -1 for packages of other modules. */
    private static int layer(String packageName, List<Set<String>> layers) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).contains(packageName)) {
                return i;
            }
        }
        return -1;
    }
}
