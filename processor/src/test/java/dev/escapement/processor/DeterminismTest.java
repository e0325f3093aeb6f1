package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that generated code depends only on the annotated type and the types that it refers to. */
class DeterminismTest {

    @TempDir
    private Path folder;

    @Test
    void theSameSourcesGiveTheSameBytes() throws IOException {
        assertEquals(
                compile("first", SourceFiles.EVERYTHING).generated(),
                compile("second", SourceFiles.EVERYTHING).generated());
    }

    @Test
    void theOrderOfTheSourcesDoesNotMatter() throws IOException {
        Map<String, String> inOrder = compile("inOrder", SourceFiles.EVERYTHING).generated();
        for (int seed = 1; seed <= 5; seed++) {
            List<String> shuffled = new ArrayList<>(SourceFiles.EVERYTHING);
            Collections.shuffle(shuffled, new Random(seed));

            assertEquals(inOrder, compile("seed" + seed, shuffled).generated(), "seed " + seed);
        }
    }

    @Test
    void aTypeGivesTheSameBytesWhenItIsCompiledAlone() throws IOException {
        Map<String, String> together =
                compile("together", SourceFiles.EVERYTHING).generated();
        Path classes = folder.resolve("together").resolve("classes");
        for (String source : SourceFiles.EVERYTHING.subList(0, 3)) {
            String name = SourceFiles.className(source);
            CompilerHarness.Compiled alone = CompilerHarness.JAVAC.compile(
                    SourceFiles.write(folder.resolve(name), source),
                    folder.resolve(name),
                    "-classpath",
                    System.getProperty("java.class.path") + System.getProperty("path.separator") + classes);

            assertTrue(alone.succeeded(), alone.messages()::toString);
            String generated = alone.generated().firstKey();
            assertEquals(Map.of(generated, together.get(generated)), alone.generated());
        }
    }

    @Test
    void generatedFileHasOneOriginatingElement() throws IOException {
        Map<String, List<String>> originating = new TreeMap<>();
        FilerSpyProcessor recording = new FilerSpyProcessor((className, elements) -> originating.put(
                className, List.of(elements).stream().map(Object::toString).toList()));

        CompilerHarness.JAVAC.compile(SourceFiles.write(folder, SourceFiles.EVERYTHING), folder, List.of(), recording);

        assertEquals(
                Map.ofEntries(
                        Map.entry("shop.PlaceOrderSpec", List.of("shop.PlaceOrder")),
                        Map.entry("shop.PaymentCodec", List.of("shop.Payment")),
                        Map.entry("shop.CountryCodec", List.of("shop.Country")),
                        Map.entry("shop.Desk_DecideSpec", List.of("shop.Desk.Decide")),
                        Map.entry("shop.Desk_RecountSpec", List.of("shop.Desk.Recount")),
                        Map.entry("shop.Desk_AskSpec", List.of("shop.Desk.Ask")),
                        Map.entry("shop.Desk_AskCountrySpec", List.of("shop.Desk.AskCountry")),
                        Map.entry("shop.Desk_CountSpec", List.of("shop.Desk.Count")),
                        Map.entry("shop.Desk_CleanSpec", List.of("shop.Desk.Clean")),
                        Map.entry("shop.Desk_CloseSpec", List.of("shop.Desk.Close")),
                        Map.entry("shop.DeskLoop", List.of("shop.Desk"))),
                originating);
    }

    private CompilerHarness.Compiled compile(String name, List<String> sources) throws IOException {
        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                SourceFiles.write(folder.resolve(name), sources),
                folder.resolve(name),
                "-Xlint:all,-processing",
                "-Werror");
        assertTrue(compiled.succeeded(), compiled.messages()::toString);
        return compiled;
    }
}
