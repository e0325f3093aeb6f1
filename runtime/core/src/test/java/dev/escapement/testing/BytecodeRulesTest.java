package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the rules find planted violations. */
class BytecodeRulesTest {

    @TempDir
    Path classes;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ForName, planted, java.lang.Class.forName",
                "ForNameByReference, planted, java.lang.Class.forName",
                "Loader, planted, java.lang.ClassLoader.loadClass",
                "Methods, planted, java.lang.reflect.Method",
                "HiddenInASignature, planted, java.lang.reflect.InvocationHandler",
                "Services, planted, java.util.ServiceLoader.load"
            })
    void findsAPlantedUse(String planted, String where, String what) throws Exception {
        List<String> findings = reflectionIn(planted);

        assertEquals(PlantedReflection.class.getName() + "$" + planted + "." + where + " -> " + what, findings.get(0));
    }

    @Test
    void findsMethodHandles() throws Exception {
        assertEquals(
                List.of(
                        "dev.escapement.testing.PlantedReflection$Handles.planted -> java.lang.invoke.MethodHandles.lookup",
                        "dev.escapement.testing.PlantedReflection$Handles.planted -> java.lang.invoke.MethodHandles$Lookup"),
                reflectionIn("Handles"));
    }

    @Test
    void findsProxies() throws Exception {
        assertEquals(
                List.of(
                        "dev.escapement.testing.PlantedReflection$Proxies.planted -> java.lang.reflect.InvocationHandler",
                        "dev.escapement.testing.PlantedReflection$Proxies.planted -> java.lang.reflect.Proxy.newProxyInstance"),
                reflectionIn("Proxies"));
    }

    @Test
    void emittedHelpersOfJavacAreAllowed() throws Exception {
        assertEquals(List.of(), reflectionIn("Harmless"));
    }

    @Test
    void aDirectoryWithoutClassesProvesNothing() {
        assertThrows(IllegalArgumentException.class, () -> BytecodeRules.reflection(classes));
    }

    /** Returns the findings in one nested class of {@link PlantedReflection} and its nested classes. */
    private List<String> reflectionIn(String planted) throws IOException, URISyntaxException {
        Path compiled = Path.of(
                PlantedReflection.class.getResource("PlantedReflection.class").toURI());
        Path target = Files.createDirectories(classes.resolve("dev/escapement/testing"));
        try (var files =
                Files.newDirectoryStream(compiled.getParent(), "PlantedReflection$" + planted + "{,$*}.class")) {
            for (Path file : files) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return BytecodeRules.reflection(classes);
    }
}
