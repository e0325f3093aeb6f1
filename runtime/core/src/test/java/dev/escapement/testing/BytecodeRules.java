package dev.escapement.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** Reads the class files of a directory and says what they do that they must not. */
public final class BytecodeRules {

    private static final List<String> REFLECTIVE = List.of(
            "java.lang.reflect.", "java.lang.invoke.", "java.lang.runtime.", "sun.misc.Unsafe", "jdk.internal.");

    /** What javac emits for lambdas and method references, for the concatenation of strings, and for records. */
    private static final Set<String> BOOTSTRAPS = Set.of(
            "java.lang.invoke.LambdaMetafactory",
            "java.lang.invoke.StringConcatFactory",
            "java.lang.runtime.ObjectMethods");

    private BytecodeRules() {}

    /**
     * Finds reflection: anything of {@code java.lang.reflect} (and so {@code Proxy}) or {@code java.lang.invoke} but
     * what javac itself emits, {@code Class.forName}, class loaders and {@code ServiceLoader}.
     *
     * @param classes a directory of class files, in packages
     * @return the findings in the order of the files, each {@code Class.method -> what}; empty if there are none
     * @throws IllegalArgumentException if the directory has no class files
     */
    public static List<String> reflection(Path classes) {
        return uses(classes).stream()
                .filter(BytecodeRules::isReflection)
                .map(Use::toString)
                .distinct()
                .toList();
    }

    /**
     * Finds everything that class files name.
     *
     * @param classes a directory of class files, in packages
     * @return the uses in the order of the files
     * @throws IllegalArgumentException if the directory has no class files
     */
    public static List<Use> uses(Path classes) {
        List<Use> uses = new ArrayList<>();
        for (Path file : classFiles(classes)) {
            UseCollector collector = new UseCollector();
            try {
                new ClassReader(Files.readAllBytes(file)).accept(collector, ClassReader.SKIP_FRAMES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            uses.addAll(collector.uses());
        }
        return uses;
    }

    static List<Path> classFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(directory + " has no class files: was it compiled?");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReflection(Use use) {
        if (use.bootstrap()) {
            return !BOOTSTRAPS.contains(use.type());
        }
        return REFLECTIVE.stream().anyMatch(use.type()::startsWith)
                || switch (use.type()) {
                    case "java.util.ServiceLoader" -> true;
                    case "java.lang.Class" ->
                        use.member().equals("forName") || use.member().equals("newInstance");
                    case "java.lang.ClassLoader" -> !use.member().isEmpty();
                    default -> false;
                };
    }
}
