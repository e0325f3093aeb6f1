package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/**
 * Tests that the stages of the processor depend on each other as their {@code package-info} files permit, according to
 * the bytecode.
 */
class StageDependencyTest {

    private static final String ROOT = "dev.escapement.processor";

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("", Set.of("read", "check", "schema", "generate", "lock", "diagnostic", "model")),
            Map.entry("read", Set.of("model", "diagnostic", "pattern", "classfile")),
            Map.entry("check", Set.of("model", "schema", "diagnostic", "pattern")),
            Map.entry("generate", Set.of("model", "schema", "diagram")),
            Map.entry("diagram", Set.of("model")),
            Map.entry("lock", Set.of("model", "schema", "diagnostic")),
            Map.entry("schema", Set.of("model", "diagnostic")),
            Map.entry("diagnostic", Set.of("model")),
            Map.entry("model", Set.of()),
            Map.entry("pattern", Set.of()),
            Map.entry("classfile", Set.of()));

    private static final String FILER = "javax.annotation.processing.Filer";
    private static final String ENVIRONMENT = "javax.annotation.processing.ProcessingEnvironment";

    private static final Pattern DESCRIPTOR = Pattern.compile("L([\\w/$]+)[;<]");

    /** The classes of the processor, each with all classes that its constant pool names. */
    private static final SortedMap<String, Set<String>> USED = new TreeMap<>();

    @BeforeAll
    static void readClasses() throws IOException, URISyntaxException {
        Path classes = Path.of(EscapementProcessor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .filter(path -> !path.endsWith("module-info.class"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                USED.put(new ClassReader(bytes).getClassName().replace('/', '.'), used(bytes));
            }
        }
        assertTrue(USED.size() > 50, "found only " + USED.keySet());
    }

    private static Set<String> used(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        Set<String> used = new TreeSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item == 0) { // the second half of a long or double
                continue;
            }
            int tag = reader.readByte(item - 1);
            if (tag == 7) {
                used.add(reader.readUTF8(item, buffer).replace('/', '.'));
            } else if (tag == 1) { // descriptors and signatures, including those of annotations
                String text = new String(bytes, item + 2, reader.readUnsignedShort(item), StandardCharsets.UTF_8);
                DESCRIPTOR
                        .matcher(text)
                        .results()
                        .map((MatchResult match) -> match.group(1).replace('/', '.'))
                        .forEach(used::add);
            }
        }
        return used;
    }

    @Test
    void stagesUseOnlyTheStagesThatTheyMay() {
        assertEquals(
                List.of(),
                violations((user, used) -> used.startsWith(ROOT)
                        && !stage(used).equals(stage(user))
                        && !MAY_USE.get(stage(user)).contains(stage(used))));
    }

    @Test
    void everyStageIsKnownToThisTest() {
        assertEquals(
                MAY_USE.keySet(),
                USED.keySet().stream().map(StageDependencyTest::stage).collect(Collectors.toSet()));
    }

    @Test
    void onlyTheReaderKnowsTheCompilersModel() {
        Set<String> handles =
                Set.of(ROOT + ".model.SourceRef", ROOT + ".diagnostic.Reporter", ROOT + ".diagnostic.Reporter$1");
        // JavaPoet's own interface has these two.
        Set<String> ofJavaPoet = Set.of("javax.lang.model.element.Modifier", "javax.lang.model.element.Element");

        assertEquals(
                List.of(),
                violations((user, used) -> used.startsWith("javax.lang.model.")
                        && !stage(user).isEmpty()
                        && !stage(user).equals("read")
                        && !handles.contains(user)
                        && !(stage(user).equals("generate") && ofJavaPoet.contains(used))));
    }

    @Test
    void onlyDesignatedClassesUseCompilerServices() {
        Map<String, Set<String>> allowed = Map.of(
                ROOT + ".diagnostic.Reporter", Set.of("javax.annotation.processing.Messager"),
                ROOT + ".generate.FileGenerator", Set.of(FILER),
                ROOT + ".read.ClassFiles", Set.of(FILER),
                ROOT + ".read.ComponentTypes", Set.of(FILER, ENVIRONMENT),
                ROOT + ".read.ReadContext", Set.of(ENVIRONMENT));

        assertEquals(
                List.of(),
                violations((user, used) -> used.startsWith("javax.annotation.processing.")
                        && !stage(user).isEmpty()
                        && !allowed.getOrDefault(user, Set.of()).contains(used)));
    }

    @Test
    void onlyTheGeneratorKnowsJavaPoet() {
        assertEquals(
                List.of(),
                violations((user, used) -> used.startsWith("com.palantir.javapoet.")
                        && !stage(user).equals("generate")));
    }

    @Test
    void onlyClassfileStageUsesAsm() {
        assertEquals(
                List.of(),
                violations((user, used) ->
                        used.startsWith("org.objectweb.asm.") && !stage(user).equals("classfile")));
    }

    /** The shaded jar contains only these packages of the runtime, under another name. */
    @Test
    void onlySharedPackagesOfTheRuntimeAreUsed() {
        Set<String> shared = Set.of(
                "dev.escapement.internal.cron",
                "dev.escapement.internal.hash",
                "dev.escapement.internal.lock",
                "dev.escapement.internal.pattern",
                "dev.escapement.internal.text",
                "dev.escapement.internal.tree");

        assertEquals(
                List.of(),
                violations((user, used) -> used.startsWith("dev.escapement.")
                        && !used.startsWith(ROOT)
                        && !shared.contains(
                                used.substring(0, used.lastIndexOf('.')).replaceAll("\\$.*", ""))));
    }

    @Test
    void nothingOfTheCompilersInsidesIsUsed() {
        assertEquals(
                List.of(), violations((user, used) -> used.startsWith("com.sun.") || used.startsWith("org.eclipse.")));
    }

    /** The class has rounds and deferral only. A test of core limits the length of all other sources. */
    @Test
    void entryPointIsShort() {
        Path source = Path.of("src/main/java/dev/escapement/processor/EscapementProcessor.java");
        long lines = CompilerHarness.read(source).lines().count();

        assertTrue(lines <= 120, () -> source + " has " + lines + " lines");
    }

    private static List<String> violations(BiPredicate<String, String> rule) {
        return USED.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(used -> rule.test(entry.getKey(), used))
                        .map(used -> entry.getKey() + " uses " + used))
                .toList();
    }

    /** Returns the package of a class below the root; empty for the root itself. */
    private static String stage(String className) {
        String inRoot = className.substring(ROOT.length() + 1);
        int dot = inRoot.indexOf('.');
        return dot < 0 ? "" : inRoot.substring(0, dot);
    }
}
